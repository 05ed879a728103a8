import { defineClue } from '#lib/catalogue/define.ts';

export const kestrelNeverCompleted = defineClue({
  id: 'kestrel/never-completed',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['application never completed'],
  means: 'Kestrel stopped while the application was still busy with a request.',
  provenance: {
    project: 'aspnetcore',
    file: 'src/Servers/Kestrel/Core/src/Internal/Infrastructure/KestrelTrace.*.cs',
    version: '8.0 to 9.0',
  },
  pattern:
    /^(?:(?:[a-z]{4}: )?[\w.]{1,120}\[\d+\])? {0,8}Connection id "[^"\n]{1,80}" application never completed\./,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '      Connection id "0HN7K2V3Q1M4A" application never completed.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9',
    },
    {
      line: 'fail: Microsoft.AspNetCore.Server.Kestrel[13] Connection id "0HN7K2V3Q1M4A" application never completed.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9, console on single lines',
    },
  ],
  nearMisses: [],
});

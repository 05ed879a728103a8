import { defineClue } from '#lib/catalogue/define.ts';

export const kestrelAppException = defineClue({
  id: 'kestrel/app-exception',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['An unhandled exception was thrown by the application'],
  means: 'The application threw an exception: answered with 500, or cut short when the answer had begun.',
  provenance: {
    project: 'aspnetcore',
    file: 'src/Servers/Kestrel/Core/src/Internal/Infrastructure/KestrelTrace.*.cs',
    version: '8.0 to 9.0',
  },
  pattern:
    /^(?:(?:[a-z]{4}: )?[\w.]{1,120}\[\d+\])? {0,8}Connection id "[^"\n]{1,80}", Request id "[^"\n]{1,80}": An unhandled exception was thrown by the application\./,
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '      Connection id "0HN7K2V3Q1M4A", Request id "0HN7K2V3Q1M4A:00000002": An unhandled exception was thrown by the application.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9',
    },
    {
      line: 'fail: Microsoft.AspNetCore.Server.Kestrel[13] Connection id "0HN7K2V3Q1M4A", Request id "0HN7K2V3Q1M4A:00000002": An unhandled exception was thrown by the application.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9, console on single lines',
    },
  ],
  nearMisses: [],
});

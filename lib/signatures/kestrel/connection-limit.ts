import { defineClue } from '#lib/catalogue/define.ts';

export const kestrelConnectionLimit = defineClue({
  id: 'kestrel/connection-limit',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['rejected because the maximum number of concurrent connections'],
  means: 'Kestrel closed a new connection because it holds as many as MaxConcurrentConnections allows.',
  provenance: {
    project: 'aspnetcore',
    file: 'src/Servers/Kestrel/Core/src/Internal/Infrastructure/KestrelTrace.*.cs',
    version: '8.0 to 9.0',
  },
  pattern:
    /^(?:(?:[a-z]{4}: )?[\w.]{1,120}\[\d+\])? {0,8}Connection id "[^"\n]{1,80}" rejected because the maximum number of concurrent connections has been reached\./,
  points: [{ cause: 'overload', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '      Connection id "0HN7K2V3Q1M4A" rejected because the maximum number of concurrent connections has been reached.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9',
    },
    {
      line: 'fail: Microsoft.AspNetCore.Server.Kestrel[13] Connection id "0HN7K2V3Q1M4A" rejected because the maximum number of concurrent connections has been reached.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9, console on single lines',
    },
  ],
  nearMisses: [],
});

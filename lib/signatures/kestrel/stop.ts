import { defineClue } from '#lib/catalogue/define.ts';

export const kestrelStop = defineClue({
  id: 'kestrel/stop',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Application is shutting down...'],
  means: 'The host of the application was told to stop; it waits up to 30 s for requests in flight.',
  provenance: {
    project: 'runtime',
    file: 'src/libraries/Microsoft.Extensions.Hosting/src/Internal/ConsoleLifetime.cs',
    version: '8.0 to 9.0',
  },
  pattern: /^(?:(?:[a-z]{4}: )?[\w.]{1,120}\[\d+\])? {0,8}Application is shutting down\.\.\./,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35_000, to: 0 },
  consequences: [],
  endedBy: [{ of: 'kestrel/listening' }],
  samples: [
    {
      line: '      Application is shutting down...',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9',
    },
    {
      line: 'fail: Microsoft.AspNetCore.Server.Kestrel[13] Application is shutting down...',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9, console on single lines',
    },
  ],
  nearMisses: [],
});

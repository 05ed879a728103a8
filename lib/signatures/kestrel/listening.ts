import { defineClue, endedBefore } from '#lib/catalogue/define.ts';

export const kestrelListening = defineClue({
  id: 'kestrel/listening',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Now listening on: '],
  means: 'Kestrel says where it listens; in the middle of a life, the process before it is gone.',
  provenance: {
    project: 'aspnetcore',
    file: 'src/Hosting/Hosting/src/GenericHost/GenericWebHostService.cs',
    version: '8.0 to 9.0',
  },
  pattern: /^(?:(?:[a-z]{4}: )?[\w.]{1,120}\[\d+\])? {0,8}Now listening on: https?:\/\/(?<listens>\S{1,108})/,
  points: endedBefore,
  within: { from: -1_000, to: 60_000 },
  consequences: [
    { of: 'kestrel/stop', within: { from: -120_000, to: 0 } },
    { of: 'dotnet/unhandled-exception', within: { from: -120_000, to: 0 } },
    { of: 'dotnet/fatal-error', within: { from: -120_000, to: 0 } },
    { of: 'dotnet/out-of-memory', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: '      Now listening on: http://[::]:8080',
      gives: { listens: '[::]:8080' },
      from: 'rebuilt from the template, ASP.NET Core 9',
    },
    {
      line: 'fail: Microsoft.AspNetCore.Server.Kestrel[13] Now listening on: http://[::]:8080',
      gives: { listens: '[::]:8080' },
      from: 'rebuilt from the template, ASP.NET Core 9, console on single lines',
    },
  ],
  nearMisses: [],
});

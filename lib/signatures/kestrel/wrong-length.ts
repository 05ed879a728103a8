import { defineClue } from '#lib/catalogue/define.ts';

export const kestrelWrongLength = defineClue({
  id: 'kestrel/wrong-length',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Response Content-Length mismatch'],
  means: 'The application sent less or more than its Content-Length said, and Kestrel cut the connection.',
  provenance: {
    project: 'aspnetcore',
    file: 'src/Servers/Kestrel/Core/src/Internal/Infrastructure/KestrelTrace.*.cs',
    version: '8.0 to 9.0',
  },
  pattern:
    /^(?:(?:[a-z]{4}: )?[\w.]{1,120}\[\d+\])? {0,8}(?:---> )?System\.InvalidOperationException: Response Content-Length mismatch: too (?<reason>few|many) bytes written/,
  points: [{ cause: 'response-truncated', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '      System.InvalidOperationException: Response Content-Length mismatch: too few bytes written (9 of 1000).',
      gives: { reason: 'few' },
      from: 'rebuilt from the template, ASP.NET Core 9',
    },
    {
      line: 'fail: Microsoft.AspNetCore.Server.Kestrel[13] System.InvalidOperationException: Response Content-Length mismatch: too few bytes written (9 of 1000).',
      gives: { reason: 'few' },
      from: 'rebuilt from the template, ASP.NET Core 9, console on single lines',
    },
  ],
  nearMisses: [],
});

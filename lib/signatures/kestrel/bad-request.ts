import { defineClue } from '#lib/catalogue/define.ts';

export const kestrelBadRequest = defineClue({
  id: 'kestrel/bad-request',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['bad request data: '],
  means: 'Kestrel refused a request that it could not read, or that was over a limit.',
  provenance: {
    project: 'aspnetcore',
    file: 'src/Servers/Kestrel/Core/src/Internal/Infrastructure/KestrelTrace.*.cs',
    version: '8.0 to 9.0',
  },
  pattern:
    /^(?:(?:[a-z]{4}: )?[\w.]{1,120}\[\d+\])? {0,8}Connection id "[^"\n]{1,80}" bad request data: "(?<reason>[^"\n]{1,200})"/,
  points: [
    { cause: 'protocol-mismatch', strength: 'supporting' },
    { cause: 'body-rejected', strength: 'supporting' },
  ],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '      Connection id "0HN7K2V3Q1M4A" bad request data: "Request headers too long."',
      gives: { reason: 'Request headers too long.' },
      from: 'rebuilt from the template, ASP.NET Core 9',
    },
    {
      line: 'fail: Microsoft.AspNetCore.Server.Kestrel[13] Connection id "0HN7K2V3Q1M4A" bad request data: "Request headers too long."',
      gives: { reason: 'Request headers too long.' },
      from: 'rebuilt from the template, ASP.NET Core 9, console on single lines',
    },
  ],
  nearMisses: [],
});

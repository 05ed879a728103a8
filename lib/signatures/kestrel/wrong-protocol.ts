import { defineClue } from '#lib/catalogue/define.ts';

export const kestrelWrongProtocol = defineClue({
  id: 'kestrel/wrong-protocol',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['Possible incorrect HTTP version detected'],
  means: 'What came to Kestrel was another version of HTTP than the port speaks.',
  provenance: {
    project: 'aspnetcore',
    file: 'src/Servers/Kestrel/Core/src/Internal/Infrastructure/KestrelTrace.*.cs',
    version: '8.0 to 9.0',
  },
  pattern:
    /^(?:(?:[a-z]{4}: )?[\w.]{1,120}\[\d+\])? {0,8}Connection id "[^"\n]{1,80}": Invalid content received on connection\. Possible incorrect HTTP version detected\./,
  points: [{ cause: 'protocol-mismatch', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '      Connection id "0HN7K2V3Q1M4A": Invalid content received on connection. Possible incorrect HTTP version detected. Expected HTTP/1.1 but received HTTP/2.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9',
    },
    {
      line: 'fail: Microsoft.AspNetCore.Server.Kestrel[13] Connection id "0HN7K2V3Q1M4A": Invalid content received on connection. Possible incorrect HTTP version detected. Expected HTTP/1.1 but received HTTP/2.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9, console on single lines',
    },
  ],
  nearMisses: [],
});

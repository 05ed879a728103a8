import { defineClue } from '#lib/catalogue/define.ts';

export const kestrelBodyNotRead = defineClue({
  id: 'kestrel/body-not-read',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['without reading the entire request body', 'automatic draining of the request body timed out'],
  means:
    'The application answered without reading the whole request body, and Kestrel closed the connection.',
  provenance: {
    project: 'aspnetcore',
    file: 'src/Servers/Kestrel/Core/src/Internal/Infrastructure/KestrelTrace.*.cs',
    version: '8.0 to 9.0',
  },
  pattern:
    /^(?:(?:[a-z]{4}: )?[\w.]{1,120}\[\d+\])? {0,8}Connection id "[^"\n]{1,80}", Request id "[^"\n]{1,80}": (?:the application completed without reading the entire request body|automatic draining of the request body timed out)/,
  points: [{ cause: 'body-rejected', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '      Connection id "0HN7K2V3Q1M4A", Request id "0HN7K2V3Q1M4A:00000002": the application completed without reading the entire request body.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9',
    },
    {
      line: 'fail: Microsoft.AspNetCore.Server.Kestrel[13] Connection id "0HN7K2V3Q1M4A", Request id "0HN7K2V3Q1M4A:00000002": the application completed without reading the entire request body.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9, console on single lines',
    },
  ],
  nearMisses: [],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const kestrelThreadStarvation = defineClue({
  id: 'kestrel/thread-starvation',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['the heartbeat has been running for'],
  means: 'The thread pool of the process had no thread to spare, so all its requests waited.',
  provenance: {
    project: 'aspnetcore',
    file: 'src/Servers/Kestrel/Core/src/Internal/Infrastructure/KestrelTrace.*.cs',
    version: '8.0 to 9.0',
  },
  pattern:
    /^(?:(?:[a-z]{4}: )?[\w.]{1,120}\[\d+\])? {0,8}As of "[^"\n]{1,60}", the heartbeat has been running for /,
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -10_000, to: 10_000 },
  consequences: [],
  samples: [
    {
      line: '      As of "11/22/2026 12:00:00 +00:00", the heartbeat has been running for "00:00:05.0123456" which is longer than "00:00:01". This could be caused by thread pool starvation.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9',
    },
    {
      line: 'fail: Microsoft.AspNetCore.Server.Kestrel[13] As of "11/22/2026 12:00:00 +00:00", the heartbeat has been running for "00:00:05.0123456" which is longer than "00:00:01". This could be caused by thread pool starvation.',
      gives: {},
      from: 'rebuilt from the template, ASP.NET Core 9, console on single lines',
    },
  ],
  nearMisses: [],
});

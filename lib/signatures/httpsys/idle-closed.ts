import { defineClue } from '#lib/catalogue/define.ts';

export const httpsysIdleClosed = defineClue({
  id: 'httpsys/idle-closed',
  formats: ['httperr'],
  needles: ['Timer_ConnectionIdle'],
  means:
    'HTTP.sys closed a connection that had been idle for connectionTimeout (two minutes), which is normal and harmful only while a request is on its way.',
  provenance: {
    project: 'Windows HTTP.sys',
    file: 'Error logging in HTTP APIs (KB 820729), the reasons',
    version: 'Windows Server 2003 to 2022',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
  },
  pattern: /^(?<reason>Timer_ConnectionIdle)(?: |$)/,
  points: [{ cause: 'keepalive-race', strength: 'context' }],
  within: { from: -1_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 - - - - - Timer_ConnectionIdle -',
      gives: { reason: 'Timer_ConnectionIdle' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /Timer_ConnectionIdle 404 - NotFound -',
      because: 'the words are the path',
    },
  ],
});

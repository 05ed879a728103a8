import { defineClue } from '#lib/catalogue/define.ts';

export const httpsysTimedOut = defineClue({
  id: 'httpsys/timed-out',
  formats: ['httperr'],
  needles: [' Timer_EntityBody', ' Timer_HeaderWait', ' Timer_MinBytesPerSecond', ' Timer_SslRenegotiation'],
  means:
    'HTTP.sys closed a connection on which a request did not arrive in time (connectionTimeout), or on which its response was taken too slowly (minFileBytesPerSec).',
  provenance: {
    project: 'Windows HTTP.sys',
    file: 'Error logging in HTTP APIs (KB 820729), the reasons',
    version: 'Windows Server 2003 to 2022',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
  },
  pattern: /^(?<reason>Timer_(?:EntityBody|HeaderWait|MinBytesPerSecond|SslRenegotiation))(?: |$)/,
  points: [{ cause: 'backend-timeout', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 POST /upload - 1 Timer_EntityBody ShopPool',
      gives: { reason: 'Timer_EntityBody', method: 'POST', target: '/upload' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 - - - - - Timer_HeaderWait -',
      gives: { reason: 'Timer_HeaderWait' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 - - - - - Timer_MinBytesPerSecond',
      gives: { reason: 'Timer_MinBytesPerSecond' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /admin - 1 Timer_SslRenegotiation -',
      gives: { reason: 'Timer_SslRenegotiation' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 - - - - - Timer_ConnectionIdle -',
      because: 'nothing was under way: an idle connection is closed all the time',
    },
  ],
});

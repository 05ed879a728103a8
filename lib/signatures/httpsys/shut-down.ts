import { defineClue } from '#lib/catalogue/define.ts';

export const httpsysShutDown = defineClue({
  id: 'httpsys/shut-down',
  formats: ['httperr'],
  needles: [' AppShutdown', ' Disabled'],
  means:
    'The application was shut down by a policy or taken offline by an administrator; requests are answered with 503.',
  provenance: {
    project: 'Windows HTTP.sys',
    file: 'Error logging in HTTP APIs (KB 820729), the reasons',
    version: 'Windows Server 2003 to 2022',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
  },
  pattern: /^(?<reason>AppShutdown|Disabled)(?: |$)/,
  // Said of requests that come after the stop.
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -60_000, to: 60_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders 503 1 AppShutdown ShopPool',
      gives: { reason: 'AppShutdown' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders 503 1 Disabled ShopPool',
      gives: { reason: 'Disabled' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders 503 1 AppOffline ShopPool',
      because: 'its worker processes had failed',
    },
  ],
});

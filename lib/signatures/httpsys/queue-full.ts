import { defineClue } from '#lib/catalogue/define.ts';

export const httpsysQueueFull = defineClue({
  id: 'httpsys/queue-full',
  formats: ['httperr'],
  needles: [' QueueFull', ' AppPoolTimer', ' ConnLimit', ' Connections_Refused'],
  means:
    'More requests or connections came than the application pool, the site or the memory of the kernel holds; they are answered with 503 or refused.',
  provenance: {
    project: 'Windows HTTP.sys',
    file: 'Error logging in HTTP APIs (KB 820729), the reasons',
    version: 'Windows Server 2003 to 2022',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
  },
  pattern: /^(?<reason>QueueFull|AppPoolTimer|ConnLimit|Connections_Refused)(?: |$)/,
  // Said of every request while it is so.
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -60_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders 503 1 QueueFull ShopPool',
      gives: { reason: 'QueueFull' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders 503 1 ConnLimit ShopPool',
      gives: { reason: 'ConnLimit' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 - - - - - Connections_Refused -',
      gives: { reason: 'Connections_Refused' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /QueueFull 404 - NotFound -',
      because: 'the word is the path',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const httpsysQueueTimeout = defineClue({
  id: 'httpsys/queue-timeout',
  formats: ['httperr'],
  needles: [' Timer_ReqQueue', ' Timer_AppPool'],
  means:
    'A request waited longer than connectionTimeout (two minutes) for a worker process to take it from the queue, and HTTP.sys closed its connection.',
  provenance: {
    project: 'Windows HTTP.sys',
    file: 'Error logging in HTTP APIs (KB 820729), the reasons',
    version: 'Windows Server 2003 to 2022',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
  },
  pattern: /^(?<reason>Timer_(?:ReqQueue|AppPool))(?: |$)/,
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders - 1 Timer_ReqQueue ShopPool',
      gives: { reason: 'Timer_ReqQueue', target: '/orders' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders - 1 Timer_AppPool ShopPool',
      gives: { reason: 'Timer_AppPool' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders - 1 Timer_EntityBody ShopPool',
      because: 'the body of the request did not come',
    },
  ],
});

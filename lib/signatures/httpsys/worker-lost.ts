import { defineClue } from '#lib/catalogue/define.ts';

export const httpsysWorkerLost = defineClue({
  id: 'httpsys/worker-lost',
  formats: ['httperr'],
  needles: ['Connection_Abandoned_By_'],
  means:
    'The worker process that had this request ended or let go of it: it crashed, was killed, or did not finish within the time that a recycling or a stop allows.',
  provenance: {
    project: 'Windows HTTP.sys',
    file: 'Error logging in HTTP APIs (KB 820729), the reasons',
    version: 'Windows Server 2003 to 2022',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
  },
  pattern: /^(?<reason>Connection_Abandoned_By_(?:ReqQueue|AppPool))(?: |$)/,
  // A recycling or a stop lets requests finish for 90 s (shutdownTimeLimit) before it does this to them.
  points: [
    { cause: 'crash', strength: 'strong' },
    { cause: 'restart', strength: 'supporting' },
  ],
  within: { from: -3_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 POST /pay - 1 Connection_Abandoned_By_ReqQueue ShopPool',
      gives: { reason: 'Connection_Abandoned_By_ReqQueue', method: 'POST', target: '/pay' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders - 1 Connection_Abandoned_By_AppPool ShopPool',
      gives: { reason: 'Connection_Abandoned_By_AppPool' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /Connection_Abandoned_By_ReqQueue 404 - NotFound -',
      because: 'the words are the path',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const httpsysPeerHungUp = defineClue({
  id: 'httpsys/peer-hung-up',
  formats: ['httperr'],
  needles: [' Client_Reset', ' Connection_Dropped'],
  means:
    'The proxy or the client hung up before it had its whole response: here the backend did not close first.',
  provenance: {
    project: 'Windows HTTP.sys',
    file: 'Error logging in HTTP APIs (KB 820729), the reasons',
    version: 'Windows Server 2003 to 2022',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
  },
  pattern: /^(?<reason>Client_Reset|Connection_Dropped(?:_List_Full)?)(?: |$)/,
  points: [],
  within: { from: -5_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /report - 1 Connection_Dropped ShopPool',
      gives: { reason: 'Connection_Dropped', target: '/report' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /report - 1 Client_Reset ShopPool',
      gives: { reason: 'Client_Reset' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /report - 1 Connection_Dropped_List_Full ShopPool',
      gives: { reason: 'Connection_Dropped_List_Full' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /report - 1 Connection_Abandoned_By_ReqQueue ShopPool',
      because: 'its worker process let go of it',
    },
  ],
});

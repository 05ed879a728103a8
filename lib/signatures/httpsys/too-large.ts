import { defineClue } from '#lib/catalogue/define.ts';

export const httpsysTooLarge = defineClue({
  id: 'httpsys/too-large',
  formats: ['httperr'],
  needles: [' RequestLength', ' FieldLength', ' URL_Length', ' EntityTooLarge', ' Request_Too_Large'],
  means:
    'The head, one field, the address or the body of a request was larger than HTTP.sys takes; it answered with an error and closed the connection.',
  provenance: {
    project: 'Windows HTTP.sys',
    file: 'Error logging in HTTP APIs (KB 820729), the reasons',
    version: 'Windows Server 2003 to 2022',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
  },
  pattern: /^(?<reason>RequestLength|FieldLength|URL_Length|EntityTooLarge|Request_Too_Large)(?: |$)/,
  // Whoever was still sending may see a reset in place of the answer.
  points: [{ cause: 'body-rejected', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders 400 - RequestLength -',
      gives: { reason: 'RequestLength', target: '/orders' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders 400 - FieldLength -',
      gives: { reason: 'FieldLength' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders 414 - URL_Length -',
      gives: { reason: 'URL_Length' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 POST /upload 413 1 EntityTooLarge ShopPool',
      gives: { reason: 'EntityTooLarge' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/2.0 POST /upload 3 413 1 Request_Too_Large ShopPool',
      gives: { reason: 'Request_Too_Large' },
      from: 'rebuilt from the template, Error logging in HTTP APIs',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders 411 - LengthRequired -',
      because: 'a length was missing, and the client was told so',
    },
  ],
});

import { defineFormat } from '#lib/catalogue/define.ts';
import { present } from '#lib/catalogue/define-json.ts';
import { isoStamp } from '#lib/model/time.ts';

const address = String.raw`(?:[0-9A-Fa-f.:]{2,45}(?:%\w{1,20})?|-) (?:\d{1,5}|-)`;
const head = new RegExp(
  String.raw`^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ${address} ${address} (?:HTTP\/[\d?]{1,2}\.[\d?]{1,2}|-) (\S{1,255}) (\S+) `,
);
/** sc-status and s-siteid, and before them one number or two of the HTTP/2 stream where Windows writes them; the reason. */
const outcome =
  /^(?:(?:\d{1,20}|0x[\da-f]{1,16}|-) ){0,2}(\d{3}|-) (?:\d{1,10}|-) (?=([A-Z][A-Za-z_/]{1,60})(?: |$))/;

export const httperr = defineFormat({
  id: 'httperr',
  title: 'HTTP.sys error log (HTTPERR): what Windows did with requests before or after IIS had them',
  manual:
    'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
  kind: 'text',
  role: 'backend',
  program: 'httpsys',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    const stamp = h && isoStamp(`${h[1]}T${h[2]}Z`);
    const rest = h ? line.slice(h[0].length) : '';
    const o = outcome.exec(rest);
    if (!h || !stamp || !o) return undefined;
    const [, , , method, target] = h;
    const [whole, status, reason] = o;
    return {
      kind: 'line',
      stamp,
      // The reason, and behind it the queue: the application pool.
      message: rest.slice(whole.length).trimEnd(),
      fields: present({
        reason,
        status: status === '-' ? undefined : status,
        method: method === '-' ? undefined : method,
        target: target === '-' ? undefined : target,
      }),
    };
  },
  samples: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 2774 192.0.2.37 80 HTTP/1.1 POST /pay?id=7 - 1 Connection_Abandoned_By_ReqQueue ShopPool',
      gives: {
        at: '2026-11-22T12:00:05.000',
        message: 'Connection_Abandoned_By_ReqQueue ShopPool',
        fields: {
          reason: 'Connection_Abandoned_By_ReqQueue',
          method: 'POST',
          target: '/pay?id=7',
          status: '',
        },
      },
      from: 'rebuilt from the template, Error logging in HTTP APIs, Windows Server 2008 R2 to 2012 R2',
    },
    {
      line: '2026-11-22 12:00:05 2001:db8::9%0 54697 2001:db8::37%0 80 - - - - - Timer_ConnectionIdle -',
      gives: {
        message: 'Timer_ConnectionIdle -',
        fields: { reason: 'Timer_ConnectionIdle', method: '', target: '' },
      },
      from: 'rebuilt from the template, Error logging in HTTP APIs, Windows Server 2008 R2 to 2012 R2',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/2.0 GET /orders 3 503 1 QueueFull ShopPool',
      gives: { message: 'QueueFull ShopPool', fields: { status: '503', target: '/orders' } },
      from: 'rebuilt from the template, Windows Server 2016 with streamid',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 51000 192.0.2.37 443 HTTP/1.1 GET /orders - - 503 1 AppOffline ShopPool TCP',
      gives: { message: 'AppOffline ShopPool TCP', fields: { reason: 'AppOffline', status: '503' } },
      from: 'rebuilt from the template, Windows Server 2022 with streamid, streamid_ex and transport',
    },
    {
      line: '2026-11-22 12:00:05 192.0.2.9 64388 192.0.2.37 80 - - - - - Timer_MinBytesPerSecond',
      gives: { message: 'Timer_MinBytesPerSecond' },
      from: 'rebuilt from the template, Error logging in HTTP APIs, its example of Windows Server 2003',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22 12:00:05 192.0.2.9 2774 192.0.2.37 80 HTTP/1.1 GET /+-+1+Connection_Abandoned_By_ReqQueue+ShopPool 400 - URL -',
      gives: { message: 'URL -', fields: { reason: 'URL', status: '400' } },
      because: 'a blank that a client sends is written as a plus sign, so it opens no column',
    },
  ],
});

import { defineFormat } from '#lib/catalogue/define.ts';
import { present } from '#lib/catalogue/define-json.ts';
import { isoStamp } from '#lib/model/time.ts';

/**
 * Fields stand in one order, whichever are ticked, and the header that names them is another line: what stands before
 * the method is found by the stem after it, what stands behind the client's address by its shape.
 * https://learn.microsoft.com/en-us/windows/win32/http/w3c-logging
 */
const head =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:[^\s/]{1,100} ){0,3}?([A-Z][A-Z_-]{0,19}) (\/\S*|\*) (\S+) \d{1,5} \S+ ([0-9A-Fa-f.:%]{2,60}) /;

interface Outcome {
  /** sc-status, sc-substatus, sc-win32-status. */
  readonly result: readonly [string, string, string];
  /** time-taken, the last of what is ticked: sc-bytes and cs-bytes may stand before it. */
  readonly elapsed: string | undefined;
}

/**
 * A blank that a client sends is written as a plus sign, but a whole header may be a number: where several columns look
 * like the status and what follows it, headers that a client chose are among them, and none is believed.
 */
function outcomeOf(columns: readonly string[]): Outcome | undefined {
  const found: Outcome[] = [];
  const numbers = columns.map((column) => /^\d{1,12}$/.test(column));
  const isOutcome = (at: number): boolean =>
    /^[1-5]\d\d$/.test(columns[at] ?? '') &&
    /^(?:\d\d?|100)$/.test(columns[at + 1] ?? '') &&
    numbers[at + 2] === true;
  for (const [at, status] of columns.entries()) {
    if (!isOutcome(at)) continue;
    const [substatus = '', win32 = ''] = columns.slice(at + 1, at + 3);
    const behind = numbers.slice(at + 3, at + 7);
    const run = behind.includes(false) ? behind.indexOf(false) : behind.length;
    if (run === 0) continue;
    // No time is ticked, and the numbers behind a client's are the status.
    if (run === 3 && isOutcome(at + 3)) return undefined;
    // Four: a custom field is a number too, and which of them is the time is not said.
    found.push({ result: [status, substatus, win32], elapsed: run > 3 ? undefined : columns[at + 2 + run] });
  }
  return found.length === 1 ? found[0] : undefined;
}

export const iis = defineFormat({
  id: 'iis',
  title:
    'IIS access log (W3C extended, the default fields or more), as a proxy: Application Request Routing, ASP.NET Core module',
  manual: 'https://learn.microsoft.com/en-us/iis/configuration/system.applicationhost/sites/site/logfile/',
  kind: 'access',
  role: 'proxy',
  program: 'iis',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'end' },
  read(line) {
    const h = head.exec(line);
    const stamp = h && isoStamp(`${h[1]}T${h[2]}Z`);
    const outcome = h ? outcomeOf(line.slice(h[0].length).split(' ')) : undefined;
    if (!h || !stamp || !outcome) return undefined;
    const [, , , method, stem = '', query = '-', client] = h;
    const target = query === '-' ? stem : `${stem}?${query}`;
    return {
      kind: 'line',
      stamp,
      message: `${method} ${target}`,
      fields: present({
        reason: outcome.result.join(' '),
        method,
        target,
        client,
        status: outcome.result[0],
        elapsed: outcome.elapsed,
      }),
    };
  },
  samples: [
    {
      line: '2026-11-22 12:00:05 10.0.0.4 POST /pay id=7 443 - 203.0.113.9 Mozilla/5.0+(Windows+NT+10.0) - 502 3 12030 15',
      gives: {
        at: '2026-11-22T12:00:05.000',
        message: 'POST /pay?id=7',
        fields: { reason: '502 3 12030', status: '502', elapsed: '15', client: '203.0.113.9' },
      },
      from: 'rebuilt from the template, IIS 10 W3C extended log file',
    },
    {
      line: '2026-11-22 12:00:05 W3SVC1 WEB-01 10.0.0.4 POST /pay id=7 443 - 203.0.113.9 HTTP/1.1 Mozilla/5.0+(Windows+NT+10.0) ASP.NET_SessionId=lx0n https://shop.example.com/cart shop.example.com 502 3 12030 1477 871 15046',
      gives: {
        message: 'POST /pay?id=7',
        fields: { reason: '502 3 12030', status: '502', elapsed: '15046', client: '203.0.113.9' },
      },
      from: 'rebuilt from the template, IIS 10 W3C extended log file, every field ticked',
    },
    {
      line: '2026-11-22 12:00:05 10.0.0.4 GET /orders - 443 - 203.0.113.9 Mozilla/5.0+(Windows+NT+10.0) 200 0 0 53175 46',
      gives: { fields: { reason: '200 0 0', status: '200', elapsed: '46' } },
      from: 'rebuilt from the template, IIS 10 W3C extended log file with sc-bytes, without cs(Referer)',
    },
    {
      line: '2026-11-22 12:00:05 SHOP GET /orders X-ARR-LOG-ID=2ec4b8ad-3cf0-4442-93ab-837317ece6a1 80 - 203.0.113.9 Mozilla/5.0+(Windows+NT+6.3) - - shop.example.com 200 0 0 53175 871 46',
      gives: { fields: { status: '200', elapsed: '46', client: '203.0.113.9', method: 'GET' } },
      from: 'rebuilt from the template, Azure App Service web server log, which has no s-ip',
    },
    {
      line: '2026-11-22 12:00:05 10.0.0.4 POST /pay - 443 - 10.0.0.9 Mozilla/5.0+(Windows+NT+10.0) - 502 3 12030 15 203.0.113.9,+10.0.0.9',
      gives: { fields: { reason: '502 3 12030', elapsed: '15', client: '10.0.0.9' } },
      from: 'rebuilt from the template, IIS 10 with X-Forwarded-For as a custom field',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22 12:00:05 10.0.0.4 GET /+502+3+12030+15 x+502+3+12030 443 - 203.0.113.9 x+502+3+12030+15 502+3+12030 200 0 0 15',
      gives: { fields: { reason: '200 0 0', status: '200' } },
      because: 'a blank that a client sends is written as a plus sign, so it opens no column',
    },
    {
      line: '2026-11-22 12:00:05 10.0.0.4 GET /orders - 443 - 203.0.113.9 HTTP/1.1 502 3 12030 shop.example.com 200 0 0 53175 871 46',
      gives: { fields: { reason: '200 0 0', status: '200', elapsed: '46' } },
      because: 'a user agent, a cookie and a referrer may be numbers, but no time follows them',
    },
    {
      line: '2026-11-22 12:00:05 10.0.0.4 GET /orders - 443 - 203.0.113.9 7 - 200 0 0 46 502 3 12030',
      gives: { fields: { reason: '200 0 0', status: '200' } },
      because: 'custom fields stand last, and with them a client may send numbers too',
    },
  ],
});

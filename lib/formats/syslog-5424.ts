import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp } from '#lib/model/time.ts';

const head = /^(?:<\d{1,3}>)?1 (\S{1,64}) (\S{1,255}) (\S{1,48}) (\S{1,128}) (\S{1,32}) /;
// Heroku's drains leave the structured data out.
const structured = /^(?:-|(?:\[[^\]"\\]*(?:(?:"[^"\\]*(?:\\.[^"\\]*)*"|\\.)[^\]"\\]*)*\])+)(?: |$)/s;

export const syslog5424 = defineFormat({
  id: 'syslog-5424',
  title: 'syslog (RFC 5424)',
  manual: 'https://www.rfc-editor.org/rfc/rfc5424',
  kind: 'envelope',
  role: undefined,
  host: true,
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    const [, when = '', host = '-', process = '-', id = '-'] = h;
    const stamp = isoStamp(when);
    if (!stamp && when !== '-') return undefined;
    const rest = line.slice(h[0].length);
    const data = structured.exec(rest)?.[0] ?? '';
    const inner = rest.slice(data.length).replace(/^\ufeff/, '');
    return {
      kind: 'envelope',
      stamp,
      inner,
      fields: {
        ...(host === '-' ? {} : { host }),
        ...(process === '-' ? {} : { process }),
        ...(id === '-' ? {} : /^\d+$/.test(id) ? { pid: id } : { unit: id }),
      },
    };
  },
  samples: [
    {
      line: '<134>1 2026-11-22T11:57:27.510882+00:00 - haproxy 4711 - - 127.0.0.1:52150 [22/Nov/2026:11:57:27.508] fe be/srv 0/0/0/-1/1 502 209 - - SH-- 1/1/0/0/0 0/0 "GET /hdr/fin HTTP/1.1"',
      gives: {
        at: '2026-11-22T11:57:27.510',
        inner:
          '127.0.0.1:52150 [22/Nov/2026:11:57:27.508] fe be/srv 0/0/0/-1/1 502 209 - - SH-- 1/1/0/0/0 0/0 "GET /hdr/fin HTTP/1.1"',
        fields: { process: 'haproxy', pid: '4711', host: '' },
      },
      from: 'rebuilt from the template, HAProxy 3.4 doc/configuration.txt, section 8.2',
    },
    {
      line: '<11>1 2026-11-22T12:00:20Z web1 gunicorn 17 - [meta sequenceId="1" text="a \\"]\\" b"][x@1 y="z"] \ufeff[2026-11-22 12:00:20 +0000] [17] [INFO] Handling signal: term',
      gives: {
        inner: '[2026-11-22 12:00:20 +0000] [17] [INFO] Handling signal: term',
        fields: { host: 'web1', process: 'gunicorn', pid: '17' },
      },
      from: 'rebuilt from the template, RFC 5424, section 6',
    },
    {
      line: '<158>1 2026-11-22T12:00:20.123456+00:00 host app web.1 - Puma starting in cluster mode...',
      gives: {
        inner: 'Puma starting in cluster mode...',
        fields: { process: 'app', unit: 'web.1', pid: '' },
      },
      from: 'rebuilt from the template, Heroku Dev Center, "Log Drains"',
    },
  ],
  forgeries: [
    {
      line: '<134>1 2026-11-22T11:57:27Z web1 app 17 - [req ua="x\\"] <134>1 2020-01-01T00:00:00Z forged kernel - - -"] served',
      gives: { message: 'served', fields: { host: 'web1', process: 'app', pid: '17' } },
      because: 'quotes and brackets inside structured data are escaped, so a client cannot end it',
    },
  ],
});

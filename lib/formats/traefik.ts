import { defineFormat } from '#lib/catalogue/define.ts';
import { jsonObject, scalar, stampIn } from '#lib/catalogue/define-json.ts';
import { isoStamp } from '#lib/model/time.ts';

/** zerolog on a terminal: time, level, caller, message, and `error=` before all other fields. */
const console =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)) (TRC|DBG|INF|WRN|ERR) (?:\S+\.go:\d+ > )?(\d{3} [A-Z][A-Za-z ]{1,40}) error=("(?:[^"\\]|\\.)*"|[^\s"]+)(?: |$)/;
const copy =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)) (TRC|DBG|INF|WRN|ERR) (?:\S+\.go:\d+ > )?(httputil: ReverseProxy .*?)(?: [a-zA-Z]+=.*)?$/;
/** Version 2 (logrus). */
const second =
  /^time="([^"]+)" level=(debug|info|warning|error) msg="(?:'(\d{3} [A-Z][A-Za-z ]{1,40})' caused by: ((?:[^"\\]|\\.)*)|(httputil: ReverseProxy (?:[^"\\]|\\.)*))"/;
const statusText = /^\d{3} [A-Z][A-Za-z ]{1,40}$/;

const unquoted = (text: string): string => text.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');

type Read = readonly [time: string | undefined, level: string | undefined, message: string];

function textOf(line: string): Read | undefined {
  const c = console.exec(line);
  if (c) return [c[1], c[2], `${c[3]}: ${unquoted(c[4] ?? '')}`];
  const b = copy.exec(line);
  if (b) return [b[1], b[2], b[3] ?? ''];
  const s = second.exec(line);
  return s ? [s[1], s[2], s[3] ? `${s[3]}: ${unquoted(s[4] ?? '')}` : unquoted(s[5] ?? '')] : undefined;
}

function jsonOf(line: string): Read | undefined {
  if (!/"(?:message|msg)": ?"(?:\d{3} [A-Z]|'\d{3} |httputil: )/.test(line)) return undefined;
  const object = jsonObject(line);
  if (!object) return undefined;
  const [message, error] = [scalar(object['message'] ?? object['msg']), scalar(object['error'])];
  if (message === undefined || !stampIn(object['time'])) return undefined;
  const v2 = /^'(\d{3} [A-Z][A-Za-z ]{1,40})' caused by: (.*)$/.exec(message);
  const said = v2
    ? `${v2[1]}: ${v2[2]}`
    : message.startsWith('httputil: ')
      ? message
      : error !== undefined && statusText.test(message)
        ? `${message}: ${error}`
        : undefined;
  return said === undefined ? undefined : [scalar(object['time']), scalar(object['level']), said];
}

export const traefik = defineFormat({
  id: 'traefik',
  title: 'Traefik log: what its proxy says (at level DEBUG), versions 2 and 3',
  manual: 'https://doc.traefik.io/traefik/observability/logs/',
  kind: 'text',
  role: 'proxy',
  program: 'traefik',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'moment' },
  read(line) {
    const read = line.startsWith('{') ? jsonOf(line) : textOf(line);
    const stamp = read?.[0] === undefined ? undefined : isoStamp(read[0]);
    if (!read || !stamp) return undefined;
    return { kind: 'line', stamp, message: read[2], fields: { level: read[1] ?? '' } };
  },
  samples: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 502 Bad Gateway error=EOF',
      gives: { at: '2026-11-22T12:00:00.000', message: '502 Bad Gateway: EOF', fields: { level: 'DBG' } },
      from: 'rebuilt from the template, Traefik v3.7.9',
    },
    {
      line: '2026-11-22T12:00:00Z DBG log/log.go:245 > httputil: ReverseProxy read error during body copy: unexpected EOF entryPointName=web',
      gives: { message: 'httputil: ReverseProxy read error during body copy: unexpected EOF' },
      from: 'rebuilt from the template, Traefik v3.7.9',
    },
    {
      line: '{"level":"debug","entryPointName":"web","error":"read tcp 10.1.0.2:51544->10.1.0.9:8080: read: connection reset by peer","time":"2026-11-22T12:00:00Z","message":"502 Bad Gateway"}',
      gives: {
        at: '2026-11-22T12:00:00.000',
        message: '502 Bad Gateway: read tcp 10.1.0.2:51544->10.1.0.9:8080: read: connection reset by peer',
      },
      from: 'rebuilt from the template, Traefik v3.7.9',
    },
    {
      line: 'time="2026-11-22T12:00:00Z" level=debug msg="\'502 Bad Gateway\' caused by: EOF"',
      gives: { at: '2026-11-22T12:00:00.000', message: '502 Bad Gateway: EOF' },
      from: 'rebuilt from the template, Traefik v2.11 pkg/server/service/proxy.go',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22T12:00:00Z DBG pkg/proxy/httputil/proxy.go:124 > 500 Internal Server Error error="net/http: HTTP/1.x transport connection broken: malformed MIME header: missing colon: \\"x\\" error=EOF" entryPointName=web',
      gives: {
        message:
          '500 Internal Server Error: net/http: HTTP/1.x transport connection broken: malformed MIME header: missing colon: "x" error=EOF',
        fields: {},
      },
      because: 'the part of a header is quoted as it came, quotes escaped',
    },
  ],
});

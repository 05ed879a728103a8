import { defineFormat } from '#lib/catalogue/define.ts';
import {
  firstOf,
  type JsonObject,
  jsonObject,
  present,
  scalar,
  stampIn,
} from '#lib/catalogue/define-json.ts';
import { timeAhead } from '#lib/catalogue/define-time.ts';
import type { Stamp } from '#lib/model/time.ts';

const loggers = /^http\.(?:log\.(?:access|error)(?:\.|$)|handlers\.reverse_proxy(?:\.|$))/;
/** On a terminal: time, level, logger, message, and the other fields as JSON. */
const console = /^\t(DEBUG|INFO|WARN|ERROR)\t(http\.\S+)\t([^\t]*)\t(\{.*\})$/;

interface Entry {
  readonly stamp: Stamp | undefined;
  readonly level: string;
  readonly logger: string;
  readonly message: string;
  readonly rest: JsonObject;
}

function entryOf(line: string): Entry | undefined {
  if (line.startsWith('{')) {
    // Cheap to refuse: every other JSON log goes past here.
    const rest = line.includes('"http.') ? jsonObject(line) : undefined;
    if (!rest) return undefined;
    const [level, logger, message] = [rest['level'], rest['logger'], rest['msg']].map(scalar);
    return {
      stamp: stampIn(rest['ts']),
      level: level ?? '',
      logger: logger ?? '',
      message: message ?? '',
      rest,
    };
  }
  const ahead = line.includes('\thttp.') ? timeAhead(line) : undefined;
  const c = ahead && console.exec(line.slice(ahead.end));
  const rest = c && jsonObject(c[4] ?? '');
  return rest
    ? { stamp: ahead?.stamp, level: c[1] ?? '', logger: c[2] ?? '', message: c[3] ?? '', rest }
    : undefined;
}

const firstText = (value: unknown): string | undefined => scalar(Array.isArray(value) ? value[0] : value);

export const caddy = defineFormat({
  id: 'caddy',
  title: 'Caddy: runtime and access log (JSON, or as on a terminal)',
  manual: 'https://caddyserver.com/docs/logging',
  kind: 'text',
  role: 'proxy',
  program: 'caddy',
  clock: { zone: 'either', resolution: 1, stamps: 'end' },
  read(line) {
    const entry = entryOf(line);
    if (!entry || !loggers.test(entry.logger)) return undefined;
    const { rest, logger } = entry;
    const text = (...names: readonly string[]) => scalar(firstOf(rest, ...names));
    const [method, target] = [text('request.method'), text('request.uri')];
    const [ip, port] = [text('request.remote_ip'), text('request.remote_port')];
    const error = scalar(rest['error']);
    const access = logger.startsWith('http.log.access');
    const connection = ip && port ? `${ip}:${port}` : undefined;
    const shared = {
      host: text('request.host'),
      status: text('status'),
      request_time: text('duration'),
      request_length: firstText(firstOf(rest, 'request.headers.Content-Length')),
      connection,
    };
    const own = access
      ? {
          request_method: method,
          request_target: target,
          remote_addr: ip,
          body_bytes_sent: text('size'),
        }
      : { method, target, client: ip, upstream: text('upstream') };
    return {
      kind: 'line',
      stamp: entry.stamp,
      message: access
        ? `${entry.message}: ${method} ${target}`
        : logger.startsWith('http.handlers') && error !== undefined
          ? `${entry.message}: ${error}`
          : entry.message,
      fields: present({ level: entry.level, logger, ...shared, ...own }),
    };
  },
  samples: [
    {
      line: '{"level":"error","ts":1795349103.0390077,"logger":"http.log.error.log0","msg":"EOF","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"Accept":["*/*"],"User-Agent":["probe"]}},"duration":0.106260185,"status":502,"err_id":"xxfv2z0mt","err_trace":"reverseproxy.statusError (reverseproxy.go:1272)"}',
      gives: {
        at: '2026-11-22T12:05:03.039',
        message: 'EOF',
        fields: {
          level: 'error',
          method: 'GET',
          target: '/hdr/fin',
          client: '127.0.0.1',
          connection: '127.0.0.1:40868',
          status: '502',
          request_time: '0.106260185',
        },
      },
      from: 'captured, Caddy 2.6.2',
    },
    {
      line: '{"level":"error","ts":1795349103.7393336,"logger":"http.handlers.reverse_proxy","msg":"aborting with incomplete response","error":"unexpected EOF"}',
      gives: { message: 'aborting with incomplete response: unexpected EOF' },
      from: 'captured, Caddy 2.6.2',
    },
    {
      line: '{"level":"error","ts":1795349103.0392172,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"127.0.0.1","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"127.0.0.1:28501","uri":"/hdr/fin","headers":{"User-Agent":["probe"],"Accept":["*/*"]}},"user_id":"","duration":0.106260185,"size":0,"status":502,"resp_headers":{"Server":["Caddy"]}}',
      gives: {
        message: 'handled request: GET /hdr/fin',
        fields: {
          request_method: 'GET',
          request_target: '/hdr/fin',
          remote_addr: '127.0.0.1',
          status: '502',
        },
      },
      from: 'captured, Caddy 2.6.2',
    },
    {
      line: '2026/11/22 12:05:03.039\tERROR\thttp.log.error.log0\tEOF\t{"request": {"remote_ip": "192.0.2.9", "remote_port": "40868", "method": "POST", "host": "shop.example.com", "uri": "/pay"}, "duration": 0.106260185, "status": 502}',
      gives: { at: '2026-11-22T12:05:03.039', message: 'EOF', fields: { method: 'POST', target: '/pay' } },
      from: 'rebuilt from the template, Caddy v2.11.4 on a terminal',
    },
  ],
  forgeries: [
    {
      line: '{"level":"info","ts":1795349103.0392172,"logger":"http.log.access.log0","msg":"handled request","request":{"remote_ip":"192.0.2.9","remote_port":"40868","proto":"HTTP/1.1","method":"GET","host":"shop.example.com","uri":"/\\",\\"status\\":502","headers":{"User-Agent":["\\"status\\":502"],"Status":["502"]}},"user_id":"","duration":0.1,"size":2,"status":200,"resp_headers":{"Server":["Caddy"]}}',
      gives: { fields: { status: '200', remote_addr: '192.0.2.9' } },
      because: 'path and headers are quoted strings inside the request; the status stands beside it',
    },
  ],
});

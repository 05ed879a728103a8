import { defineFormat } from '#lib/catalogue/define.ts';
import { clfStamp, requestLine } from '#lib/catalogue/define-access-fields.ts';
import { firstOf, type JsonObject, jsonObject, present, scalar } from '#lib/catalogue/define-json.ts';
import type { Reading } from '#lib/model/format.ts';
import { isoStamp, type Stamp } from '#lib/model/time.ts';

const quoted = String.raw`(?:"(?:[^"\\]|\\.)*"|-)`;
const head = /^(\S+) - .*\[([^[\]]{20,32})\] "/;
/** Its quoted values are escaped, its request is not: so the columns are those that reach to the end of the line. */
const tail = new RegExp(
  String.raw`" (\d{1,3}|-) (\d+|-) ${quoted} ${quoted} (?:\d+|-) "([^"\\]{1,400}|-)" "([^"\\]{1,400}|-)" (\d+)ms$`,
);
const url = /^([a-z0-9]+):\/\/([^/\s]+)/;

const later = (stamp: Stamp, ms: number, resolution = stamp.resolution): Stamp => ({
  ...stamp,
  wall: stamp.wall + ms,
  resolution,
});

function common(line: string): Reading | undefined {
  if (!line.endsWith('ms')) return undefined;
  const h = head.exec(line);
  const stamp = h && clfStamp(h[2] ?? '');
  const t = stamp && tail.exec(line);
  if (!h || !stamp || !t || t.index < h[0].length) return undefined;
  const message = line.slice(h[0].length, t.index);
  const peer = url.exec(t[4] ?? '');
  const ms = Number(t[5]);
  return {
    kind: 'line',
    stamp: later(stamp, ms),
    message,
    fields: {
      remote_addr: h[1] ?? '',
      ...requestLine(message),
      status: t[1] ?? '',
      body_bytes_sent: t[2] ?? '',
      request_time: (ms / 1_000).toFixed(3),
      ...(peer ? { upstream_addr: peer[2] ?? '', upstream_scheme: peer[1] ?? '' } : {}),
    },
  };
}

const nanos = (object: JsonObject, name: string): number | undefined => {
  const value = object[name];
  return typeof value === 'number' ? value / 1e6 : undefined;
};

function json(line: string): Reading | undefined {
  if (!line.includes('"DownstreamStatus"')) return undefined;
  const object = jsonObject(line);
  const text = (name: string) => scalar(object?.[name]);
  if (!object || text('DownstreamStatus') === undefined) return undefined;
  const start = isoStamp((text('StartUTC') ?? text('StartLocal') ?? '').slice(0, 40));
  const ms = nanos(object, 'Duration');
  const end = isoStamp(text('time') ?? '');
  const origin = nanos(object, 'OriginDuration');
  const peer = url.exec(text('ServiceURL') ?? '')?.[2] ?? text('ServiceAddr');
  const [method, target] = [text('RequestMethod'), text('RequestPath')];
  return {
    kind: 'line',
    stamp: start && ms !== undefined ? later(start, Math.round(ms), 1) : end,
    message: `${method} ${target} ${text('RequestProtocol')}`,
    fields: present({
      remote_addr: text('ClientHost'),
      request_method: method,
      request_target: target,
      host: text('RequestHost'),
      status: text('DownstreamStatus'),
      body_bytes_sent: text('DownstreamContentSize'),
      request_length: text('RequestContentSize'),
      request_time: ms === undefined ? undefined : (ms / 1_000).toFixed(3),
      upstream_addr: peer,
      upstream_response_time: origin === undefined ? undefined : (origin / 1_000).toFixed(3),
      retries: text('RetryAttempts'),
      request_id: scalar(firstOf(object, 'TraceId')),
    }),
  };
}

export const traefikAccess = defineFormat({
  id: 'traefik-access',
  title: 'Traefik access log: common and JSON',
  manual: 'https://doc.traefik.io/traefik/observability/access-logs/',
  kind: 'access',
  role: 'proxy',
  program: 'traefik',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'start' },
  read: (line) => (line.startsWith('{') ? json(line) : common(line)),
  samples: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:00:00 +0000] "GET /x HTTP/1.1" 502 11 "-" "-" 42 "web@docker" "http://10.1.0.9:8080" 5100ms',
      gives: {
        at: '2026-11-22T12:00:05.100',
        message: 'GET /x HTTP/1.1',
        fields: {
          status: '502',
          body_bytes_sent: '11',
          upstream_addr: '10.1.0.9:8080',
          request_time: '5.100',
          request_target: '/x',
          remote_addr: '192.0.2.9',
        },
      },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/middlewares/accesslog/logger_formatters.go',
    },
    {
      line: '{"ClientAddr":"192.0.2.9:51544","ClientHost":"192.0.2.9","ClientPort":"51544","ClientUsername":"-","DownstreamContentSize":11,"DownstreamStatus":502,"Duration":30012345678,"OriginContentSize":11,"OriginDuration":30011000000,"OriginStatus":502,"Overhead":1345678,"RequestAddr":"shop.example.com","RequestContentSize":0,"RequestCount":42,"RequestHost":"shop.example.com","RequestMethod":"POST","RequestPath":"/pay","RequestPort":"-","RequestProtocol":"HTTP/1.1","RequestScheme":"https","RetryAttempts":0,"RouterName":"web@docker","ServiceAddr":"10.1.0.9:8080","ServiceName":"web@docker","ServiceURL":"http://10.1.0.9:8080","StartLocal":"2026-11-22T12:00:00.123456789Z","StartUTC":"2026-11-22T12:00:00.123456789Z","entryPointName":"web","level":"info","msg":"","time":"2026-11-22T12:00:30Z"}',
      gives: {
        at: '2026-11-22T12:00:30.135',
        fields: {
          status: '502',
          upstream_addr: '10.1.0.9:8080',
          upstream_response_time: '30.011',
          host: 'shop.example.com',
        },
      },
      from: 'rebuilt from the template, Traefik v3.7.9 pkg/middlewares/accesslog/logdata.go',
    },
  ],
  forgeries: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:12:00:00 +0000] "GET /" 502 11 "-" "-" 1 "web@docker" "http://203.0.113.9:80" 51ms HTTP/1.1" 200 2 "-" "curl/8.14.1" 42 "web@docker" "http://10.1.0.9:8080" 5ms',
      gives: { fields: { status: '200', upstream_addr: '10.1.0.9:8080', request_time: '0.005' } },
      because: 'Traefik does not escape a quote in the path, so a path can hold all the columns',
    },
    {
      line: '192.0.2.9 - a [01/Jan/2020:00:00:00 +0000] "GET / HTTP/1.1" 502 11 [22/Nov/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 2 "-" "x\\" 42 \\"web\\" \\"http://203.0.113.9\\" 51ms" 42 "web@docker" "http://10.1.0.9:8080" 5ms',
      gives: { fields: { status: '200', upstream_addr: '10.1.0.9:8080' } },
      because: 'user name and user agent hold columns of their own',
    },
  ],
});

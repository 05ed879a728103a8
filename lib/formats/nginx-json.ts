import { defineFormat } from '#lib/catalogue/define.ts';
import { accessValue, clfStamp, requestLine, spelling, squash } from '#lib/catalogue/define-access-fields.ts';
import type { Fields } from '#lib/model/event.ts';
import { epochStamp, isoStamp, type Stamp } from '#lib/model/time.ts';

// A string that is not closed reaches to the end, so that no part of it is tried again.
const string = '"(?:[^"\\\\]|\\\\[^])*(?:"|\\\\?$)';
const strings = new RegExp(`${string}|: ?((?:-|[\\d.]+)(?:(?:, | : )(?:-|[\\d.]+)){0,40})(?=[,}])`, 'g');

/** Hand-made JSON that is none: numbers written as `-` or as lists, and quotes escaped as \x22. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    const mended = line.replace(strings, (whole, bare: string | undefined) =>
      bare === undefined ? whole.replace(/\\x([0-9A-Fa-f]{2})/g, '\\u00$1') : `:"${bare}"`,
    );
    try {
      return JSON.parse(mended);
    } catch {
      return undefined;
    }
  }
}

const none: ReadonlySet<string> = new Set();
const keysIn = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 0
    : Object.values(value).reduce<number>(
        (sum, inner) => sum + keysIn(inner),
        Array.isArray(value) ? 0 : Object.keys(value).length,
      );

const tokens = new RegExp(`(${string})(\\s*:)?|[{}]`, 'g');

/** Keys written twice in one object: with `escape=none` a client can add its own, and neither is believed. */
function doubled(line: string, object: object): ReadonlySet<string> {
  if (line.split(/"\s*:/).length - 1 === keysIn(object)) return none;
  const twice = new Set<string>();
  const open: { readonly path: string; readonly keys: Set<string>; last: string }[] = [];
  for (const [whole, text, colon] of line.matchAll(tokens)) {
    const inner = open.at(-1);
    if (whole === '{') open.push({ path: inner ? inner.path + inner.last : '', keys: new Set(), last: '' });
    else if (whole === '}') open.pop();
    else if (text && colon && inner) {
      inner.last = squash(text);
      if (inner.keys.has(inner.last)) twice.add(inner.path + inner.last);
      inner.keys.add(inner.last);
    }
  }
  return twice;
}

/** Names of wrappers that add nothing to the names inside them. */
const wrappers = new Set([
  'nginx',
  'access',
  'log',
  'http',
  'data',
  'fields',
  'json',
  'req',
  'res',
  'request',
  'response',
  'httprequest',
]);

/** Scalars by squashed name, one level down as well; lists as nginx writes them. */
function flattened(object: object, skip: ReadonlySet<string>): ReadonlyMap<string, string> {
  const flat = new Map<string, string>();
  const put = (key: string, value: unknown): void => {
    const text = Array.isArray(value) ? value.join(', ') : value;
    if (typeof text !== 'string' && typeof text !== 'number') return;
    if (!skip.has(key) && !flat.has(key)) flat.set(key, String(text));
  };
  const inner: [string, string, unknown][] = [];
  for (const [name, value] of Object.entries(object)) {
    const key = squash(name);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [below, leaf] of Object.entries(value)) inner.push([key, squash(below), leaf]);
    else put(key, value);
  }
  for (const [outer, below, leaf] of inner) {
    put(outer + below, leaf);
    if (wrappers.has(outer) && !skip.has(outer + below)) put(below, leaf);
  }
  return flat;
}

const stamps = ['msec', 'timeiso8601', 'timelocal', 'time', 'ts', 'datetime', 'date', 'timestamp'];

/** The finest of the times that the record carries; nginx writes all of them at the end of the request. */
function stampOf(flat: ReadonlyMap<string, string>): Stamp | undefined {
  const found = stamps.flatMap((name) => {
    const text = flat.get(name);
    if (text === undefined) return [];
    const stamp = /^\d+(?:\.\d+)?$/.test(text)
      ? epochStamp(Number(text))
      : (clfStamp(text) ?? isoStamp(text));
    return stamp ? [stamp] : [];
  });
  return found.sort((a, b) => a.resolution - b.resolution)[0];
}

/** Keys that name another proxy, whose records have formats of their own, or a monitor that watches traffic. */
const foreign = [
  // Zeek
  'idorigh',
  'idresph',
  'responseflags',
  'responsecodedetails',
  'upstreamcluster',
  'downstreamstatus',
  'originstatus',
  'terminationstate',
  'routekey',
  'resourcepath',
  'edgeresponsestatus',
];
const loggers = ['level', 'severity', 'levelname', 'loglevel', 'lvl', 'logger'];
const own = [
  'bodybytessent',
  'bytessent',
  'requesttime',
  'remoteaddr',
  'remoteuser',
  'timelocal',
  'timeiso8601',
  'httpuseragent',
  'httpreferer',
  'httpreferrer',
  'requesturi',
  'requestlength',
  'msec',
];

/** Whoever answers a request knows more of it than what was asked and the status. */
const isAnswerer = (flat: ReadonlyMap<string, string>, fields: Fields): boolean =>
  Object.keys(fields).some(
    (name) => !/^(?:status|host|http_version|request_(?:method|target))$/.test(name),
  ) || own.some((name) => flat.has(name));

/** An application's log of its own requests: it has a level and does not speak nginx's names. */
function isApplication(flat: ReadonlyMap<string, string>, fields: Fields): boolean {
  if (Object.keys(fields).some((name) => name.startsWith('upstream_'))) return false;
  return loggers.some((name) => flat.has(name)) && own.filter((name) => flat.has(name)).length < 2;
}

function fieldsOf(flat: ReadonlyMap<string, string>): Fields {
  const fields: Record<string, string> = {};
  const ranks = new Map<string, number>();
  for (const [name, value] of flat) {
    const spelt = spelling(name);
    if (!spelt || spelt.rank >= (ranks.get(spelt.field) ?? Number.POSITIVE_INFINITY)) continue;
    // escape=json leaves an unset variable empty; the default escape writes `-`.
    const text = accessValue(spelt, value === '' && spelt.field.startsWith('upstream_') ? '-' : value);
    if (text === undefined) continue;
    fields[spelt.field] = text;
    ranks.set(spelt.field, spelt.rank);
  }
  return fields;
}

function withQuery(target: string, flat: ReadonlyMap<string, string>): string {
  const query = flat.get('args') ?? flat.get('querystring') ?? flat.get('query') ?? '';
  return target.includes('?') || query === '' || query === '-' ? target : `${target}?${query}`;
}

export const nginxJson = defineFormat({
  id: 'nginx-json',
  title: 'JSON access log of nginx, whatever names its log_format gives',
  manual: 'https://nginx.org/en/docs/http/ngx_http_log_module.html#log_format',
  kind: 'access',
  role: undefined,
  clock: { zone: 'either', resolution: 1, stamps: 'end' },
  read(line) {
    if (!line.startsWith('{')) return undefined;
    const object = parsed(line);
    if (typeof object !== 'object' || object === null) return undefined;
    const flat = flattened(object, doubled(line, object));
    const fields = fieldsOf(flat);
    const asked = flat.get('request') ?? flat.get('requestline');
    const request = asked === undefined ? {} : requestLine(asked);
    const target = request['request_target'] ?? fields['request_target'];
    const status = fields['status'];
    if (status === undefined || target === undefined) return undefined;
    // Suricata's eve.json
    const isEve = flat.has('flowid') && flat.has('eventtype');
    if (isEve || foreign.some((name) => flat.has(name)) || isApplication(flat, fields)) return undefined;
    if (asked === undefined && !isAnswerer(flat, fields)) return undefined;
    const full = request['request_target'] ?? withQuery(target, flat);
    const version = fields['http_version'];
    const written = [fields['request_method'], full, version && `HTTP/${version}`].filter(Boolean).join(' ');
    return {
      kind: 'line',
      stamp: stampOf(flat),
      message: request['request_target'] ? (asked ?? '') : written,
      fields: { ...fields, ...request, request_target: full },
    };
  },
  samples: [
    {
      line: '{"time":"2026-11-22T11:54:07+00:00","msec":1795348447.507,"request_id":"6d5bc0a51833e0c2bb1bc6dad9bbff3d","remote_addr":"127.0.0.1","request":"GET /body/clfin HTTP/1.1","status":200,"body_bytes_sent":100,"request_time":0.155,"upstream_addr":"127.0.0.1:18080","upstream_status":"200","upstream_connect_time":"0.000","upstream_header_time":"0.001","upstream_response_time":"0.155","upstream_response_length":"100"}',
      gives: {
        at: '2026-11-22T11:54:07.507',
        message: 'GET /body/clfin HTTP/1.1',
        fields: {
          remote_addr: '127.0.0.1',
          request_method: 'GET',
          request_target: '/body/clfin',
          http_version: '1.1',
          status: '200',
          request_time: '0.155',
          upstream_addr: '127.0.0.1:18080',
          upstream_header_time: '0.001',
          upstream_response_length: '100',
          request_id: '6d5bc0a51833e0c2bb1bc6dad9bbff3d',
        },
      },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '{"time_local":"24/Nov/2026:23:30:34 +0000","remote_addr":"127.0.0.1","request":"GET /two/fin HTTP/1.1","status":"502","http_user_agent":"curl/7.88.1","request_time":0.051,"upstream_response_time":0.000, 0.051,"upstream_connect_time":-, 0.001,"upstream_header_time":-, -,"upstream_addr":"127.0.0.1:18599, 127.0.0.1:18500","upstream_status":"502, 502"}',
      gives: {
        at: '2026-11-24T23:30:34.000',
        fields: {
          status: '502',
          upstream_response_time: '0.000, 0.051',
          upstream_connect_time: '-, 0.001',
          upstream_header_time: '-, -',
          upstream_status: '502, 502',
        },
      },
      from: 'captured, nginx 1.22.1: a log_format that forgot quotes around what may be a list',
    },
    {
      line: '{"time":"2026-11-24T23:17:03+00:00","remote_addr":"203.0.113.77","method":"GET","uri":"/reports/daily","protocol":"HTTP/1.1","status":502,"bytes":157,"request_time":0.124,"upstream_addr":"127.0.0.1:19580","upstream_status":"502","upstream_connect_time":"0.000","upstream_header_time":"-","upstream_response_time":"0.123","connection":"44","request_id":"10e1cc8dce497bf9a795f6a58e68ad62","user_agent":"curl/7.88.1"}',
      gives: {
        message: 'GET /reports/daily HTTP/1.1',
        fields: {
          request_target: '/reports/daily',
          body_bytes_sent: '157',
          connection: '44',
          upstream_header_time: '-',
        },
      },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '{"@timestamp":"2026-11-22T12:00:00.250Z","ts":"2026-11-22T12:00:00.120Z","clientip":"192.0.2.9","verb":"POST","path":"/pay","args":"cart=7","response":{"status":"502","size":157},"upstream":{"addr":"192.0.2.37:8080","status":"502","responseTimeMs":"54"},"requestDurationMs":55}',
      gives: {
        at: '2026-11-22T12:00:00.120',
        message: 'POST /pay?cart=7',
        fields: {
          remote_addr: '192.0.2.9',
          request_method: 'POST',
          request_target: '/pay?cart=7',
          status: '502',
          upstream_addr: '192.0.2.37:8080',
          upstream_status: '502',
          upstream_response_time: '0.054',
          request_time: '0.055',
        },
      },
      from: 'rebuilt from the template, nginx 1.22.1 src/http/modules/ngx_http_log_module.c',
    },
  ],
  forgeries: [
    {
      line: '{"time":"2026-11-24T23:30:58+00:00","remote_addr":"127.0.0.1","request":"GET /ok HTTP/1.1","status":200,"upstream_addr":"127.0.0.1:18500","user_agent":"x","upstream_addr":"203.0.113.9:80","upstream_status":"502","request_time":0.000,"upstream_status":"200"}',
      gives: { fields: { status: '200', upstream_addr: '', upstream_status: '' } },
      because: 'escape=none let the user agent add names; what then stands twice is not believed',
    },
    {
      line: '{"time_local":"24/Nov/2026:23:30:58 +0000","remote_addr":"127.0.0.1","request":"GET /ok HTTP/1.1","status":"200","http_user_agent":"x\\x22,\\x22status\\x22:502,\\x22upstream_status\\x22:\\x22502","request_time":0.000,"upstream_response_time":-,"upstream_status":"200"}',
      gives: { fields: { status: '200', upstream_status: '200' } },
      because: 'the same attempt under the default escape, in a line that must be mended before it is JSON',
    },
  ],
});

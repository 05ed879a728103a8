import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp } from '#lib/model/time.ts';

const head =
  /^\[(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\] "(\S+) (\S+) (\S+)" (\d{1,3}) (-|[A-Z][A-Za-z]{1,40}(?:,[A-Z][A-Za-z]{1,40}){0,8}) /;
const figures =
  /^(?:(-|[A-Za-z][\w.:,|[\]-]{0,200}(?:\{[^}]{0,4000}\})?) (?:([^\s"\d]\S{0,400}) )?)?((?:"[^"]{0,4000}" ){0,2})(\d+) (\d+) (\d+|-) (\d+|-) /;
// Request id, authority and host are the last that are quoted; Istio writes six words behind them.
const tail = /"([^"]*)" "([^"]*)" "([^"]*)"(?: (\S+) (\S+) (\S+) (\S+) (\S+) (\S+))?$/;
/** Where a request ends. Envoy writes a path as it came: one with a blank could bring an end of its own. */
const requestEnds = / HTTP\/\d(?:\.\d)?" \d{1,3} /g;

const told = (text: string | undefined): string | undefined =>
  text === undefined || text === '-' || text === '' ? undefined : text;
const place = (text: string | undefined): string | undefined => told(text)?.replace(/^[a-z]+:\/\//, '');
/** `10.0.0.9:38452`, `[2001:db8::1]:38452` without the port. */
const address = (text: string | undefined): string | undefined => told(text)?.replace(/:\d+$/, '');

export const envoy = defineFormat({
  id: 'envoy',
  title: 'Envoy access log (default text format) and Istio’s',
  manual: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage',
  kind: 'access',
  role: 'proxy',
  program: 'envoy',
  clock: { zone: 'in-line', resolution: 1, stamps: 'start' },
  read(text) {
    const line = text.trimEnd();
    const h = head.exec(line);
    const stamp = h && isoStamp(h[1] ?? '');
    if (!h || !stamp) return undefined;
    const rest = line.slice(h[0].length);
    const f = figures.exec(rest);
    if (!f) return undefined;
    const end = tail.exec(rest.slice(f[0].length));
    const ended = (line.match(requestEnds)?.length ?? 0) <= 1;
    const method = told(h[2]);
    const duration = told(f[6]);
    const transport = told(/^"([^"]*)" $/.exec(f[3] ?? '')?.[1]);
    const fields = {
      method,
      target: told(h[3]),
      status: ended ? h[5] : undefined,
      flags: ended ? h[6] : undefined,
      details: ended ? told(f[1]) : undefined,
      transport,
      bytesReceived: f[4],
      duration,
      requestId: told(end?.[1]),
      host: told(end?.[2]),
      upstream: place(end?.[3]),
      cluster: told(end?.[4]),
      client: address(end?.[7]),
    };
    return {
      kind: 'line',
      stamp: { ...stamp, wall: stamp.wall + Number(duration ?? 0) },
      message: method === undefined ? rest : `${h[2]} ${h[3]} ${h[4]}`,
      fields: Object.fromEntries(
        Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    };
  },
  samples: [
    {
      line: '[2026-11-27T04:02:53.687Z] "GET /hdr/fin HTTP/1.1" 503 UC 0 95 50 - "192.0.2.2" "curl/7.88.1" "476225f6-9f0c-4e20-a418-0409d877a5bb" "127.0.0.1:38501" "127.0.0.1:38080"',
      gives: {
        at: '2026-11-27T04:02:53.737',
        message: 'GET /hdr/fin HTTP/1.1',
        fields: {
          method: 'GET',
          target: '/hdr/fin',
          status: '503',
          flags: 'UC',
          details: '',
          duration: '50',
          requestId: '476225f6-9f0c-4e20-a418-0409d877a5bb',
          host: '127.0.0.1:38501',
          upstream: '127.0.0.1:38080',
        },
      },
      from: 'captured, Envoy 1.40.0',
    },
    {
      line: '[2026-11-27T04:02:53.866Z] "GET /hdr/pfin HTTP/1.1" 502 UPE upstream_reset_before_response_started{protocol_error} - "-" 0 87 164 - "192.0.2.2" "curl/7.88.1" "fc830714-ae9b-4e22-ad90-1c92e1ca6035" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:49794 127.0.0.1:38501 127.0.0.1:51570 - default',
      gives: {
        at: '2026-11-27T04:02:54.030',
        fields: {
          flags: 'UPE',
          details: 'upstream_reset_before_response_started{protocol_error}',
          upstream: '127.0.0.1:38080',
          cluster: 'be',
          client: '127.0.0.1',
          duration: '164',
        },
      },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
    {
      line: '[2021-11-07T12:06:36.161Z] "GET /api HTTP/1.1" 200 UPE upstream_reset_after_response_started{protocol_error} - "-" 0 43707 3 2 "10.128.0.79" "Mozilla/5.0 (X11; Linux x86_64)" "4f6928b9-9936-4617-ade1-eb486e2054bf" "demo:9002" "10.127.2.36:9002" outbound|9002||demo.demo.svc.cluster.local 10.127.3.145:35164 10.127.3.145:9002 10.128.0.79:3235 - -',
      gives: {
        fields: {
          flags: 'UPE',
          cluster: 'outbound|9002||demo.demo.svc.cluster.local',
          upstream: '10.127.2.36:9002',
        },
      },
      from: 'published, istio issue 35378',
    },
    {
      line: '[2020-03-27T10:00:00.123Z] "POST /pay HTTP/1.1" 503 UC "-" "-" 0 95 11 - "-" "okhttp/4.9.3" "0f2b6d7c-9d5a-4e3f-8a1b-2c3d4e5f6071" "pay:8080" "10.0.3.7:8080" outbound|8080||pay.shop.svc.cluster.local - 10.3.4.5:8080 10.0.3.9:38452 - default',
      gives: { fields: { flags: 'UC', details: '', duration: '11', upstream: '10.0.3.7:8080' } },
      from: 'rebuilt from the template, Istio 1.5 pilot/pkg/networking/core/v1alpha3/listener.go',
    },
    {
      line: '[2026-11-27T04:03:10.795Z] "- - -" 0 UR - - "-" 86 0 56 - "-" "-" "-" "-" "127.0.0.1:38080" be 127.0.0.1:44732 127.0.0.1:38502 127.0.0.1:60630 - -',
      gives: {
        at: '2026-11-27T04:03:10.851',
        fields: { method: '', flags: 'UR', upstream: '127.0.0.1:38080', client: '127.0.0.1' },
      },
      from: 'captured, Envoy 1.40.0, TCP proxy with the format of Istio',
    },
    {
      line: '[2026-11-27T04:03:05.227Z] "GET /refused HTTP/1.1" 503 UF upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_Connection_refused} - "delayed_connect_error:_Connection_refused" 0 98 0 - "192.0.2.2" "curl/7.88.1" "4c6543c2-2a0b-42f8-b70f-7d54f661207a" "127.0.0.1:38501" "127.0.0.1:38099" refused - 127.0.0.1:38501 127.0.0.1:41130 - r-refused',
      gives: {
        fields: {
          details:
            'upstream_reset_before_response_started{remote_connection_failure|delayed_connect_error:_Connection_refused}',
          transport: 'delayed_connect_error:_Connection_refused',
        },
      },
      from: 'captured, Envoy 1.40.0 with the format of Istio',
    },
  ],
  forgeries: [
    {
      line: '[2026-11-27T04:03:08.372Z] "GET /ok HTTP/1.1" 200 - via_upstream - "-" 0 3 0 0 "192.0.2.4" "a" "b,192.0.2.2" "x" 503 UC upstream_reset_before_response_started{connection_termination} - "-" 0 95 1 - "" "ba75c70a-60d5-4995-9a7b-0b8bcc69d725" "127.0.0.1:38501" "127.0.0.1:38080" be 127.0.0.1:44688 127.0.0.1:38501 127.0.0.1:59872 - default',
      gives: { fields: { status: '200', flags: '-', details: 'via_upstream', upstream: '127.0.0.1:38080' } },
      because: 'Envoy escapes no quote in a header; flags stand before all headers (captured, Envoy 1.40.0)',
    },
    {
      line: '[2026-11-27T04:03:08.372Z] "GET /x HTTP/1.1" 503 UC 0 95 1 - HTTP/2" 200 - 0 3 0 0 "-" "-" "ba75c70a-60d5-4995-9a7b-0b8bcc69d725" "shop.example.com" "10.0.3.7:8080"',
      gives: { fields: { flags: '', status: '' } },
      because: 'with two ends of a request in the line neither is believed',
    },
  ],
});

import { defineFormat } from '#lib/catalogue/define.ts';
import { present, stampIn } from '#lib/catalogue/define-json.ts';
import { jsonRecord } from '#lib/catalogue/define-record.ts';

const flagList = /^(?:-|[A-Z][A-Za-z]{1,40}(?:,[A-Z][A-Za-z]{1,40}){0,8})$/;
const known =
  /^(?:via_upstream|upstream_|downstream_|response_timeout|route_not_found|no_healthy_upstream|cluster_not_found|direct_response|overflow|stream_idle_timeout|duration_timeout)/;
const place = (text: string | undefined): string | undefined =>
  text === '-' ? undefined : text?.replace(/^[a-z]+:\/\//, '');
const told = (text: string | undefined): string | undefined => (text === '-' ? undefined : text);

export const envoyJson = defineFormat({
  id: 'envoy-json',
  title: 'Envoy and Istio access log as JSON, whatever names its json_format gives',
  manual:
    'https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage#format-dictionaries',
  kind: 'access',
  role: 'proxy',
  program: 'envoy',
  clock: { zone: 'in-line', resolution: 1, stamps: 'start' },
  read(line) {
    if (!line.startsWith('{')) return undefined;
    const look = jsonRecord(line);
    if (!look) return undefined;
    const flags = look(
      'responseflags',
      'responseflag',
      'flags',
      'envoyresponseflags',
      'rf',
      'responseflagslong',
    );
    const details = look('responsecodedetails', 'responsedetails', 'details', 'codedetails', 'rcd');
    const envoys =
      look('responseflags', 'responsecodedetails', 'upstreamcluster') !== undefined ||
      (details !== undefined && known.test(details));
    if (!envoys || flags === undefined || !flagList.test(flags)) return undefined;
    const status = look('responsecode', 'status', 'statuscode', 'httpstatus', 'httpstatuscode', 'code', 'rc');
    const stamp = stampIn(
      look('starttime', 'timestamp', 'time', 'ts', 'requeststart', 'datetime', 'requesttime', 'start'),
    );
    const duration = look('duration', 'durationms', 'requestduration', 'totaltime', 'responseduration');
    const whole = duration !== undefined && /^\d+$/.test(duration) ? duration : undefined;
    const method = told(look('method', 'requestmethod', 'httpmethod', 'verb'));
    const target = told(
      look('path', 'requestpath', 'xenvoyoriginalpath', 'uri', 'url', 'requesturl', 'urlpath'),
    );
    const client = look('downstreamremoteaddress', 'downstreamremote', 'clientip', 'sourceip');
    return {
      kind: 'line',
      stamp: stamp && { ...stamp, wall: stamp.wall + Number(whole ?? 0) },
      message: [method, target].filter(Boolean).join(' '),
      fields: present({
        method,
        target,
        status: status !== undefined && /^\d{1,3}$/.test(status) ? status : undefined,
        flags,
        details: told(details),
        transport: told(look('upstreamtransportfailurereason', 'transportfailure')),
        bytesReceived: look('bytesreceived', 'requestbytes', 'bytesrx'),
        duration: whole,
        attempts: look('upstreamrequestattemptcount', 'attemptcount', 'attempts'),
        requestId: told(look('requestid', 'xrequestid', 'reqid')),
        host: told(look('authority', 'host', 'vhost', 'requestauthority')),
        upstream: place(look('upstreamhost', 'upstream', 'upstreamaddr', 'upstreamaddress', 'upstreamip')),
        cluster: told(look('upstreamcluster', 'cluster', 'upstreamclusterraw')),
        client: told(client)?.replace(/:\d+$/, ''),
      }),
    };
  },
  samples: [
    {
      line: '{"authority":"127.0.0.1:38501","bytes_received":0,"bytes_sent":95,"connection_termination_details":null,"downstream_local_address":"127.0.0.1:38501","downstream_remote_address":"127.0.0.1:51546","duration":50,"method":"GET","path":"/hdr/fin","protocol":"HTTP/1.1","request_id":"476225f6-9f0c-4e20-a418-0409d877a5bb","requested_server_name":null,"response_code":503,"response_code_details":"upstream_reset_before_response_started{connection_termination}","response_flags":"UC","route_name":"default","start_time":"2026-11-27T04:02:53.687Z","upstream_cluster":"be","upstream_host":"127.0.0.1:38080","upstream_local_address":"127.0.0.1:49764","upstream_service_time":null,"upstream_transport_failure_reason":null,"user_agent":"curl/7.88.1","x_forwarded_for":"192.0.2.2"}',
      gives: {
        at: '2026-11-27T04:02:53.737',
        message: 'GET /hdr/fin',
        fields: {
          flags: 'UC',
          status: '503',
          upstream: '127.0.0.1:38080',
          client: '127.0.0.1',
          requestId: '476225f6-9f0c-4e20-a418-0409d877a5bb',
        },
      },
      from: 'captured, Envoy 1.40.0 with the names of Istio',
    },
    {
      line: '{"attempts":1,"bytesTx":1,"closeType":"Normal","details":"upstream_reset_after_response_started{connection_termination}","durationMs":150,"flags":"UC","flagsLong":"UpstreamConnectionTermination","requestId":"f2aa3a0d-74f8-447f-8039-938dba428e65","status":101,"ts":"2026-11-27T04:03:08.390Z","ua":"curl/7.88.1","upstream":"127.0.0.1:38080","url":"/ws/fin","verb":"GET","xff":"192.0.2.2"}',
      gives: {
        at: '2026-11-27T04:03:08.540',
        fields: { flags: 'UC', status: '101', target: '/ws/fin', duration: '150', attempts: '1' },
      },
      from: 'captured, Envoy 1.40.0 with names of an operator’s own',
    },
  ],
  forgeries: [
    {
      line: '{"attempts":1,"bytesTx":3,"details":"via_upstream","durationMs":0,"flags":"-","requestId":"37707490-03f2-425b-a1f5-f1f2c8159d85","status":200,"ts":"2026-11-27T04:03:08.381Z","ua":"\\",\\"response_flags\\":\\"UC","upstream":"127.0.0.1:38080","url":"/q\\"a?b=UC%20503","verb":"GET","xff":"192.0.2.2"}',
      gives: { fields: { flags: '-', status: '200', target: '/q"a?b=UC%20503' } },
      because: 'Envoy writes JSON itself: what a client sends stays in its string (captured, Envoy 1.40.0)',
    },
  ],
});

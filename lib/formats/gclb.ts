import { defineFormat } from '#lib/catalogue/define.ts';
import { firstOf, jsonObject, present, scalar, stampIn } from '#lib/catalogue/define-json.ts';
import { inMillis, place } from '#lib/catalogue/define-named.ts';

/**
 * A global load balancer names what happened in `statusDetails`, a regional one in `proxyStatus`, a Proxy-Status without
 * its proxy: `error="connection_terminated"; details="backend_connection_closed"`. https://www.rfc-editor.org/rfc/rfc9209
 */
function outcome(text: (...names: readonly string[]) => string | undefined): string | undefined {
  const proxyStatus = text('jsonPayload.proxyStatus') ?? '';
  return (
    text('jsonPayload.statusDetails') ??
    /\bdetails="([a-z_]{3,80})"/.exec(proxyStatus)?.[1] ??
    /^error="([a-z_]{3,80})"/.exec(proxyStatus)?.[1]
  );
}

export const gclb = defineFormat({
  id: 'gclb',
  title: 'Google Cloud Application Load Balancer log entry, one JSON object a line',
  manual: 'https://cloud.google.com/load-balancing/docs/https/https-logging-monitoring#what-is-logged',
  kind: 'access',
  role: 'proxy',
  program: 'gclb',
  clock: { zone: 'in-line', resolution: 1, stamps: 'start' },
  read(line) {
    if (!line.startsWith('{') || !line.includes('"httpRequest"')) return undefined;
    const object = jsonObject(line);
    if (!object) return undefined;
    const text = (...names: readonly string[]) => scalar(firstOf(object, ...names));
    const reason = outcome(text);
    if (reason === undefined) return undefined;
    const { host, target } = place(text('httpRequest.requestUrl'));
    const elapsed = inMillis(text('httpRequest.latency')?.replace(/s$/, ''));
    const stamp = stampIn(object['timestamp']);
    const method = text('httpRequest.requestMethod');
    return {
      kind: 'line',
      stamp: stamp && { ...stamp, wall: stamp.wall + Number(elapsed ?? 0) },
      message: [method, target].filter(Boolean).join(' '),
      fields: present({
        reason,
        method,
        target,
        host,
        elapsed,
        status: text('httpRequest.status'),
        sent: text('httpRequest.requestSize'),
        client: text('httpRequest.remoteIp')?.replace(/^((?:\d+\.){3}\d+):\d+$/, '$1'),
        upstream: text(
          'httpRequest.serverIp',
          'resource.labels.backend_service_name',
          'resource.labels.backend_target_name',
        ),
        requestId: text('trace')?.replace(/^.*\//, ''),
      }),
    };
  },
  samples: [
    {
      line: '{"insertId":"1oek5rg3l3fxj7","jsonPayload":{"statusDetails":"backend_connection_closed_before_data_sent_to_client"},"httpRequest":{"requestMethod":"POST","requestUrl":"https://shop.example.com/pay?id=7","requestSize":"577","status":502,"responseSize":"488","userAgent":"curl/8.4.0","remoteIp":"203.0.113.9:9989","serverIp":"10.5.3.1","latency":"0.004512s"},"resource":{"type":"http_load_balancer","labels":{"zone":"global","url_map_name":"shop","backend_service_name":"shop-api","project_id":"shop-1"}},"timestamp":"2026-11-22T12:00:05.078651Z","severity":"WARNING","logName":"projects/shop-1/logs/requests","trace":"projects/shop-1/traces/241d69833e64b3bf83fabac8c873d992","receiveTimestamp":"2026-11-22T12:00:06.588272510Z","spanId":"7b6537d3672e08e1"}',
      gives: {
        at: '2026-11-22T12:00:05.083',
        message: 'POST /pay?id=7',
        fields: {
          reason: 'backend_connection_closed_before_data_sent_to_client',
          status: '502',
          elapsed: '5',
          upstream: '10.5.3.1',
          host: 'shop.example.com',
          client: '203.0.113.9',
          requestId: '241d69833e64b3bf83fabac8c873d992',
        },
      },
      from: 'rebuilt from the template, an entry published in elastic/integrations at 7fc83f2 and the fields of the manual',
    },
    {
      line: '{"jsonPayload":{"backendTargetProjectNumber":"projects/111111111111","proxyStatus":"error=\\"connection_terminated\\"; details=\\"backend_connection_closed\\""},"httpRequest":{"latency":"0.004512s","remoteIp":"203.0.113.9","requestMethod":"POST","requestSize":"577","requestUrl":"https://shop.example.com/pay","responseSize":"155","status":503,"userAgent":"curl/8.4.0"},"logName":"projects/shop-1/logs/loadbalancing.googleapis.com%2Fexternal_regional_requests","resource":{"labels":{"backend_target_name":"shop-api","region":"europe-west9"},"type":"http_external_regional_lb_rule"},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      gives: {
        message: 'POST /pay',
        fields: { reason: 'backend_connection_closed', status: '503', upstream: 'shop-api' },
      },
      from: 'rebuilt from the template, published entries of regional load balancers, elements of RFC 9209',
    },
  ],
  forgeries: [
    {
      line: '{"jsonPayload":{"statusDetails":"response_sent_by_backend"},"httpRequest":{"requestMethod":"GET","requestUrl":"https://shop.example.com/?\\"statusDetails\\":\\"backend_timeout\\"","status":200,"userAgent":"\\",\\"jsonPayload\\":{\\"statusDetails\\":\\"backend_timeout\\"}","remoteIp":"203.0.113.9","latency":"0.004512s"},"resource":{"type":"http_load_balancer"},"timestamp":"2026-11-22T12:00:05.078651Z"}',
      gives: { fields: { reason: 'response_sent_by_backend', status: '200' } },
      because: 'JSON escapes what a client sends, so it stays inside its string',
    },
  ],
});

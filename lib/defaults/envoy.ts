import { defineProgram } from '#lib/catalogue/define.ts';

const timeouts = 'https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts';

export const envoyDefaults = defineProgram({
  program: 'envoy',
  title: 'Envoy',
  role: 'proxy',
  processes: ['envoy', 'pilot-agent', 'istio-proxy'],
  limits: [
    {
      kind: 'response',
      setting: 'envoy.route_timeout',
      written: 'route timeout',
      line: 'timeout: {}',
      unit: 'ms',
      values: [{ since: '1.0', value: 15_000, note: 'Istio turns it off (0).' }],
      manual: timeouts,
    },
    {
      kind: 'response',
      setting: 'envoy.stream_idle_timeout',
      written: 'stream_idle_timeout',
      unit: 'ms',
      values: [{ since: '1.7', value: 300_000 }],
      manual: timeouts,
    },
    {
      kind: 'response',
      setting: 'envoy.connect_timeout',
      written: 'connect_timeout',
      unit: 'ms',
      values: [{ since: '1.0', value: 5_000, note: 'Istio sets 10 s.' }],
      manual: timeouts,
    },
    {
      kind: 'keep-alive',
      setting: 'envoy.idle_timeout',
      written: 'idle_timeout (to the backend)',
      unit: 'ms',
      values: [
        { since: '1.14', value: 3_600_000, note: 'Longer than most backends keep an idle connection.' },
      ],
      manual: timeouts,
    },
    {
      kind: 'header-size',
      setting: 'envoy.max_request_headers_kb',
      written: 'max_request_headers_kb',
      unit: 'bytes',
      values: [{ since: '1.9', value: 61_440, note: 'Envoy answers 431 itself; no backend is asked.' }],
      manual:
        'https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/filters/network/http_connection_manager/v3/http_connection_manager.proto',
    },
  ],
});

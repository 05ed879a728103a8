import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp } from '#lib/model/time.ts';

// https://www.envoyproxy.io/docs/envoy/latest/operations/cli: --log-format "[%Y-%m-%d %T.%e][%t][%l][%n] [%g:%#] %v"
const own =
  /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3})\]\[(\d+)\]\[(trace|debug|info|warning|error|critical)\]\[([\w.-]{1,40})\] (?:\[[\w./-]{1,200}:\d+\] )?/;
const agents =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)\t(debug|info|warn|error|fatal)\t(?:([a-z][\w .-]{0,60})\t)?/;

export const envoyLog = defineFormat({
  id: 'envoy-log',
  title: 'Envoy’s own log, and that of Istio’s agent around it (istio-proxy)',
  manual: 'https://www.envoyproxy.io/docs/envoy/latest/operations/cli',
  kind: 'text',
  role: 'proxy',
  program: 'envoy',
  clock: { zone: 'either', resolution: 1, stamps: 'moment' },
  read(line) {
    const e = own.exec(line);
    const a = e ? null : agents.exec(line);
    const found = e ?? a;
    const stamp = isoStamp(found?.[1] ?? '');
    if (!found || !stamp) return undefined;
    const [level, component] = e ? [e[3], e[4]] : [a?.[2], a?.[3]];
    return {
      kind: 'line',
      stamp,
      message: line.slice(found[0].length),
      fields: { ...(level ? { level } : {}), ...(component ? { component } : {}) },
    };
  },
  samples: [
    {
      line: '[2026-11-27 04:11:12.504][8849][warning][main] [source/server/server.cc:1028] caught ENVOY_SIGTERM',
      gives: {
        at: '2026-11-27T04:11:12.504',
        message: 'caught ENVOY_SIGTERM',
        fields: { level: 'warning', component: 'main' },
      },
      from: 'captured, Envoy 1.40.0',
    },
    {
      line: '2025-01-06T15:53:11.767874Z\tinfo\tAgent draining Proxy for termination',
      gives: {
        at: '2025-01-06T15:53:11.767',
        message: 'Agent draining Proxy for termination',
        fields: { level: 'info', component: '' },
      },
      from: 'rebuilt from the template, Istio 1.24 pkg/envoy/agent.go',
    },
    {
      line: '2023-02-04T18:37:09.389129Z\tdebug\tenvoy router\t[C5639][S7201092609648127836] upstream reset: reset reason: connection termination, transport failure reason:',
      gives: {
        message:
          '[C5639][S7201092609648127836] upstream reset: reset reason: connection termination, transport failure reason:',
        fields: { component: 'envoy router' },
      },
      from: 'published, Istio 1.16 at debug level',
    },
  ],
  forgeries: [
    {
      line: "[2026-11-27 04:11:12.504][8849][debug][http] [source/common/http/conn_manager_impl.cc:1] [C1] ':path', '/[2026-11-27 04:11:12.504][1][warning][main] caught ENVOY_SIGTERM'",
      gives: {
        message: "[C1] ':path', '/[2026-11-27 04:11:12.504][1][warning][main] caught ENVOY_SIGTERM'",
        fields: { level: 'debug' },
      },
      because: 'a path is printed at debug level; only the first brackets are Envoy’s',
    },
  ],
});

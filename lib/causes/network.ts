import { defineCause } from '#lib/catalogue/define.ts';
import {
  kernelLog,
  onRoutes,
  severalUpstreams,
  unlessNamed,
  unlessOtherNamed,
} from '#lib/catalogue/define-cause.ts';
import { atOnce, momentOf } from '#lib/figures/shape.ts';
import type { Fix } from '#lib/model/cause.ts';
import type { Close } from '#lib/model/incident.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { count, duration } from '#lib/model/words.ts';

/** Idle timers of middleboxes: Azure Load Balancer 4 min, AWS NLB and NAT gateway 350 s, Google Cloud 10 min. */
const middleboxes: readonly { readonly after: Millis; readonly who: string }[] = [
  { after: 240 * second, who: 'Azure’s load balancer' },
  { after: 350 * second, who: 'an AWS Network Load Balancer or NAT gateway' },
  { after: 600 * second, who: 'Google Cloud' },
];
const quiet: Millis = 30 * second;

const middleboxFor = ({ elapsed }: Close) =>
  elapsed === undefined
    ? undefined
    : middleboxes.find(({ after }) => elapsed >= after - second && elapsed <= after * 1.03);

export const network = defineCause({
  id: 'network',
  family: 'path',
  means:
    'Something between proxy and backend ended the connection: a firewall, a NAT table, a load balancer, a sidecar.',
  prior: 0.04,
  expects: unlessOtherNamed('network', [
    severalUpstreams(2.7, 'several-upstreams-at-once'),
    {
      id: 'at-middlebox-timer',
      weight: 2.4,
      tells: 'this',
      sees: (close) => {
        const box = middleboxFor(close);
        return box && close.elapsed !== undefined
          ? `the close came after ${duration(close.elapsed)}, when ${box.who} forgets a quiet connection`
          : undefined;
      },
    },
    {
      id: 'reset-in-quiet',
      weight: 1.2,
      tells: 'this',
      sees: ({ by, elapsed, phase }) =>
        by === 'reset' && ((elapsed !== undefined && elapsed >= quiet) || phase === 'tunnel')
          ? `a connection ${phase === 'tunnel' ? 'in use as a tunnel' : `that had waited ${duration(elapsed ?? 0)}`} was reset`
          : undefined,
    },
    {
      id: 'reset-in-transfer',
      weight: 0.6,
      tells: 'any',
      sees: ({ by, phase }) =>
        by === 'reset' && phase === 'body' ? 'a transfer was reset in the middle' : undefined,
    },
  ]),
  against: unlessNamed('network', [
    {
      id: 'orderly',
      weight: -0.8,
      tells: 'this',
      sees: ({ by }) =>
        by === 'fin' ? 'the connection was closed in an orderly way, which an endpoint does' : undefined,
    },
    {
      id: 'at-once',
      weight: -0.7,
      tells: 'any',
      sees: ({ elapsed }) =>
        elapsed !== undefined && elapsed <= atOnce
          ? `the close came within ${duration(atOnce)} of the request; a path that works for connects rarely fails so soon`
          : undefined,
    },
  ]),
  settledBy: [
    kernelLog(
      'whether the connection table was full or a path failed',
      'the kernel log in view shows no full connection table near the closes',
    ),
  ],
  why(found) {
    const { closes, view } = found;
    const [first] = closes;
    const run = momentOf(first, view);
    const box = middleboxFor(first);
    const how = box
      ? ` after ${duration(first.elapsed ?? 0)}, when ${box.who} forgets a quiet connection`
      : run && run.upstreams >= 3
        ? ` to ${run.upstreams} upstreams at one moment`
        : '';
    return `Something between the proxy and the backend ended ${count(closes.length, 'connection')}${how}${onRoutes(found)}.`;
  },
  steps: ({ closes }) => ({
    3: {
      state: 'todo',
      text: 'Look at the hosts in between: connection tracking table, NAT ports, security group or firewall changes, sidecars that stop before their application.',
      command:
        'sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max; dmesg -T | grep -i conntrack; nstat -az | grep -iE "reset|retrans"',
    },
    4: {
      state: 'todo',
      text: `Compare the idle timers on the path (${middleboxes.map(({ who, after }) => `${who} ${duration(after)}`).join(', ')}) with ${closes[0].elapsed === undefined ? 'how long the connections had been quiet' : duration(closes[0].elapsed)}.`,
    },
    7: {
      state: 'todo',
      text: 'Send TCP keep-alives more often than the shortest idle timer on the path, widen the full table, or let the sidecar stop last.',
    },
  }),
  fixes: ({ closes, view }): readonly Fix[] =>
    middleboxFor(closes[0]) && view.programs.includes('nginx')
      ? [
          {
            where: 'nginx, the location block, and the sysctl of its host',
            diff: '+    proxy_socket_keepalive on;\n+net.ipv4.tcp_keepalive_time = 60',
            because:
              'A keep-alive every minute keeps the entry in the middlebox alive while the backend works.',
          },
        ]
      : [],
});

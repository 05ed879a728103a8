import type { Setup } from '#functions/setup.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Medium } from '#lib/model/conversation.ts';
import { day, hour, type Millis, minute, second } from '#lib/model/time.ts';
import { batchIncidents, deliveryOf, type Line, setupOf } from '#test/functions/story.ts';
import type { Arrival } from '#test/functions/theatre.ts';
import { type Moved, scene } from './lines.ts';

// A Thursday of a shop. Every line was written by the real program, in test/scenarios, and only its time is moved.

export const midnight = Date.UTC(2026, 10, 26);
export const dayOver = midnight + day;
const at = (hours: number, minutes = 0): Millis => midnight + hours * hour + minutes * minute;

/** Slack answers 503. */
export const outage = { from: at(11), to: at(12) };

const errors = 'nginx-error.log';
const accesses = 'nginx-access.log';

interface Told {
  readonly group: string;
  readonly lines: readonly Moved[];
  /** How long after its time a line is delivered. */
  readonly late: Millis;
}

const usual = { proxy: 4 * second, backend: 12 * second, kernel: 35 * second };

const proxyOf = (
  service: string,
  logs: Readonly<Record<typeof errors | typeof accesses, readonly Moved[]>>,
) => [
  { group: `/${service}/nginx/error`, lines: logs[errors], late: usual.proxy },
  { group: `/${service}/nginx/access`, lines: logs[accesses], late: usual.proxy },
];

/** A scenario begins with the start of its server, which in the day has been running all along. */
const isRunning = ({ text }: Moved): boolean => !/Starting gunicorn|Listening at|Using worker/.test(text);

function workerTimeouts(from: Millis, late: Millis = 0): readonly Told[] {
  const logs = scene('gunicorn-worker-timeout', [errors, accesses, 'gunicorn.log'], from);
  const told = [
    ...proxyOf('shop', logs),
    { group: '/shop/gunicorn', lines: logs['gunicorn.log'].filter(isRunning), late: usual.backend },
  ];
  return told.map((each) => ({ ...each, late: each.late + late }));
}

function outOfMemory(from: Millis, kernelLate: Millis): readonly Told[] {
  const logs = scene('gunicorn-oom-journald', [errors, accesses, 'gunicorn.log', 'kernel.log'], from);
  return [
    ...proxyOf('shop', logs),
    { group: '/shop/gunicorn', lines: logs['gunicorn.log'].filter(isRunning), late: usual.backend },
    { group: '/shop/kernel', lines: logs['kernel.log'], late: kernelLate },
  ];
}

/** gunicorn ends workers for its timeout while others crash. */
function twoCauses(from: Millis): readonly Told[] {
  const logs = scene('two-causes', [errors, accesses, 'gunicorn.log'], from);
  return [
    ...proxyOf('shop', logs),
    { group: '/shop/gunicorn', lines: logs['gunicorn.log'].filter(isRunning), late: usual.backend },
  ];
}

/** Known to the team: Node.js closes idle connections a moment before nginx posts an order on them. */
function idleRaces(from: Millis): readonly Told[] {
  const logs = scene('node-keepalive-race', [errors, accesses, 'node.log'], from);
  const isTold = ({ text }: Moved): boolean =>
    !/[ "]502[ ,]|\[error\]/.test(text) || text.includes('"POST /api/orders ');
  const only = { [errors]: logs[errors].filter(isTold), [accesses]: logs[accesses].filter(isTold) };
  return [
    ...proxyOf('basket', only),
    { group: '/basket/node', lines: logs['node.log'], late: usual.backend },
  ];
}

/** One close, of which nothing tells why. */
function closeOfSearch(from: Millis, which: number): readonly Told[] {
  const all = scene('unexplained', [errors], from)[errors];
  const index = which % all.length;
  const ahead = (all[index]?.at ?? from) - from;
  const lines = scene('unexplained', [errors], from - ahead)[errors].slice(index, index + 1);
  return [{ group: '/search/nginx/error', lines, late: usual.proxy }];
}

const deploy = scene('ecs-deploy', [errors, accesses, 'ecs-events.jsonl'], at(14));

const flapping = [
  ...[0, 1, 2, 3, 4, 5, 6].flatMap((burst) => workerTimeouts(at(7, burst * 8))),
  // The agent of the host was restarted: these lines come when the incident has been called over.
  ...workerTimeouts(at(7, 56), 8 * minute),
];
const known = [3, 6, 9, 12, 15, 18, 21].flatMap((hours) => idleRaces(at(hours, 30)));
const unexplained = Array.from({ length: 29 }, (_, index) =>
  closeOfSearch(at(16) + index * 9.5 * minute, index),
).flat();

const told: readonly Told[] = [
  ...flapping,
  ...workerTimeouts(at(8, 40)),
  // The kernel's lines come half an hour late.
  ...outOfMemory(at(9, 20), 30 * minute),
  // The first begins before Slack is gone, the second ends before Slack is back.
  ...twoCauses(at(10, 58)),
  ...outOfMemory(at(11, 20), usual.kernel),
  ...proxyOf('shop', deploy),
  ...unexplained,
  ...known,
];

/** As a log group would hold them. Ids are in the order of the lines. */
const linesOf = ({ group, lines }: Told): readonly Line[] =>
  lines.map((line, index) => ({
    group,
    id: `${line.at}${String(index).padStart(6, '0')}`,
    at: line.at,
    observed: line.at,
    text: line.text,
  }));

/** Lines of one log are delivered by the ten seconds. */
const span = 10 * second;

const logArrivals = (each: Told): readonly Arrival[] => {
  const batches = new Map<number, Line[]>();
  for (const line of linesOf(each)) {
    const batch = Math.floor(line.at / span);
    batches.set(batch, [...(batches.get(batch) ?? []), line]);
  }
  return [...batches].map(([batch, lines]) => ({
    at: (batch + 1) * span + each.late,
    event: deliveryOf(lines),
  }));
};

export const arrivals: readonly Arrival[] = [
  ...told.flatMap(logArrivals),
  ...deploy['ecs-events.jsonl'].map((line) => ({ at: line.at + 2 * second, event: JSON.parse(line.text) })),
];

const configuration = (fingerprints: readonly string[]) => ({
  sources: [
    ...['shop', 'basket', 'search'].flatMap((scope) => [
      { logGroup: `/${scope}/nginx/error`, role: 'proxy', formats: ['nginx-error'], scope },
      { logGroup: `/${scope}/nginx/access`, role: 'proxy', formats: ['nginx-access'], scope },
    ]),
    { logGroup: '/shop/gunicorn', role: 'backend', formats: ['gunicorn', 'plain'], scope: 'shop' },
    { logGroup: '/shop/kernel', role: 'platform', formats: ['syslog', 'kernel'], scope: 'shop' },
    { logGroup: '/basket/node', role: 'backend', scope: 'basket' },
    { ecsCluster: 'prod', scope: 'prod', services: [{ scope: 'shop', ecsServices: ['shop'] }] },
  ],
  notify: {
    slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' } },
    email: { to: ['ops@example.com'] },
    webhook: { url: { parameter: '/closecall/webhook' } },
    chat: {},
  },
  accepted: fingerprints.map((fingerprint) => ({
    fingerprint,
    owner: 'team-basket',
    until: '2027-01-31',
    because: 'keepAliveTimeout is raised with the next release',
  })),
});

/** What somebody would have copied from an alert. */
const racesKnown = batchIncidents(
  idleRaces(at(3, 30)).flatMap(linesOf),
  setupOf(configuration([]), catalogue),
)
  .flatMap(({ findings, unexplained: rest }) => [...findings, ...(rest ? [rest] : [])])
  .flatMap(({ fingerprint }) => fingerprint ?? []);

const configured = setupOf(configuration(racesKnown), catalogue);

/** Slack by a webhook stands beside Slack by a bot, which a configuration lets nobody do. */
const slackHook: Medium = { id: 'slack-webhook', manner: 'letters', minCloses: 1 };

export const setup: Setup = { ...configured, media: [...configured.media, slackHook] };

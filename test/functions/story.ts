import { subscriptionEvent } from '#functions/cli/demo/subscription-event.ts';
import { configure } from '#functions/config.ts';
import type { Setup } from '#functions/setup.ts';
import { groupsOf } from '#lib/engine/fingerprint.ts';
import { mayMatch, needlesOf } from '#lib/engine/match.ts';
import { observer } from '#lib/engine/observe.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Close } from '#lib/model/incident.ts';
import type { LogRecord } from '#lib/model/record.ts';
import { observedTime } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { judge } from '#lib/pipeline.ts';
import type { Dice } from './dice.ts';
import { smallCatalogue } from './small-catalogue.ts';

/** One line as a log group holds it. */
export interface Line {
  readonly group: string;
  readonly id: string;
  /** Its own time; `observed` is CloudWatch's, never earlier. */
  readonly at: number;
  readonly observed: number;
  readonly text: string;
}

export const owner = '123456789012';
export const stream = 'task/1';

/** What Lambda hands to ingest for some lines of one group. */
export const deliveryOf = (lines: readonly Line[]): unknown =>
  subscriptionEvent({
    owner,
    group: lines[0]?.group ?? '',
    stream,
    events: lines.map(({ id, observed, text }) => ({ id, timestamp: observed, message: text })),
  });

/** The group that is not subscribed to but read once a minute. */
export const polledGroup = '/app/jobs';
export const cluster = 'prod';
export const clusterSource = `ecs:${cluster}`;

/** A task that stopped, as EventBridge hands it over. */
export const taskEvent = (id: string, at: number, stoppedReason: string, of = cluster): unknown => ({
  version: '0',
  id,
  'detail-type': 'ECS Task State Change',
  source: 'aws.ecs',
  account: owner,
  time: new Date(at).toISOString(),
  region: 'eu-west-1',
  resources: [`arn:aws:ecs:eu-west-1:${owner}:task/${of}/1`],
  detail: {
    clusterArn: `arn:aws:ecs:eu-west-1:${owner}:cluster/${of}`,
    lastStatus: 'STOPPED',
    stoppedReason,
  },
});

/** The alarm on a group's subscription filter, as EventBridge hands it over when it changes. */
export const alarmEvent = (group: string, value: string, at: number, metric = 'DeliveryErrors'): unknown => ({
  version: '0',
  id: `${group} ${metric} ${value} ${at}`,
  'detail-type': 'CloudWatch Alarm State Change',
  source: 'aws.cloudwatch',
  account: owner,
  time: new Date(at).toISOString(),
  region: 'eu-west-1',
  resources: [`arn:aws:cloudwatch:eu-west-1:${owner}:alarm:Closecall-${metric}-${group}`],
  detail: {
    alarmName: `Closecall-${metric}-${group}`,
    configuration: {
      metrics: [
        {
          id: '30b6c6b2-a864-43a2-4877-c09a1afc3b87',
          metricStat: {
            metric: {
              namespace: 'AWS/Logs',
              name: metric,
              dimensions: { LogGroupName: group, DestinationType: 'Lambda', FilterName: 'closecall' },
            },
            period: 60,
            stat: 'Sum',
          },
          returnData: true,
        },
      ],
    },
    previousState: { value: 'OK' },
    state: { value, timestamp: new Date(at).toISOString().replace('Z', '+0000') },
  },
});

/** A configuration that must be right. */
export function setupOf(json: unknown, catalogue: Catalogue = smallCatalogue): Setup {
  const configured = configure(json, catalogue);
  if (configured.kind === 'wrong') throw new Error(configured.errors.join('\n'));
  return configured.setup;
}

/** What two installations may set differently. Durations in seconds. */
export interface Choices {
  readonly gap: number;
  readonly lateness: number;
  readonly provisional: number;
  readonly repeat: number;
  readonly slack: 'bot' | 'webhook' | 'none';
  readonly mailFrom: number;
  /** The shop lives with being killed. */
  readonly accepted: boolean;
}

const usual: Choices = {
  gap: 120,
  lateness: 60,
  provisional: 20,
  repeat: 1_200,
  slack: 'bot',
  mailFrom: 2,
  accepted: false,
};

/** A close of which no more is known than where it came from. */
const closeAt = (upstream?: string): Close => ({ upstream }) as Close;
/** What the shop's findings of killed processes are called, by address and by none. */
const killed = [closeAt('10.0.0.1:80'), closeAt()].flatMap((close) =>
  groupsOf('shop', { id: 'kill', family: 'exited' }, [close]).map(({ fingerprint }) => fingerprint),
);

/** Two services behind a proxy each, and a node's log that both read. */
export const setupWith = ({
  gap,
  lateness,
  provisional,
  repeat,
  slack,
  mailFrom,
  accepted,
}: Choices): Setup =>
  setupOf({
    sources: [
      { logGroup: '/app/proxy', role: 'proxy', scope: 'shop' },
      { logGroup: '/app/api', role: 'backend', scope: 'shop' },
      { logGroup: '/blog/proxy', role: 'proxy', scope: 'blog' },
      { logGroup: '/node/kernel', role: 'platform', scope: 'node', shared: true },
      { logGroup: polledGroup, role: 'backend', scope: 'shop', transport: 'poll' },
      { ecsCluster: cluster, scope: 'node' },
    ],
    notify: {
      ...{
        bot: { slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' } } },
        webhook: { slack: { webhook: { parameter: '/closecall/webhook' } } },
        none: {},
      }[slack],
      email: { to: ['ops@example.com'], minCloses: mailFrom },
    },
    accepted: accepted
      ? killed.map((fingerprint) => ({
          fingerprint,
          owner: 'team-shop',
          until: '2027-01-31',
          because: 'the new machines come in February',
        }))
      : [],
    timings: {
      gap: `${gap}s`,
      lateness: `${lateness}s`,
      provisional: `${provisional}s`,
      repeat: `${repeat}s`,
    },
  });

export const smallSetup: Setup = setupWith(usual);
/** Where some of it is told in the digest alone. */
export const acceptingSetup: Setup = setupWith({ ...usual, accepted: true });

export const startOfStory = Date.UTC(2026, 10, 22, 10, 0, 0);

type Say = (group: string, at: number, message: string) => void;

/** A story for a schedule: bursts, or single lines and pairs so far apart that nothing later makes up for a lost one. */
export function smallStory(dice: Dice): readonly Line[] {
  const lines: Line[] = [];
  const say: Say = (group, at, message) => {
    const observed = at + dice.between(0, 2_000);
    const id = `${observed}${String(lines.length).padStart(6, '0')}`;
    const text =
      group === clusterSource
        ? JSON.stringify(taskEvent(id, observed, message))
        : `${new Date(at).toISOString()} ${message}`;
    lines.push({ group, id, at, observed, text });
  };
  const told = dice.pick([bursts, bursts, scattered, pairs]);
  told(say, dice);
  return lines;
}

/** Closes in a few bursts, with lines that explain some of them and lines that take some of them back. */
function bursts(say: Say, dice: Dice): void {
  const withAsides = dice.chance(0.5);
  for (let burst = dice.between(1, 4); burst > 0; burst--) {
    const from = startOfStory + dice.between(0, 30 * 60) * 1_000;
    const proxy = dice.chance(0.75) ? '/app/proxy' : '/blog/proxy';
    for (let each = dice.between(1, 5); each > 0; each--) {
      const at = from + dice.between(0, 150) * 1_000;
      const inferred = dice.chance(0.3);
      const asked = request(dice);
      // Agents stamp whole seconds: equal lines of one second are several events all the same.
      for (let same = dice.chance(0.2) ? 3 : 1; same > 0; same--)
        say(proxy, at, inferred ? `bare 502 ${asked}` : `closed by 10.0.0.${dice.between(1, 2)}:80 ${asked}`);
      if (withAsides && inferred && dice.chance(0.5)) say(proxy, at, `client left ${asked}`);
    }
    if (dice.chance(0.6))
      say(
        dice.pick(['/app/api', '/node/kernel', polledGroup, clusterSource]),
        from + 5_000,
        `killed pid ${dice.between(1, 9)}`,
      );
    if (dice.chance(0.4)) say('/app/api', from + dice.between(0, 120) * 1_000, 'slow worker');
    if (dice.chance(0.4))
      say(dice.pick(['/app/api', '/node/kernel']), from + dice.between(0, 60) * 60_000, 'deployed');
  }
}

function scattered(say: Say, dice: Dice): void {
  for (let each = dice.between(6, 14); each > 0; each--)
    say('/app/proxy', startOfStory + each * 15 * 60_000, `closed by 10.0.0.1:80 ${request(dice)}`);
}

/** Two lines of which each alone changes little: a close and its explanation, or a close and what takes it back. */
function pairs(say: Say, dice: Dice): void {
  for (let each = dice.between(3, 7); each > 0; each--) {
    const at = startOfStory + each * 15 * 60_000;
    const asked = request(dice);
    say('/app/proxy', at, `bare 502 ${asked}`);
    if (dice.chance(0.7)) say('/app/proxy', at, `client left ${asked}`);
    else say(dice.pick(['/app/api', polledGroup, clusterSource]), at - 2_000, `killed pid ${each}`);
  }
}

const request = (dice: Dice): string =>
  `conn ${dice.between(1, 40)} ${dice.pick(['GET', 'POST'])} /${dice.pick(['pay', 'cart', 'items/7'])}`;

const recordOf = ({ group, id, observed, text }: Line): LogRecord => ({
  id: group === clusterSource ? id : `${owner} ${stream} ${id}`,
  source: group,
  text,
  observedAt: observedTime(observed),
});

/** The incidents of one run over all lines at once, as the batch way in would find them. */
export function batchIncidents(
  lines: readonly Line[],
  { catalogue, run }: Setup,
): readonly IncidentVerdict[] {
  const eye = observer(catalogue);
  const pages = run.sources.flatMap((source) => {
    const needles = needlesOf(catalogue, source.formats);
    const records = lines
      .filter(({ group, text }) => group === source.name && mayMatch(text, needles))
      .map(recordOf);
    return eye.observe(records, source).pages;
  });
  const scopes = [...new Set(run.sources.map(({ scope }) => scope))];
  return inOrder(scopes.flatMap((scope) => judge(pages, scope, run, catalogue).incidents));
}

export const inOrder = (incidents: readonly IncidentVerdict[]): readonly IncidentVerdict[] =>
  [...incidents].sort((a, b) => (`${a.service} ${a.start}` < `${b.service} ${b.start}` ? -1 : 1));

/** One minute in which so many different lines come that only a choice of their texts is kept. */
export function storm(dice: Dice): readonly Line[] {
  return Array.from({ length: 40 }, (_, index): Line => {
    const at = startOfStory + dice.between(0, 59) * 1_000;
    const text = `${new Date(at).toISOString()} closed by 10.0.0.1:80 conn ${index} GET /pay`;
    return {
      group: '/app/proxy',
      id: `${at}${index}${dice.between(0, 999)}`,
      at,
      observed: at + dice.between(0, 999),
      text,
    };
  });
}

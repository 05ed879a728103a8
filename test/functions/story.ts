import { subscriptionEvent } from '#functions/cli/demo/subscription-event.ts';
import { configure, type Setup } from '#functions/config.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { LogRecord } from '#lib/model/record.ts';
import { observedTime } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { judge, mayMatch, needlesOf, observer } from '#lib/pipeline.ts';
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

/** A configuration that must be right. */
export function setupOf(json: unknown, catalogue: Catalogue = smallCatalogue): Setup {
  const configured = configure(json, catalogue);
  if (configured.kind === 'wrong') throw new Error(configured.errors.join('\n'));
  return configured.setup;
}

/** Two services behind a proxy each, and a node's log that both read. */
export const smallSetup: Setup = setupOf({
  sources: [
    { logGroup: '/app/proxy', role: 'proxy', scope: 'shop' },
    { logGroup: '/app/api', role: 'backend', scope: 'shop' },
    { logGroup: '/blog/proxy', role: 'proxy', scope: 'blog' },
    { logGroup: '/node/kernel', role: 'platform', scope: 'node', shared: true },
  ],
  notify: { slack: { channel: '#ops' }, email: { to: ['ops@example.com'], minCloses: 2 } },
  timings: { gap: '2m', lateness: '1m', provisional: '20s', repeat: '20m' },
});

export const startOfStory = Date.UTC(2026, 10, 22, 10, 0, 0);

type Say = (group: string, at: number, message: string) => void;

/** A story for a schedule: bursts, or single lines and pairs so far apart that nothing later makes up for a lost one. */
export function smallStory(dice: Dice): readonly Line[] {
  const lines: Line[] = [];
  const say: Say = (group, at, message) => {
    const observed = at + dice.between(0, 2_000);
    const id = `${observed}${String(lines.length).padStart(6, '0')}`;
    lines.push({ group, id, at, observed, text: `${new Date(at).toISOString()} ${message}` });
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
      say(dice.pick(['/app/api', '/node/kernel']), from + 5_000, `killed pid ${dice.between(1, 9)}`);
    if (dice.chance(0.4)) say('/app/api', from + dice.between(0, 120) * 1_000, 'slow worker');
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
    else say('/app/api', at - 2_000, `killed pid ${each}`);
  }
}

const request = (dice: Dice): string =>
  `conn ${dice.between(1, 40)} ${dice.pick(['GET', 'POST'])} /${dice.pick(['pay', 'cart', 'items/7'])}`;

const recordOf = ({ group, id, observed, text }: Line): LogRecord => ({
  id: `${owner} ${stream} ${id}`,
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

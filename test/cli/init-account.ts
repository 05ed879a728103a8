import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account, ListedGroup } from '#functions/account.ts';
import { init } from '#functions/cli/init.ts';
import type { Answers, Surroundings } from '#functions/cli/init-around.ts';
import { configure } from '#functions/config.ts';
import type { StoredEvent } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { place } from '#lib/engine/read.ts';
import { chain } from '#lib/engine/sniff.ts';
import { day, eventTime, type Millis, second } from '#lib/model/time.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { fakeClock, type Habits, madeUpLogs } from '#test/functions/replay-store.ts';
import { accountOf, now } from './deployment.ts';

const scenarios = join(import.meta.dirname, '../scenarios');

export interface Story {
  readonly name: string;
  readonly logs: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly read: Verdict['read']['sources'];
  readonly incidents: Verdict['incidents'];
  /** When the machine whose kernel speaks was started; undefined where that was not recorded. */
  readonly startedAt: Millis | undefined;
  /** A piece of it is zipped, and left out here. */
  readonly isCut: boolean;
}

/** The recorded scenarios, with what `explain` found their files to be. */
export const stories: readonly Story[] = readdirSync(scenarios, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .map(({ name }) => {
    const logs = join(scenarios, name, 'logs');
    const { made }: { readonly made: { readonly boot_epoch_estimate?: number } } = JSON.parse(
      readFileSync(join(scenarios, name, 'story.json'), 'utf8'),
    );
    const verdict: Verdict = JSON.parse(readFileSync(join(scenarios, name, 'verdict.json'), 'utf8'));
    return {
      name,
      read: verdict.read.sources,
      incidents: verdict.incidents,
      startedAt: made.boot_epoch_estimate === undefined ? undefined : made.boot_epoch_estimate * second,
      isCut: readdirSync(logs).some((file) => file.endsWith('.gz')),
      logs: readdirSync(logs)
        .filter((file) => !file.endsWith('.gz'))
        .map((file) => ({
          name: file,
          lines: readFileSync(join(logs, file), 'utf8').split('\n').filter(Boolean),
        })),
    };
  });

/** About when those were recorded that do not say it. */
const recordedAt = Date.parse('2026-11-24T23:11:45Z');

/** The first time that a log of it says with its date. */
export const begun = ({ read }: Story): Millis =>
  Math.min(
    ...read.flatMap(({ first }) => (first ? [Date.parse(first)] : [])).filter(Number.isFinite),
    recordedAt,
  );

/**
 * The lines as a collector would have stored them: each beside the moment at which a clock `minutes` ahead of UTC showed
 * its time, and a little late, as collectors are. Lines ahead of the first time came when the story had `begun`.
 */
export function stored(
  lines: readonly string[],
  minutes: number,
  late: Millis = 3_000,
  begun: Millis = recordedAt,
  startedAt?: Millis,
): readonly StoredEvent[] {
  let above = begun;
  return lines.map((message, index) => {
    const [, uptime] = /^\[\s*(\d+\.\d+)\]/.exec(message) ?? [];
    if (uptime !== undefined && startedAt !== undefined)
      above = eventTime(startedAt + Number(uptime) * second);
    const stamp = chain(message, catalogue)?.stamps.at(-1);
    if (stamp && stamp.lacks !== 'date') above = place(stamp, { zone: minutes }, above);
    return {
      id: String(index),
      stream: `web/${index % 2}`,
      timestamp: above + ((index * 7_919) % (late + 1)),
      message,
    };
  });
}

export const listed = (name: string, changes: Partial<ListedGroup> = {}): ListedGroup => ({
  name,
  class: 'STANDARD',
  created: now - 30 * day,
  retention: undefined,
  bytes: 30e9,
  ...changes,
});

export const nothing: Answers = {
  groups: undefined,
  clusters: [],
  email: ['ops@example.com'],
  slack: undefined,
  yes: true,
};

export interface Ran {
  // biome-ignore lint/suspicious/noExplicitAny: the written configuration is JSON, and every test says what it expects of it
  readonly json: any;
  readonly setup: Setup;
  readonly text: string;
  readonly said: string;
  readonly before: readonly { readonly what: string; readonly command: string }[];
  /** Calls of FilterLogEvents. */
  readonly calls: number;
}

/** Runs the wizard in a made-up account. What it writes must always be a configuration that is right. */
export async function ran(
  held: Readonly<Record<string, readonly StoredEvent[]>>,
  answers: Partial<Answers> = {},
  changes: Partial<Account> & { readonly groups?: () => Promise<readonly ListedGroup[]> } = {},
  around: Partial<Surroundings> & { readonly habits?: Habits } = {},
): Promise<Ran> {
  const { habits, ...others } = around;
  const logs = madeUpLogs(held, habits);
  const last = Math.max(
    now,
    ...Object.values(held)
      .flat()
      .map(({ timestamp }) => timestamp + 1_000),
  );
  const said: string[] = [];
  const decided = await init(
    {
      account: {
        ...accountOf({ filters: async () => [] }),
        groups: async () => Object.keys(held).map((name) => listed(name)),
        ...changes,
      },
      logs,
      clock: fakeClock(last),
      interview: undefined,
      waiting: { say: () => {}, end: () => {} },
      zoneHere: 'UTC',
      look: { width: 2_000, colour: false },
      say: (text) => said.push(text),
      schema: './closecall.config.schema.json',
      ...others,
    },
    { ...nothing, ...answers },
  );
  const json = JSON.parse(decided.text);
  const configured = configure(json, catalogue);
  if (configured.kind === 'wrong') throw new Error(configured.errors.join('\n'));
  return {
    json,
    setup: configured.setup,
    text: decided.text,
    // Paragraphs in one row, whatever their width.
    said: said
      .join('')
      .replace(/\n +(?=[^ =$\d])/g, ' ')
      .replace(/ +/g, ' '),
    before: decided.before,
    calls: logs.asks.length,
  };
}

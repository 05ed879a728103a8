import { createHash } from 'node:crypto';
import type { Clock, LogStore } from '#functions/ports.ts';
import { notesOn } from '#functions/replay/group-notes.ts';
import { politeRate } from '#functions/replay/history.ts';
import { chapters } from '#functions/replay/past.ts';
import {
  groupsOf,
  nothingYet,
  patternsOf,
  type Recalled,
  remember,
  type Stretch,
} from '#functions/replay/recall.ts';
import { refusalOf, spokenRefusal } from '#functions/replay/refusal.ts';
import { lengthOf, type Slice, slicesOf, without } from '#functions/replay/slices.ts';
import { verdictOn, type ZoneBy } from '#functions/replay/verdict.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { count } from '#lib/model/words.ts';
import type { Run } from '#lib/pipeline.ts';
import { Problem } from './problem.ts';
import { type Bar, noBar } from './progress.ts';
import { type State, stateOf } from './replay-state.ts';
import { moreRoom } from './room.ts';
import { version } from './version.ts';

export interface Replay {
  readonly logs: LogStore;
  readonly clock: Clock;
  readonly run: Run;
  readonly stretch: Stretch;
  /** What to say of how the sources were found. */
  readonly notes?: readonly string[];
  readonly zoneBy?: ZoneBy;
  /** Read every line, whatever the filter patterns would let through. */
  readonly unfiltered: boolean;
  readonly rate: number | undefined;
  /** Where to keep what has been read; undefined: in the cache folder. */
  readonly resume: string | undefined;
  readonly bar?: Bar;
  /** Called with a way to say how far it is, for whoever is interrupted. */
  readonly begun?: (kept: () => Kept | undefined) => void;
  /** The command that goes on where this one fails. */
  readonly onward?: string;
}

/** What an unfinished replay leaves. */
export interface Kept {
  readonly path: string;
  readonly says: string;
}

/** The verdict over a stretch of the past of log groups. Throws a `Problem` that also says how to go on. */
export async function replay(asked: Replay): Promise<Verdict> {
  const { logs, clock, run, stretch, unfiltered, rate, bar = noBar } = asked;
  const groups = groupsOf(run);
  if (groups.length === 0)
    throw new Problem(
      'none of the sources is a log group, so there is no past to read: name log groups in the configuration, or with --source.',
    );
  const state = stateOf(questionOf(asked), asked.resume);
  const slices = slicesOf(groups, stretch.from, stretch.to);
  const whole = lengthsOf(slices);
  const recalled = nothingYet();
  const done: Slice[] = [];
  let keeps = true;
  const kept = (): Kept | undefined =>
    keeps && done.length > 0 ? { path: state.path, says: keptSays(done, whole) } : undefined;
  try {
    bar.say(`asking about ${count(groups.length, 'log group')}`);
    const notes = await notesOn(logs, groups, stretch, clock.now());
    await resume(state, recalled, done);
    const before = lengthsOf(done);
    asked.begun?.(kept);
    const speed = rate ?? politeRate(await logs.region());
    const reading = {
      patternOf: patternsOf(run, catalogue, unfiltered),
      clock,
      rate: speed,
      progress: ({ events, time }: { events: number; time: { done: number } }) =>
        bar.at(
          `reading ${count(groups.length, 'log group')} at ${speed} calls/s`,
          (before + time.done) / whole,
          events,
          'events',
        ),
    };
    const left = without(slices, done);
    for await (const chapter of chapters(logs, run, left, catalogue, reading, recalled.signals)) {
      remember(recalled, chapter);
      done.push(chapter.slice);
      keeps = state.keep(chapter) && keeps;
    }
    bar.say(`weighing ${count(recalled.signals, 'line')}`);
    const said = [...(asked.notes ?? []), ...notes];
    const verdict = verdictOn(recalled, run, stretch, catalogue, said, asked.zoneBy);
    state.remove();
    return verdict;
  } catch (error) {
    throw asProblem(error, kept(), asked.onward);
  } finally {
    bar.end();
  }
}

/** Two questions are one when their answers are: sources, window, configuration, and what reads them. */
function questionOf({ run, stretch, unfiltered }: Replay): string {
  const question = JSON.stringify([version, catalogue.version, run, stretch, unfiltered]);
  return createHash('sha256').update(question).digest('hex').slice(0, 16);
}

async function resume(state: State, recalled: Recalled, done: Slice[]): Promise<void> {
  for await (const chapter of state.earlier()) {
    // Two runs of one question may have kept the same slice.
    if (without([chapter.slice], done).length === 0) continue;
    remember(recalled, chapter);
    done.push(chapter.slice);
  }
}

const lengthsOf = (slices: readonly Slice[]): number =>
  slices.reduce((sum, slice) => sum + lengthOf(slice), 0);

const keptSays = (done: readonly Slice[], whole: number): string =>
  `${Math.floor((lengthsOf(done) / whole) * 100)} % of the window has been read`;

/** What the service refused, with what to do; any other error as it is. */
export function asProblem(error: unknown, kept?: Kept, command?: string): unknown {
  const refusal = refusalOf(error);
  if (!refusal) return error;
  const { what, remedy } = spokenRefusal(refusal);
  const room = refusal.kind === 'too-many' ? `, or allow more: ${moreRoom(refusal.needed)}` : '';
  const onward = kept ? ` ${kept.says}${command === undefined ? '.' : `. Go on with:\n  ${command}`}` : '';
  return new Problem(`${what}. What to do: ${remedy}${room}.${onward}`);
}

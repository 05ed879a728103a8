import { Buffer } from 'node:buffer';
import { version } from '#functions/cli/version.ts';
import type { Lexicon } from '#lib/model/catalogue.ts';
import { hash64 } from '#lib/model/hash.ts';
import { type Millis, minute } from '#lib/model/time.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import type { Run } from '#lib/pipeline.ts';
import type { LogStore, Ports, ReportStore } from './ports.ts';
import { notesOn } from './replay/group-notes.ts';
import { chapters } from './replay/past.ts';
import type { Published } from './replay/publish.ts';
import { clear, noteSaid, type PutAway, putAway, saidBefore, takeOut } from './replay/put-away.ts';
import { groupsOf, nothingYet, patternsOf, remember } from './replay/recall.ts';
import { passes, type Refusal, refusalOf, spokenRefusal } from './replay/refusal.ts';
import { type Question, requestOf, type Wrong } from './replay/request.ts';
import { lengthOf, type Slice, slicesOf, without } from './replay/slices.ts';
import type { Setup } from './setup.ts';
import { wireReplay } from './wire/replay.ts';
import { wired } from './wire/wired.ts';

/** What `aws lambda invoke` gets. */
export type Answer =
  | Verdict
  | (Verdict & { readonly published: readonly Published[] })
  /** The verdict JSON is too large for an answer and lies in the bucket. */
  | {
      readonly report: { readonly bucket: string; readonly key: string; readonly bytes: number };
      readonly published?: readonly Published[];
    }
  /** Time ran out: call again with this. `read` is the share of the window that has been read, from 0 to 1. */
  | { readonly next: string; readonly read: number }
  /**
   * With `next` where what has been read is kept, and the call can be repeated with it; `after` says in how many seconds,
   * where that may be all it takes.
   */
  | { readonly error: Wrong; readonly next?: string; readonly after?: number };

export interface ReplayPorts extends Pick<Ports, 'clock' | 'log'> {
  /** Loaded when somebody is to be told. */
  readonly senders: () => Promise<Ports['senders']>;
  readonly logs: LogStore;
  readonly reports: ReportStore;
}

interface Context {
  readonly getRemainingTimeInMillis: () => number;
}

/** What is left when this is, goes to judging and answering; or to putting away what has been read. */
const reserve: Millis = minute;
/** Seconds after which AWS may have time again. */
const pause = 60;
/** An answer may have 6 MB: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const largestAnswer: number = 6 * 1024 * 1024 - 64 * 1024;

/** Judges the past of the configured log groups. Nothing of it touches the table or a live conversation. */
export function replay(
  ports: ReplayPorts,
  setup: Setup<Lexicon>,
  largest: number = largestAnswer,
): (event: unknown, context: Context) => Promise<Answer> {
  const { logs, reports, clock } = ports;
  const { catalogue: lexicon } = setup;

  return async (event, context) => {
    const request = requestOf(event, setup.run, clock.now());
    switch (request.kind) {
      case 'wrong':
        return { error: request.error };
      case 'new': {
        const { question } = request;
        const before = await takeOut(reports, tokenOf(question, setup));
        // A call may have ended without a word, and its caller asks again. What was still to come then is read anew.
        if (before && question.to <= before.begun) return answer(before, context);
        return answer({ question, begun: clock.now(), done: [], recalled: nothingYet() }, context);
      }
      case 'onward': {
        const { token } = request;
        const before = await takeOut(reports, token);
        if (!before || tokenOf(before.question, setup) !== token)
          return {
            error: {
              what: before
                ? 'the configuration or the version of this stack changed since that replay began'
                : `nothing is kept under ${token}: that replay was finished, or began too long ago`,
              path: 'next',
              remedy: 'leave next out to begin anew',
            },
          };
        return answer(before, context);
      }
    }
  };

  async function answer(before: PutAway, context: Context): Promise<Answer> {
    const { question, recalled } = before;
    const done = [...before.done];
    const token = tokenOf(question, setup);
    const keep = () => putAway(reports, token, { ...before, done });
    const run = partOf(setup.run, question);
    const isLate = () => context.getRemainingTimeInMillis() < reserve;
    const groups = groupsOf(run);
    const slices = slicesOf(groups, question.from, question.to);
    let notes: readonly string[];
    try {
      notes = await notesOn(logs, groups, question, clock.now());
      const reading = {
        patternOf: patternsOf(run, lexicon, question.unfiltered),
        clock,
        ...(question.rate === undefined ? {} : { rate: question.rate }),
        isLate,
      };
      const left = without(slices, done);
      for await (const chapter of chapters(logs, run, left, lexicon, reading, recalled.signals)) {
        remember(recalled, chapter);
        done.push(chapter.slice);
      }
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      if (!isLate()) {
        const goesOn = done.length > 0 && refusal.kind !== 'too-many';
        if (goesOn) await keep();
        return {
          error: wrongFor(refusal),
          ...(goesOn ? { next: token } : {}),
          ...(goesOn && passes(refusal) ? { after: pause } : {}),
        };
      }
      notes = [];
    }
    const missing = without(slices, done);
    if (missing.length > 0 || isLate()) {
      await keep();
      return { next: token, read: 1 - lengthsOf(missing) / lengthsOf(slices) };
    }
    // What judges is as large as what reads, and is not needed before everything is read.
    const [{ verdictOn }, { catalogue }] = await Promise.all([
      import('./replay/verdict.ts'),
      import('#lib/catalogue/catalogue.ts'),
    ]);
    const verdict = verdictOn(recalled, run, question, catalogue, notes);
    if (!question.publish) return finished(token, verdict, undefined);
    // From here on nothing may be lost: what was read, or people hear twice; nor what was said.
    await keep();
    const [{ publish }, senders] = await Promise.all([import('./replay/publish.ts'), ports.senders()]);
    const sending = await publish(verdict.incidents, { ...ports, senders }, setup, {
      said: await saidBefore(reports, token),
      note: (said) => noteSaid(reports, token, said),
      isLate,
    });
    return sending.kind === 'late' ? { next: token, read: 1 } : finished(token, verdict, sending.published);
  }

  async function finished(
    token: string,
    verdict: Verdict,
    published: readonly Published[] | undefined,
  ): Promise<Answer> {
    const told = await withinLimit(token, verdict, published);
    await clear(reports, token);
    return told;
  }

  async function withinLimit(
    token: string,
    verdict: Verdict,
    published: readonly Published[] | undefined,
  ): Promise<Answer> {
    const whole = published ? { ...verdict, published } : verdict;
    const text = JSON.stringify(whole);
    const bytes = Buffer.byteLength(text);
    if (bytes <= largest) return whole;
    const key = `reports/${token}.json`;
    await reports.put(key, text);
    return { report: { bucket: reports.bucket, key, bytes }, ...(published ? { published } : {}) };
  }
}

/** The same for the same question to the same stack: what is put away is found again, and overwritten, by it alone. */
const tokenOf = (question: Question, { run, catalogue }: Setup<Lexicon>): string =>
  hash64(JSON.stringify([version, catalogue.version, run, question]));

const partOf = (run: Run, { sources }: Question): Run =>
  sources.length === 0 ? run : { ...run, sources: run.sources.filter(({ name }) => sources.includes(name)) };

const lengthsOf = (slices: readonly Slice[]): number =>
  slices.reduce((sum, slice) => sum + lengthOf(slice), 0);

function wrongFor(refusal: Refusal): Wrong {
  const said = spokenRefusal(refusal);
  return refusal.kind === 'beyond-retention' ? { ...said, path: 'until' } : said;
}

const ready = wired(wireReplay, ({ reach, ...ports }, setup) => {
  // The lexicon is half of what reads, and whoever asks for the past can wait until it is there.
  const begun = import('#lib/catalogue/lexicon.ts').then(({ lexicon }) =>
    replay(
      {
        ...ports,
        // Most replays tell nobody, and what tells is a good part of all that there is to load.
        senders: async () => (await import('./adapters/senders.ts')).sendersOf(reach),
      },
      { ...setup, catalogue: lexicon },
    ),
  );
  return async (event: unknown, context: Context) => (await begun)(event, context);
});
export const handler = (event: unknown, context: Context): Promise<Answer> => ready()(event, context);

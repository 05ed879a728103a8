import type { Account } from '#functions/account.ts';
import { Unanswered } from '#functions/adapters/unanswered.ts';
import type { Clock, ReportStore } from '#functions/ports.ts';
import type { Published } from '#functions/replay/publish.ts';
import type { Question } from '#functions/replay/request.ts';
import { second } from '#lib/model/time.ts';
import { type Verdict, verdictSchema } from '#lib/model/verdict.ts';
import { count, list, size } from '#lib/model/words.ts';
import { Problem } from './problem.ts';
import { type Bar, noBar } from './progress.ts';

export interface RemoteReplay {
  readonly account: Pick<Account, 'stack' | 'invoke'>;
  readonly reportsOf: (bucket: string) => Pick<ReportStore, 'get'>;
  readonly stack: string;
  readonly question: Question;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly bar?: Bar;
  /** The command that goes on where this one fails: the function knows the question again, and what became of it. */
  readonly onward?: string;
}

/** Calls in a row that bring nothing, where the function says that waiting may be all it takes. */
const mostWaits = 5;

export interface Told {
  readonly verdict: Verdict;
  readonly published: readonly Published[];
}

/** The verdict of the deployed replay function, which is called until it has read everything. */
export async function replayThere({
  account,
  reportsOf,
  stack: name,
  question,
  clock,
  bar = noBar,
  onward,
}: RemoteReplay): Promise<Told> {
  const stack = await account.stack(name);
  const functionName = stack?.outputs.get('ReplayFunctionName');
  if (functionName === undefined)
    throw new Problem(
      `${stack ? `the stack ${name} has no replay function` : `there is no stack ${name} in this account and Region`}. What to do: name the stack with --stack, choose its Region and account (AWS_REGION, AWS_PROFILE), or leave --stack and --publish out to read the logs from here.`,
    );
  const { from, to, sources, publish, unfiltered, rate } = question;
  let request: object = {
    since: from,
    until: to,
    ...(sources.length > 0 ? { sources } : {}),
    publish,
    unfiltered,
    ...(rate === undefined ? {} : { rate }),
  };
  const goOn = onward === undefined ? '' : ` Go on with:\n  ${onward}`;
  try {
    bar.say(`${functionName} reads`);
    for (let waits = 0; ; ) {
      const answered = await account.invoke(functionName, request).catch((unheard: unknown) => {
        if (!(unheard instanceof Unanswered)) throw unheard;
        throw new Problem(`${unheard.message}${unheard.kind === 'denied' ? '' : goOn}`);
      });
      if (answered.kind === 'failed')
        throw new Problem(
          `${functionName} failed: ${answered.why}. What to do: look at its log group /closecall/${name}/replay, and try again.${goOn}`,
        );
      const answer = (answered.answer ?? {}) as {
        error?: unknown;
        next?: unknown;
        after?: unknown;
        read?: unknown;
        report?: unknown;
        published?: unknown;
      };
      const { error, next, after, read } = answer;
      if (typeof next === 'string') request = { next };
      if (error !== undefined) {
        if (typeof next !== 'string') throw refused(error);
        if (typeof after !== 'number' || waits++ >= mostWaits) throw refused(error, goOn);
        bar.say(`AWS is asked too often: ${functionName} waits`);
        await clock.sleep(after * second);
        continue;
      }
      if (typeof next === 'string') {
        waits = 0;
        bar.at(`${functionName} reads`, Number(read ?? 0), 0, '');
        continue;
      }
      return { verdict: await verdictIn(answer, reportsOf), published: publishedIn(answer) };
    }
  } finally {
    bar.end();
  }
}

function refused(error: unknown, goOn = ''): Problem {
  const { what, path, remedy } = (error ?? {}) as { what?: unknown; path?: unknown; remedy?: unknown };
  const place = path === undefined ? '' : ` (${String(path)})`;
  return new Problem(
    `the replay function answers: ${String(what)}${place}. What to do: ${String(remedy)}.${goOn}`,
  );
}

async function verdictIn(
  answer: { readonly report?: unknown },
  reportsOf: RemoteReplay['reportsOf'],
): Promise<Verdict> {
  const report = answer.report as { bucket: string; key: string; bytes: number } | undefined;
  if (report === undefined) return known(answer);
  const text = await reportsOf(report.bucket).get(report.key);
  if (text === undefined)
    throw new Problem(
      `the report of ${size(report.bytes)} lies in s3://${report.bucket}/${report.key} and may not be read from here. What to do: allow s3:GetObject on it, or fetch it with aws s3 cp.`,
    );
  return known(JSON.parse(text));
}

function known(answer: unknown): Verdict {
  const { published: _, ...verdict } = (answer ?? {}) as Verdict & { published?: unknown };
  if (verdict.schema !== verdictSchema)
    throw new Problem(
      'the replay function answers in a form that this version does not know. What to do: deploy the stack with this version.',
    );
  return verdict;
}

const publishedIn = ({ published }: { readonly published?: unknown }): readonly Published[] =>
  Array.isArray(published) ? (published as Published[]) : [];

/** One row on what was sent, and one for each word that did not arrive. */
export function publishedRows(published: readonly Published[]): readonly string[] {
  const arrived = published.filter(({ outcome }) => outcome === 'delivered');
  const media = [...new Set(arrived.map(({ medium }) => medium))];
  return [
    arrived.length === 0
      ? 'Nothing was published: no medium is configured, or no incident has as many closes as its minCloses asks for.'
      : `Published ${count(new Set(arrived.map(({ conversation }) => conversation)).size, 'incident')} by ${list(media)}.`,
    ...published
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ conversation, medium, why }) => `${medium} did not take ${conversation}: ${why}`),
  ];
}

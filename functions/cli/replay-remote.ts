import type { Account } from '#functions/account.ts';
import type { ReportStore } from '#functions/ports.ts';
import type { Published } from '#functions/replay-publish.ts';
import type { Question } from '#functions/replay-request.ts';
import { type Verdict, verdictSchema } from '#lib/model/verdict.ts';
import { count, list, size } from '#lib/model/words.ts';
import { Problem } from './problem.ts';
import { type Bar, noBar } from './progress.ts';

export interface RemoteReplay {
  readonly account: Pick<Account, 'stack' | 'invoke'>;
  readonly reportsOf: (bucket: string) => Pick<ReportStore, 'get'>;
  readonly stack: string;
  readonly question: Question;
  readonly bar?: Bar;
}

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
  bar = noBar,
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
  try {
    bar.say(`${functionName} reads`);
    for (;;) {
      const answered = await account.invoke(functionName, request);
      if (answered.kind === 'failed')
        throw new Problem(
          `${functionName} failed: ${answered.why}. What to do: look at its log group /closecall/${name}/replay, and try again.`,
        );
      const answer = (answered.answer ?? {}) as Record<string, unknown>;
      if ('error' in answer) throw refused(answer['error']);
      if (typeof answer['next'] === 'string') {
        bar.at(`${functionName} reads`, Number(answer['read'] ?? 0), 0, '');
        request = { next: answer['next'] };
        continue;
      }
      return { verdict: await verdictIn(answer, reportsOf), published: publishedIn(answer) };
    }
  } finally {
    bar.end();
  }
}

function refused(error: unknown): Problem {
  const { what, path, remedy } = (error ?? {}) as { what?: unknown; path?: unknown; remedy?: unknown };
  const place = path === undefined ? '' : ` (${String(path)})`;
  return new Problem(`the replay function answers: ${String(what)}${place}. What to do: ${String(remedy)}.`);
}

async function verdictIn(
  answer: Readonly<Record<string, unknown>>,
  reportsOf: RemoteReplay['reportsOf'],
): Promise<Verdict> {
  const report = answer['report'] as { bucket: string; key: string; bytes: number } | undefined;
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

const publishedIn = (answer: Readonly<Record<string, unknown>>): readonly Published[] =>
  Array.isArray(answer['published']) ? (answer['published'] as Published[]) : [];

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

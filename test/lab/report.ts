import { second as counted } from './plan.ts';
import type { Score } from './score.ts';
import type { Changed } from './steadfast.ts';

const second = new Set(counted.map(({ id }) => id));

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

const isTrue = ({ is, also }: Score['truth'], said: string): boolean => said === is || also.includes(said);

/** What the recorded runs come to, as `RESULTS.md` keeps it. */
export function report(scores: readonly Score[], changed: readonly Changed[]): string {
  const versions = new Map(
    scores.flatMap(
      ({
        truth: {
          proxy,
          backend,
          versions: [of, behind],
        },
      }) => [[proxy, of] as const, [backend, behind] as const],
    ),
  );
  const told = scores.filter(({ truth }) => truth.told);
  const untold = scores.filter(({ truth }) => !truth.told);
  const rounds = [
    ['looked at', told.filter(({ truth }) => !second.has(truth.id))],
    ['only counted', told.filter(({ truth }) => second.has(truth.id))],
    ['all', told],
  ] as const;
  return `${[
    '# Results of the lab',
    'Real proxies before real backends on loopback, one thing done to each; the truth is what was done. Runs are recorded by `npm run lab -- --record`; `npm test` scores them all and holds this page to it.',
    [...versions].map(([name, version]) => `${name} ${version}`).join(', '),
    table(
      ['round', 'runs', 'right', 'incidents named right', 'closes attributed right'],
      rounds.map(([name, round]) => {
        const broken = round.filter(({ closes }) => closes > 0);
        const incidents = broken.flatMap(({ truth, incidents: all }) =>
          all.map(({ said }) => isTrue(truth, said)),
        );
        return [
          name,
          String(round.length),
          percent(round.filter(({ ok }) => ok).length, round.length),
          percent(incidents.filter(Boolean).length, incidents.length),
          percent(total(broken.map(({ right }) => right)), total(broken.map(({ closes }) => closes))),
        ];
      }),
    ),
    `Of ${untold.length} runs no log tells what was done: ${untold.filter(({ ok }) => ok).length} are unexplained, only possible, or right. They are left out above.`,
    '## By cause',
    byCause(told),
    '## How sure it was',
    reliability(scores),
    '## What it was taken for',
    confusion(told),
    '## Beside decoys, with wrong clocks, and from the cited lines alone',
    steadfastness(changed),
    '## Runs',
    table(
      ['run', 'failed requests', 'was', 'said', 'closes', ''],
      scores.map(({ truth, incidents, lookalikes, right, closes, ok }) => [
        truth.id,
        `${truth.failed} of ${truth.asked}`,
        truth.is ?? 'nothing',
        [...incidents.map(({ said, confidence }) => `${said} ${confidence}`), ...lookalikes].join(', ') ||
          'nothing',
        closes === 0 ? '' : `${right} of ${closes}`,
        ok ? '' : 'wrong',
      ]),
    ),
  ].join('\n\n')}\n`;
}

function byCause(scores: readonly Score[]): string {
  const causes = [...new Set(scores.flatMap(({ truth }) => truth.is ?? []))].sort();
  const named = scores.flatMap(({ truth, incidents }) =>
    incidents.map(({ said }) => ({ is: isTrue(truth, said) ? said : truth.is, said })),
  );
  return table(
    ['cause', 'runs', 'recall', 'precision', 'abstained'],
    causes.map((cause) => {
      const runs = scores.filter(({ truth }) => truth.is === cause);
      const saidSo = named.filter(({ said }) => said === cause);
      const without = runs.filter(({ incidents }) => incidents.some(({ said }) => said === 'unexplained'));
      return [
        cause,
        String(runs.length),
        percent(runs.filter(({ ok }) => ok).length, runs.length),
        percent(saidSo.filter(({ is }) => is === cause).length, saidSo.length),
        percent(without.length, runs.length),
      ];
    }),
  );
}

function reliability(scores: readonly Score[]): string {
  const said = scores.flatMap(({ truth, incidents }) =>
    incidents.map(({ said: cause, confidence }) => ({ confidence, isRight: isTrue(truth, cause) })),
  );
  return table(
    ['confidence', 'incidents', 'right'],
    ['confirmed', 'likely', 'possible', 'none'].map((confidence) => {
      const some = said.filter((each) => each.confidence === confidence);
      return [
        confidence,
        String(some.length),
        percent(some.filter(({ isRight }) => isRight).length, some.length),
      ];
    }),
  );
}

function confusion(scores: readonly Score[]): string {
  const pairs = new Map<string, number>();
  for (const { truth, incidents, ok } of scores)
    if (!ok)
      for (const said of incidents.length === 0 ? ['nothing'] : incidents.map((each) => each.said))
        if (!isTrue(truth, said)) {
          const key = `${truth.is ?? 'nothing'}\t${said}`;
          pairs.set(key, (pairs.get(key) ?? 0) + 1);
        }
  if (pairs.size === 0) return 'Nothing was taken for anything else.';
  return table(
    ['was', 'taken for', 'incidents'],
    [...pairs].map(([key, times]) => [...key.split('\t'), String(times)]),
  );
}

function steadfastness(changed: readonly Changed[]): string {
  const names = [...new Set(changed.map(({ trouble }) => trouble))];
  const other = changed.filter(({ was, now }) => was !== now);
  return [
    table(
      ['', 'runs', 'the same verdict'],
      names.map((name) => {
        const those = changed.filter(({ trouble }) => trouble === name);
        return [
          name,
          String(those.length),
          percent(those.filter(({ was, now }) => was === now).length, those.length),
        ];
      }),
    ),
    ...(other.length === 0
      ? []
      : [
          table(
            ['run', '', 'said', 'and then'],
            other.map(({ id, trouble, was, now }) => [id, trouble, was, now]),
          ),
        ]),
  ].join('\n\n');
}

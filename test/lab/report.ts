import { hash64 } from '#lib/model/hash.ts';
import type { Score } from './score.ts';

/** Half of the runs are looked at when something is wrong, and the other half only counted. */
export const isLookedAt = (id: string): boolean => Number.parseInt(hash64(id).slice(-1), 16) % 2 === 0;

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** What the recorded runs come to, as `RESULTS.md` keeps it. */
export function report(scores: readonly Score[]): string {
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
  const halves = [
    ['looked at', scores.filter(({ truth }) => isLookedAt(truth.id))],
    ['only counted', scores.filter(({ truth }) => !isLookedAt(truth.id))],
    ['all', scores],
  ] as const;
  return `${[
    '# Results of the lab',
    'Real proxies before real backends on loopback, one thing done to each; the truth is what was done. Runs are recorded by `npm run lab -- --record`; `npm test` scores them all and holds this page to it.',
    [...versions].map(([name, version]) => `${name} ${version}`).join(', '),
    table(
      ['half', 'runs', 'right', 'incidents named right', 'closes attributed right'],
      halves.map(([name, half]) => {
        const broken = half.filter(({ closes }) => closes > 0);
        const incidents = broken.flatMap(({ truth, incidents: all }) =>
          all.map(({ said }) => said === truth.is),
        );
        return [
          name,
          String(half.length),
          percent(half.filter(({ ok }) => ok).length, half.length),
          percent(incidents.filter(Boolean).length, incidents.length),
          percent(total(broken.map(({ right }) => right)), total(broken.map(({ closes }) => closes))),
        ];
      }),
    ),
    '## By cause',
    byCause(scores),
    '## How sure it was',
    reliability(scores),
    '## What it was taken for',
    confusion(scores),
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
    incidents.map(({ said }) => ({ is: truth.is, said })),
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
    incidents.map(({ said: cause, confidence }) => ({ confidence, isRight: cause === truth.is })),
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
        if (said !== truth.is) {
          const key = `${truth.is ?? 'nothing'}\t${said}`;
          pairs.set(key, (pairs.get(key) ?? 0) + 1);
        }
  if (pairs.size === 0) return 'Nothing was taken for anything else.';
  return table(
    ['was', 'taken for', 'incidents'],
    [...pairs].map(([key, times]) => [...key.split('\t'), String(times)]),
  );
}

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recorded } from './recorded.ts';
import { report } from './report.ts';
import { type Score, score, verdictOn } from './score.ts';
import { type Changed, steadfast } from './steadfast.ts';

it('recorded runs of the lab come to what RESULTS.md says', { timeout: 600_000 }, async () => {
  const scores: Score[] = [];
  const changed: Changed[] = [];
  for (const { folder, truth } of recorded()) {
    const logs = join(folder, 'logs');
    const verdict = await verdictOn(logs);
    scores.push(score(truth, verdict));
    changed.push(...(await steadfast(logs, truth, verdict)));
  }
  expect(scores.length).toBeGreaterThanOrEqual(120);
  // What is called confirmed is right, and a neighbour changes nothing.
  const wrong = scores.filter(
    ({ ok, incidents }) => !ok && incidents.some(({ confidence }) => confidence === 'confirmed'),
  );
  expect(wrong.map(({ truth }) => truth.id)).toEqual([]);
  const lured = changed.filter(({ trouble, was, now }) => trouble.startsWith('beside ') && was !== now);
  expect(lured).toEqual([]);
  await expect(report(scores, changed)).toMatchFileSnapshot('RESULTS.md');
});

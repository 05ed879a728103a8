import { expect, it } from 'vitest';
import { recorded } from './recorded.ts';
import { report } from './report.ts';
import { type Score, score } from './score.ts';

it('recorded runs of the lab come to what RESULTS.md says', { timeout: 300_000 }, async () => {
  const scores: Score[] = [];
  for (const { folder, truth } of recorded()) scores.push(await score(folder, truth));
  expect(scores.length).toBeGreaterThan(10);
  // What is called confirmed is right.
  const wrong = scores.filter(
    ({ ok, incidents }) => !ok && incidents.some(({ confidence }) => confidence === 'confirmed'),
  );
  expect(wrong.map(({ truth }) => truth.id)).toEqual([]);
  await expect(report(scores)).toMatchFileSnapshot('RESULTS.md');
});

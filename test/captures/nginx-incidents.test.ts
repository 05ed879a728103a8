import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '#lib/model/verdict.ts';
import { explained, howOf } from '#test/explained.ts';

/** Premature closes that `client_view.txt` provokes: 1.31.4 keeps connections by default and so tries two GETs twice. */
const closes = { '1.22.1': 59, '1.31.4': 61 } as const;

const run = (version: string, files: readonly string[]): Promise<Verdict> =>
  explained(join(import.meta.dirname, 'nginx', version), files);
const alikes = ({ lookalikes }: Verdict) =>
  Object.fromEntries(lookalikes.map(({ cause, count }) => [cause, count]));

describe.each(Object.entries(closes))('every path of the capture of nginx %s', (version, expected) => {
  const logs = readdirSync(join(import.meta.dirname, 'nginx', version)).filter((name) =>
    /^(?:error|access_\w+)\.log$/.test(name),
  );

  it('is told apart by the error log alone', async () => {
    const verdict = await run(version, ['error.log']);
    expect(verdict.summary.closes).toBe(expected);
    expect(howOf(verdict)).toEqual({
      'header fin': expected - 38,
      'header reset': 12,
      'body fin': 12,
      'body reset': 9,
      'tunnel reset': 2,
      'tunnel other': 1,
      'connect fin': 1,
      'connect reset': 1,
    });
    expect(alikes(verdict)).toEqual({
      'connect-failed': 9,
      'client-closed': 3,
      'name-resolution': 1,
      'proxy-timeout': 1,
    });
  });

  it('counts each close once when four access logs describe it too', async () => {
    const [alone, all] = [await run(version, ['error.log']), await run(version, logs)];
    expect(logs.length).toBeGreaterThanOrEqual(4);
    expect([all.summary.closes, howOf(all), alikes(all)]).toEqual([expected, howOf(alone), alikes(alone)]);
  });
});

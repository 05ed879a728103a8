import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '#lib/model/verdict.ts';
import { explained, howOf } from '#test/explained.ts';

const run = (...files: readonly string[]): Promise<Verdict> =>
  explained(join(import.meta.dirname, 'varnish', '7.1.1'), files);
const alikes = ({ lookalikes }: Verdict) =>
  Object.fromEntries(lookalikes.map(({ cause, count }) => [cause, count]));

describe('every path of the capture of Varnish 7.1.1', () => {
  it('is told apart by varnishncsa -b, which has one line for a request that was repeated', async () => {
    const verdict = await run('varnishncsa_backend.log');
    expect(howOf(verdict)).toEqual({
      'header other': 11,
      'body fin': 3,
      'body reset': 3,
      'request reset': 3,
    });
    expect(alikes(verdict)).toEqual({ 'proxy-timeout': 2, 'connect-failed': 1 });
  });

  it('is told apart by varnishlog, which has every attempt', async () => {
    const verdict = await run('varnishlog.log');
    expect(howOf(verdict)).toEqual({ 'header other': 12, 'body other': 6, 'request reset': 3 });
    expect(alikes(verdict)).toEqual({ 'proxy-timeout': 2, 'connect-failed': 1 });
    expect(verdict.read.sources.map(({ lines, understood, role }) => [lines - understood, role])).toEqual([
      // Blank lines stand between groups.
      [31, 'proxy'],
    ]);
  });

  it('is not told by the default format of varnishncsa', async () => {
    const verdict = await run('varnishncsa_default.log');
    expect([verdict.summary.closes, alikes(verdict)]).toEqual([0, {}]);
  });
});

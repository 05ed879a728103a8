import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '#lib/model/verdict.ts';
import { explained, howOf } from '#test/explained.ts';

const folder = (version: string) => join(import.meta.dirname, 'haproxy', version);
const run = (version: string, files: readonly string[]): Promise<Verdict> =>
  explained(folder(version), files);
const alikes = ({ lookalikes }: Verdict) =>
  Object.fromEntries(lookalikes.map(({ cause, count }) => [cause, count]));

/**
 * By what the paths ask for: RST and FIN look alike but in TCP mode, where FIN looks like any end; 3.4 answers a reused
 * connection that dies with silence and no line, and what 2.6 calls a broken upload is a missing header to it.
 */
const expected = {
  '2.6.12': {
    how: { 'header other': 23, 'body other': 13, 'request other': 2, 'tunnel reset': 2 },
    alike: { 'connect-failed': 3, 'proxy-timeout': 2 },
  },
  '3.4.0': {
    how: { 'header other': 21, 'body other': 13, 'tunnel reset': 2 },
    alike: { 'connect-failed': 3, 'proxy-timeout': 2, 'client-closed': 1 },
  },
} as const;

describe.each(Object.entries(expected))(
  'every path of the capture of HAProxy %s',
  (version, { how, alike }) => {
    it.each(['rfc3164.log', 'rfc5424.log'])('is told apart in %s', async (file) => {
      const verdict = await run(version, [file]);
      expect(howOf(verdict)).toEqual(how);
      expect(alikes(verdict)).toEqual(alike);
      const lines = readFileSync(join(folder(version), file), 'utf8')
        .trimEnd()
        .split('\n').length;
      expect(verdict.read.sources.map(({ lines: n, understood, role }) => [n, understood, role])).toEqual([
        [lines, lines, 'proxy'],
      ]);
    });

    it('counts each close once when both syslog formats describe it', async () => {
      const verdict = await run(version, ['rfc3164.log', 'rfc5424.log']);
      expect(howOf(verdict)).toEqual(how);
      expect(alikes(verdict)).toEqual(alike);
    });
  },
);

describe('clients that left', () => {
  it('are told from closes by 3.4.0', async () => {
    const verdict = await run('3.4.0', ['client_abort.log']);
    expect([verdict.summary.closes, alikes(verdict)]).toEqual([0, { 'client-closed': 2 }]);
  });

  it('are not seen by 2.6.12 without abortonclose: it waits on, and reports what the server did', async () => {
    const verdict = await run('2.6.12', ['client_abort.log']);
    expect([verdict.summary.closes, alikes(verdict)]).toEqual([1, { 'proxy-timeout': 1 }]);
  });
});

describe('attempts that HAProxy repeated', () => {
  it('leave no close when they succeeded in the end', async () => {
    expect(howOf(await run('2.6.12', ['retry.log']))).toEqual({ 'header other': 2, 'body other': 2 });
  });

  it('say FIN or RST where the log-format has bc_err', async () => {
    expect(howOf(await run('3.4.0', ['retry_bc_err.log']))).toEqual({
      'header fin': 1,
      'header reset': 1,
      'body fin': 1,
      'body reset': 1,
    });
  });
});

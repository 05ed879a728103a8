import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '#lib/model/verdict.ts';
import { explained, howOf } from '#test/explained.ts';

const folder = join(import.meta.dirname, 'envoy', '1.40.0');
const run = (...files: readonly string[]): Promise<Verdict> => explained(folder, files);
/** One cause may have been the doing of nobody here and of the proxy there. */
const alikes = ({ lookalikes }: Verdict) => {
  const counts: Record<string, number> = {};
  for (const { cause, count } of lookalikes) counts[cause] = (counts[cause] ?? 0) + count;
  return counts;
};

/** As `requests.sh` asked for them; a repeated request is one line, and its last attempt one close. */
const how = { 'header other': 18, 'body other': 7, 'tunnel other': 2 };
/** Refused three times and once during a handshake; no host twice, no cluster, a full circuit breaker twice. */
const alike = { 'connect-failed': 9, 'proxy-timeout': 2, 'client-closed': 2 };

describe('every request of the capture of Envoy 1.40.0', () => {
  it.each(['default.log', 'istio.log', 'istio.json.log', 'own.json.log'])(
    'is told apart in %s',
    async (file) => {
      const verdict = await run(file);
      expect(howOf(verdict)).toEqual(how);
      // Without details a time-out of the connect reads like any failure to connect.
      expect(alikes(verdict)).toEqual(
        file === 'default.log' ? { ...alike, 'connect-failed': 10, 'proxy-timeout': 1 } : alike,
      );
      const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n').length;
      expect(verdict.read.sources.map(({ lines: n, understood, role }) => [n, understood, role])).toEqual([
        [lines, lines, 'proxy'],
      ]);
    },
  );

  it('is one close where four logs describe it', async () => {
    const verdict = await run('default.log', 'istio.log', 'istio.json.log', 'own.json.log');
    expect(howOf(verdict)).toEqual(how);
  });

  it.each(['tcp.default.log', 'tcp.istio.log', 'tcp.istio.json.log'])(
    'shows only resets in %s',
    async (file) => {
      const verdict = await run(file);
      expect(howOf(verdict)).toEqual({ 'tunnel reset': 2 });
      expect(alikes(verdict)).toEqual({ 'connect-failed': 1 });
    },
  );

  it('is read beside Envoy’s own log, which says that it was stopped', async () => {
    const verdict = await run('istio.log', 'envoy.log');
    expect(howOf(verdict)).toEqual(how);
    expect(verdict.read.sources.map(({ format, role }) => [format, role])).toEqual([
      ['envoy', 'proxy'],
      ['envoy-log', 'proxy'],
    ]);
  });
});

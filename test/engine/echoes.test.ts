import { describe, expect, it } from 'vitest';
import { signatures } from '#lib/catalogue/signatures.ts';
import { echoesIn } from '#lib/engine/echoes.ts';
import type { Fact } from '#lib/model/signal.ts';
import { eventTime } from '#lib/model/time.ts';

const known = new Map(signatures.map((signature) => [signature.id, signature]));

const packet = (signature: string, at: number, connection: string): Fact => ({
  id: `${signature} ${at} ${connection}`,
  at: eventTime(at),
  resolution: 1,
  source: 'capture',
  signature,
  content: '',
  says: { upstream: '192.0.2.8:8080', by: 'fin' },
  keys: { connection },
});

it('a backend’s FIN follows from the proxy’s on the same connection only', () => {
  const proxy = packet('tcpdump/proxy-closed', 1_000, 'one');
  const answer = packet('tcpdump/closed-later', 1_002, 'one');
  const other = packet('tcpdump/closed-later', 1_003, 'another');
  const before = packet('tcpdump/closed-later', 900, 'one');
  const echoes = echoesIn([before, proxy, answer, other], known, new Map());
  expect([...echoes].map(([echo, { fact }]) => [echo, fact])).toEqual([[answer, proxy]]);
});

describe('the first worker of each number follows from the start of its Puma', () => {
  const line = (signature: string, at: number, master: number, source: string, worker?: string): Fact => ({
    id: `${signature} ${at} ${master} ${source} ${worker}`,
    at: eventTime(at),
    resolution: 1_000,
    source,
    signature,
    content: '',
    says: { master, ...(worker === undefined ? {} : { worker }) },
    keys: {},
  });
  const started = (at: number, master: number, source: string, workers = 2) => [
    line('puma/starting', at, master, source),
    ...Array.from({ length: workers }, (_, index) =>
      line('puma/worker-booted', at + 2_000, master, source, String(index)),
    ),
  ];
  const deathsIn = (facts: readonly Fact[]): readonly Fact[] => {
    const sorted = [...facts].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
    const echoes = echoesIn(sorted, known, new Map());
    return sorted.filter((fact) => fact.signature === 'puma/worker-booted' && !echoes.has(fact));
  };
  const again = (at: number, master: number, source: string) =>
    line('puma/worker-booted', at, master, source, '0');

  it('of each of two servers, in logs of their own or in one', () => {
    expect(deathsIn([...started(0, 10, 'a'), ...started(1_000, 20, 'b')])).toEqual([]);
    expect(deathsIn([...started(0, 10, 'a'), ...started(1_000, 20, 'a')])).toEqual([]);
    expect(deathsIn([...started(0, 10, 'a'), ...started(0, 10, 'b')])).toEqual([]);
  });

  it('and a second one follows from a death', () => {
    const died = again(30_000, 10, 'a');
    expect(deathsIn([...started(0, 10, 'a'), ...started(1_000, 20, 'a'), died])).toEqual([died]);
    expect(deathsIn([...started(0, 10, 'a'), ...started(25_000, 20, 'b'), died])).toEqual([died]);
  });
});

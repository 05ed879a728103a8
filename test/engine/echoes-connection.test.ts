import { expect, it } from 'vitest';
import { signatures } from '#lib/catalogue/signatures.ts';
import { echoesIn } from '#lib/engine/echoes.ts';
import type { Fact } from '#lib/model/signal.ts';
import { eventTime } from '#lib/model/time.ts';

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
  const known = new Map(signatures.map((signature) => [signature.id, signature]));
  const echoes = echoesIn([before, proxy, answer, other], known, new Map());
  expect([...echoes].map(([echo, { fact }]) => [echo, fact])).toEqual([[answer, proxy]]);
});

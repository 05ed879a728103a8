import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explained } from '#test/explained.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'closecall-block-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const closed =
  '198.51.100.7:55634 [27/Nov/2026:11:38:29.564] shop app/app1 0/0/0/-1/9 502 209 - - SH-- 3/3/1/1/0 0/0 "GET /api/images/17/thumbnail HTTP/1.1"\n';
const crashed = '/srv/app/worker.rb:136: [BUG] Segmentation fault at 0x0000000000005c94\n';
const stamped = '[23698] === puma shutdown: 2026-11-27 11:38:29 +0000 ===\n';
/** What a crash report goes on with. */
const filler = (kilobytes: number): string =>
  ' 1041 /usr/lib/ruby/3.1.0/rubygems/specification.rb\n'.repeat(kilobytes * 20);

/** When the crash is taken to have been, in a log of these parts. */
async function crashIn(...parts: readonly string[]): Promise<string | null | undefined> {
  writeFileSync(join(folder, 'haproxy.log'), closed);
  writeFileSync(join(folder, 'puma.log'), `[23698] Puma starting in cluster mode...\n${parts.join('')}`);
  const { incidents } = await explained(folder, ['haproxy.log', 'puma.log']);
  return incidents
    .flatMap(({ findings }) => findings)
    .flatMap(({ evidence }) => evidence)
    .find(({ signature }) => signature === 'ruby/bug')?.at;
}

describe('a line without a time', () => {
  it('is of the moment of the block that it stands in', async () => {
    expect(await crashIn(crashed, stamped)).toBe('2026-11-27T11:38:29.000Z');
    expect(await crashIn(stamped, filler(8), crashed)).toBe('2026-11-27T11:38:29.000Z');
  });

  it('is of no moment where the only line that has one stands far from it', async () => {
    expect(await crashIn(crashed, filler(16), stamped)).toBe(null);
    expect(await crashIn(stamped, filler(100), crashed)).toBe(null);
  });

  it('came some time after the one above it, in a log that had nothing to say meanwhile', async () => {
    const panicked = async (second: number) => {
      writeFileSync(
        join(folder, 'haproxy.log'),
        closed.replace('11:38:29.564', `11:38:${String(second).padStart(2, '0')}.564`),
      );
      writeFileSync(join(folder, 'api.log'), '2026/11/27 11:38:29 listening\npanic: in goroutine\n');
      const { incidents } = await explained(folder, ['haproxy.log', 'api.log']);
      return incidents.flatMap(({ findings }) => findings).map(({ cause }) => cause);
    };
    expect(await panicked(29)).toEqual(['crash']);
    expect(await panicked(38)).toEqual(['crash']);
    expect(await panicked(52)).not.toEqual(['crash']);
  });

  it('is of the same moment in a file too large to read every line of it', async () => {
    const rest = filler(1_200);
    expect(await crashIn(crashed, stamped, rest)).toBe('2026-11-27T11:38:29.000Z');
    expect(await crashIn(stamped, filler(8), crashed, rest)).toBe('2026-11-27T11:38:29.000Z');
    expect(await crashIn(crashed, filler(16), stamped, rest)).toBe(null);
    expect(await crashIn(stamped, filler(100), crashed, rest)).toBe(null);
    expect(await crashIn(rest, crashed, filler(2), stamped)).toBe('2026-11-27T11:38:29.000Z');
  });
});

import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundle, products } from '#infra/bundle.ts';
import { removeOld } from '#infra/make.ts';
import { day } from '#lib/model/time.ts';

const folder = mkdtempSync(join(tmpdir(), 'closecall-make-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command', () => {
  it('is a file and chunks in a folder that the package carries, and loads no client to begin with', async () => {
    const [cli] = products['cli'] ?? [];
    if (!cli) throw new Error('there is no command');
    const { code, chunks } = await bundle(cli);
    expect(chunks.size).toBeGreaterThan(10);
    for (const path of chunks.keys()) expect(path).toMatch(/\/dist\/cli\/[^/]+\.js$/);
    const atOnce = [...code.matchAll(/^(?:import|\} from|export).* ?"\.\/(cli\/[^"]+)";$/gm)].map(
      ([, name]) => name,
    );
    const texts = [...chunks].filter(([path]) => atOnce.some((name) => path.endsWith(name ?? '?')));
    expect(texts.length).toBeGreaterThan(0);
    const bytesOf = (some: Iterable<readonly [string, string]>) =>
      [...some].reduce((sum, [, text]) => sum + text.length, code.length);
    expect(bytesOf(texts)).toBeLessThan(bytesOf(chunks) / 3);
    expect(texts.filter(([, text]) => text.includes('CloudWatchLogsClient'))).toEqual([]);
  }, 60_000);

  it('leaves the chunks of a build of today alone: somebody may be running it', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const made = { 'now.js': 0, 'young.js': day - 1, 'old.js': day + 1, 'kept.js': 9 * day };
    for (const [name, age] of Object.entries(made)) {
      writeFileSync(join(folder, name), '');
      const at = new Date(now.getTime() - age);
      utimesSync(join(folder, name), at, at);
    }
    removeOld(folder, new Set([join(folder, 'now.js'), join(folder, 'kept.js')]), now, day);
    expect(readdirSync(folder).sort()).toEqual(['kept.js', 'now.js', 'young.js']);
  });
});

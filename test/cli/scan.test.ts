import { statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Input } from '#functions/cli/inputs.ts';
import {
  type Line,
  lineAt,
  linesAbove,
  linesAt,
  linesBelow,
  linesBetween,
  sampleLines,
} from '#functions/cli/lines.ts';
import { byReading, byRipgrep, candidates, ripgrepPath } from '#functions/cli/scan.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { needlesOf } from '#lib/engine/match.ts';
import { folder } from './command.ts';
import { recorded } from './logs.ts';

const { path, put } = folder();
const input = (name: string, content: string | Uint8Array): Input => {
  put(name, content);
  return { name, path: join(path, name), bytes: statSync(join(path, name)).size };
};
const ripgrep = (await ripgrepPath()) ?? '';

async function both(file: Input, needles: readonly string[]) {
  const read: Line[] = [];
  const searched: Line[] = [];
  const lines = await byReading(file, needles, (line) => read.push(line));
  expect(await byRipgrep(ripgrep, file, needles, (line) => searched.push(line))).toBe(lines);
  expect(searched).toEqual(read);
  return { lines, found: read };
}

const everyNeedle = needlesOf(
  catalogue,
  catalogue.formats.map(({ id }) => id),
);

describe('ripgrep and reading find the same lines', () => {
  it.each(['gunicorn-oom', 'two-causes', 'enveloped-docker', 'enveloped-cri'])(
    'in recorded logs: %s',
    async (story) => {
      for (const name of [
        'nginx-error.log',
        'nginx-access.log',
        'gunicorn.log',
        'dmesg.log',
        'nginx.log',
        'api.log',
      ]) {
        let text: string;
        try {
          text = recorded(story, name);
        } catch {
          continue;
        }
        const { found } = await both(input(`${story}-${name}`, text), everyNeedle);
        await both(input(`${story}-${name}`, text), ['502', '499', '504']);
        expect(found.length).toBeGreaterThan(0);
      }
    },
  );

  it('between zeros, broken UTF-8, carriage returns and lines of any length', async () => {
    const needle = Buffer.from('needle');
    const long = (bytes: number, at: number) => {
      const line = Buffer.alloc(bytes, 'y');
      needle.copy(line, at);
      return line;
    };
    const lines = [
      Buffer.concat([Buffer.alloc(5_000), Buffer.from('needle after zeros')]),
      Buffer.from([0xff, 0x00, 0xc3, ...needle, 0xe2, 0x80]),
      Buffer.from('needle\r'),
      Buffer.from('a\rneedle\rb'),
      Buffer.from('\u2028needle\u0085'),
      Buffer.from(''),
      Buffer.from('[Omitted long matching line]'),
      long(600_000, 550_000),
      long(1_048_576, 1_048_570),
      long(1_048_577, 1_048_571),
      long(3_000_000, 2_000_000),
      Buffer.concat([Buffer.alloc(2_500_000), Buffer.from('needle after more zeros')]),
      Buffer.from('the last has no end: needle'),
    ];
    const file = input(
      'odd.log',
      Buffer.concat(lines.flatMap((line, index) => (index > 0 ? [Buffer.from('\n'), line] : [line]))),
    );
    const { found, lines: total } = await both(file, ['needle']);
    expect(total).toBe(lines.length);
    expect(found.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 8, 9, 12, 13]);
    for (const { offset, text } of found) expect(lineAt(file, offset)).toBe(text);
  });

  it('in any bytes', async () => {
    const piece = fc.oneof(
      fc.constantFrom('502', ' 502 ', '1502', '5022', '\n', '\r\n', '\0', 'x502', '"502"'),
      fc.string({ maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const file = input('any.log', pieces.join(''));
        await both(file, ['502', '499']);
        await both(file, ['502', '"']);
      }),
      { numRuns: 60 },
    );
  });

  it('numbers count as whole numbers', async () => {
    const { found } = await both(input('numbers.log', 'a 502 b\n1502 5020\n"502"\n502\n4502\n'), [
      '502',
      '499',
    ]);
    expect(found.map(({ text }) => text)).toEqual(['a 502 b', '"502"', '502']);
  });

  it('goes on by reading where ripgrep stops', async () => {
    const file = input('plain.log', 'a needle\nnone\nneedle\n');
    expect(await byRipgrep('/nonexistent/rg', file, ['needle'], () => {})).toBe(undefined);
    expect(await byRipgrep(process.execPath, file, ['needle'], () => {})).toBe(undefined);
    const found: Line[] = [];
    expect(await candidates(file, ['needle'], (line) => found.push(line))).toBe(3);
    expect(found.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('counts lines where nothing is found', async () => {
    expect((await both(input('none.log', 'a\nb\nc'), ['needle'])).lines).toBe(3);
    expect((await both(input('void.log', ''), ['needle'])).lines).toBe(0);
  });
});

it('every signature that is searched for by numbers alone has them whole in its samples', () => {
  for (const { id, needles, samples } of catalogue.signatures) {
    if (!needles.every((needle) => /^\d+$/.test(needle))) continue;
    const whole = new RegExp(`(?:^|[^0-9])(?:${needles.join('|')})(?:[^0-9]|$)`);
    for (const { line } of samples) expect([id, whole.test(line)]).toEqual([id, true]);
  }
});

describe('lines at a place', () => {
  const text = Array.from({ length: 30_000 }, (_, i) => `line ${i} ${'z'.repeat(i % 40)}`).join('\n');
  const file = input('long.log', `${text}\n`);

  it('are whole, wherever the window begins', () => {
    const all = linesAt(file, 0, file.bytes);
    expect(all.map((line) => line.text).join('\n')).toBe(text);
    for (const from of [0, 1, 7, 1_000, 65_536, file.bytes - 30]) {
      const lines = linesAt(file, from, 4_096);
      expect(lines).toEqual(
        all.filter(
          ({ offset }) => offset >= from && offset < from + 4_096 && lines.some((l) => l.offset === offset),
        ),
      );
      for (const line of lines) expect(line.text).toBe(lineAt(file, line.offset));
    }
    expect(linesBetween(file, 0, all[777]?.offset ?? 0)).toBe(777);
  });

  it('are all there, upwards and downwards', () => {
    const all = linesAt(file, 0, file.bytes);
    const middle = all[15_000]?.offset ?? 0;
    const reach = 20_000;
    expect([...linesBelow(file, middle, reach)]).toEqual(linesAt(file, middle, reach));
    expect([...linesAbove(file, middle, middle - reach)]).toEqual(
      linesAt(file, middle - reach, reach).reverse(),
    );
    expect([...linesAbove(file, all[2]?.offset ?? 0, 0)].map((line) => line.text)).toEqual([
      'line 1 z',
      'line 0 ',
    ]);
    expect([...linesBelow(file, all[29_998]?.offset ?? 0, reach)]).toEqual(all.slice(29_998));
  });

  it('of a sample are spread from the first to the last and come once', () => {
    const sample = sampleLines(file);
    expect(sample[0]?.text).toBe('line 0 ');
    expect(sample[sample.length - 1]?.text).toMatch(/^line 29999/);
    expect(new Set(sample.map(({ offset }) => offset)).size).toBe(sample.length);
  });
});

import { describe, expect, it } from 'vitest';
import { barOn } from '#functions/cli/progress.ts';

const erase = '\r\u001b[K';

function screen(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, columns: 100, write: (text: string) => written.push(text) > 0 };
  let now = 0;
  const bar = barOn(stream as unknown as NodeJS.WriteStream, () => now);
  return {
    bar,
    written,
    wait(seconds: number) {
      now += seconds * 1_000;
    },
    row: () => written.at(-1)?.slice(erase.length) ?? '',
  };
}

describe('the progress bar', () => {
  it('shows share, count, rate and time left', () => {
    const { bar, wait, row } = screen(true);
    bar.at('reading', 0, 0, 'events');
    expect(row()).toBe('reading ░░░░░░░░░░░░░░░░░░░░ 0 %, 0 events');
    wait(10);
    bar.at('reading', 0.25, 4_000, 'events');
    expect(row()).toBe('reading █████░░░░░░░░░░░░░░░ 25 %, 4000 events, 400/s, 30 s left');
  });

  it('counts from where an earlier run was', () => {
    const { bar, wait, row } = screen(true);
    bar.at('reading', 0.5, 0, 'events');
    wait(10);
    bar.at('reading', 0.75, 100, 'events');
    expect(row()).toBe('reading ███████████████░░░░░ 75 %, 100 events, 10/s, 10 s left');
  });

  it('fits its row, is not written too often, and goes away', () => {
    const { bar, wait, written, row } = screen(true);
    bar.at('reading '.repeat(30), 0, 0, 'events');
    expect(row()).toHaveLength(99);
    wait(0.05);
    bar.at('reading', 0.1, 1, 'events');
    expect(written).toHaveLength(1);
    bar.end();
    expect(written.at(-1)).toBe(erase);
    bar.end();
    expect(written).toHaveLength(2);
  });

  it('says nothing where no person looks', () => {
    const { bar, written } = screen(false);
    bar.at('reading', 0.5, 1, 'events');
    bar.say('weighing');
    bar.end();
    expect(written).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { consoleLog } from '#functions/adapters/console-log.ts';

const at = Date.UTC(2026, 10, 24, 3, 12, 44);

function logged(run: (log: ReturnType<typeof consoleLog>) => void): readonly unknown[] {
  const lines: string[] = [];
  run(
    consoleLog(
      'Closecall',
      () => at,
      (line) => lines.push(line),
    ),
  );
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
  return lines.map((line) => JSON.parse(line));
}

it('counts in the embedded metric format, with the stack for its only dimension', () => {
  const [lines, age] = logged((log) => {
    log.count('Lines', 41);
    log.count('OldestTodoSeconds', 3);
  });
  const metric = (Name: string, Unit: string) => ({
    Timestamp: at,
    CloudWatchMetrics: [{ Namespace: 'Closecall', Dimensions: [['Stack']], Metrics: [{ Name, Unit }] }],
  });
  expect(lines).toEqual({ _aws: metric('Lines', 'Count'), Stack: 'Closecall', Lines: 41 });
  expect(age).toEqual({
    _aws: metric('OldestTodoSeconds', 'Seconds'),
    Stack: 'Closecall',
    OldestTodoSeconds: 3,
  });
});

it('warns in one line, whatever the sentence holds', () => {
  expect(logged((log) => log.warn('Two\nrows.', { scope: 'shop', message: 'no' }))).toEqual([
    { timestamp: '2026-11-24T03:12:44.000Z', level: 'WARN', message: 'Two\nrows.', scope: 'shop' },
  ]);
});

import { describe, expect, it } from 'vitest';
import { playDemo } from '#functions/cli/demo/play.ts';

describe('the demo', () => {
  it('tells the recorded incident from first look to end, and the same every time', async () => {
    const told = await playDemo({ width: 100, colour: false });
    expect(told.split('\n').slice(0, 6)).toEqual([
      'What people received',
      '  23:12:41  Slack message: provisional, 3 closes, unexplained so far',
      '  23:13:06  Slack message edited: firing, 3 closes, oom-kill confirmed',
      '  23:13:06  e-mail: firing, 3 closes, oom-kill confirmed',
      '  23:25:21  Slack message edited: resolved, 3 closes, oom-kill confirmed',
      '  23:25:21  e-mail: resolved, 3 closes, oom-kill confirmed',
    ]);
    expect(told).toContain('/reports/sales');
    expect(told).toContain('Killed process 10866 (gunicorn)');
    expect(told).toContain(
      'Just ran: 8 subscription events with 159 lines, out of order and one of them twice',
    );
    expect(await playDemo({ width: 100, colour: false })).toBe(told);
  });
});

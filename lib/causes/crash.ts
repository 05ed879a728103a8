import { defineCause } from '#lib/catalogue/define.ts';
import { count, list } from '#lib/model/words.ts';

export const crash = defineCause({
  id: 'crash',
  family: 'exited',
  means: 'The process died of a fault of its own: a segmentation fault, an abort, an uncaught exception, a panic.',
  prior: 0.1,
  expects: [
    {
      id: 'one-route',
      weight: 0.8,
      tells: 'this',
      sees: (close, view) => {
        const { closes } = view.incident;
        const name = view.routeName(close.route);
        return closes.length >= 3 && name !== undefined && closes.every(({ route }) => route === close.route)
          ? `all ${closes.length} closes came on ${name}`
          : undefined;
      },
    },
  ],
  against: [],
  settledBy: [
    {
      source: 'the backend’s own log (its standard error)',
      formats: [],
      programs: [],
      role: 'backend',
      because: 'whether the backend printed a fatal error as it died',
      silence: 'the backend’s log shows no crash near the closes',
    },
    {
      source: 'the kernel log (dmesg, journalctl -k)',
      formats: ['kernel'],
      programs: ['kernel'],
      because: 'whether a process died of a segmentation fault',
      silence: 'the kernel log in view shows no crash near the closes',
    },
  ],
  why({ closes, clues, view }) {
    const signals = [...new Set(clues.flatMap(({ says }) => (says.signal ? [says.signal] : [])))];
    const reasons = [...new Set(clues.flatMap(({ says }) => (says.reason ? [says.reason] : [])))];
    const pids = [...new Set(clues.flatMap(({ says }) => (says.pid ? [says.pid] : [])))];
    const how = signals.length > 0 ? `died of ${list(signals.slice(0, 2))}` : reasons.length > 0 ? `died: ${reasons[0]}` : 'crashed';
    const who = list(view.programs.filter((program) => program !== 'kernel' && program !== 'nginx').slice(0, 1)) || 'the backend';
    return `A ${who} process${pids.length === 1 ? ` (pid ${pids[0]})` : ''} ${how} while it was answering; ${count(closes.length, 'connection')} ended with it.`;
  },
  steps: ({ view, closes }) => ({
    5: {
      state: 'todo',
      text: `Read the backend’s log for the error on ${view.routeName(closes[0].route) ?? 'the failing route'} just before each close, and look at what was deployed last.`,
      command: "coredumpctl list --since '-1 hour'; journalctl --since '-1 hour' | grep -iE 'segfault|core-dump|fatal|panic'",
    },
    7: { state: 'todo', text: 'Mend or roll back the code that crashes, then restart the backend.' },
  }),
  fixes: () => [],
});

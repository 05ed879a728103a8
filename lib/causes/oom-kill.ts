import { defineCause } from '#lib/catalogue/define.ts';
import { count, list, size } from '#lib/model/words.ts';

export const oomKill = defineCause({
  id: 'oom-kill',
  family: 'exited',
  means: 'The kernel, or the runtime’s own heap limit, ended the process for memory.',
  prior: 0.08,
  expects: [
    {
      id: 'reset-or-silence',
      weight: 0.3,
      tells: 'any',
      sees: ({ phase }) =>
        phase === 'header' || phase === 'body' ? 'the connection broke while an answer was awaited or under way' : undefined,
    },
  ],
  against: [
    {
      id: 'at-once',
      weight: -1,
      sees: ({ elapsed }) =>
        elapsed !== undefined && elapsed < 5 ? 'the close came within 5 ms, too soon for work that fills memory' : undefined,
      tells: 'any',
    },
  ],
  settledBy: [
    {
      source: 'the kernel log (dmesg, journalctl -k)',
      formats: ['kernel'],
      programs: ['kernel'],
      because: 'whether the kernel killed a process for memory',
      silence: 'the kernel log in view shows no OOM kill near the closes',
    },
  ],
  why({ closes, clues, view }) {
    const victims = [...new Set(clues.flatMap(({ says }) => (says.process ? [says.process] : [])))];
    const pids = [...new Set(clues.flatMap(({ says }) => (says.pid ? [says.pid] : [])))];
    const memory = Math.max(0, ...clues.flatMap(({ says }) => (says.bytes ? [says.bytes] : [])));
    const who = victims.length > 0 ? list(victims.slice(0, 3)) : list(view.programs.filter((p) => p !== 'kernel').slice(0, 1)) || 'the backend';
    return `${who}${pids.length === 1 ? ` (pid ${pids[0]})` : ''} ran out of memory and was killed${memory > 0 ? ` at ${size(memory)} resident` : ''}; ${count(closes.length, 'connection')} ended with it.`;
  },
  steps: ({ clues }) => ({
    3: {
      state: 'todo',
      text: `Memory is the limit that was hit${clues.some(({ says }) => says.container) ? ' (the container’s, see its id in the kernel line)' : ''}: compare the process’s resident size with the limit, and find what the failing route allocates.`,
      command: "dmesg -T | grep -iE 'oom|killed process'; cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory.current",
    },
    7: {
      state: 'todo',
      text: 'Give the process more memory or make the route need less (stream instead of load, page the query), lower the number of workers, then restart it.',
    },
  }),
  fixes: () => [],
});

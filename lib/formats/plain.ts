import { defineFormat } from '#lib/catalogue/define.ts';

/** Tab, line ends and the escape that starts a terminal colour are text; other controls and U+FFFD are signs of binary. */
const odd = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 27) || (code >= 127 && code < 160) || code === 0xfffd;

function binary(line: string): boolean {
  let count = 0;
  for (let i = 0; i < line.length; i++) if (odd(line.charCodeAt(i))) count++;
  return count * 10 > line.length;
}

export const plain = defineFormat({
  id: 'plain',
  title: 'plain text without a time',
  manual: 'https://www.unicode.org/standard/principles.html',
  kind: 'text',
  role: undefined,
  clock: { zone: 'absent', resolution: 1_000, stamps: 'none' },
  read(line) {
    if (line.trim() === '' || binary(line)) return undefined;
    return { kind: 'line', stamp: undefined, message: line, fields: {} };
  },
  samples: [
    {
      line: '[15966] - Worker 1 (PID: 15995) booted in 0.02s, phase: 0',
      gives: { message: '[15966] - Worker 1 (PID: 15995) booted in 0.02s, phase: 0' },
      from: 'captured, Puma 5.6.5',
    },
    {
      line: 'Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0',
      gives: {
        message:
          'Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0',
      },
      from: 'captured, Linux 6.18.44: the message as the journal keeps it',
    },
    {
      line: 'warn: Bun.serve() timed out a request after 10 seconds. Pass `idleTimeout` to configure.',
      gives: { message: 'warn: Bun.serve() timed out a request after 10 seconds. Pass `idleTimeout` to configure.' },
      from: 'captured, Bun 1.4.5',
    },
  ],
  forgeries: [],
});

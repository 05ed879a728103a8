import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelOomKilled = defineClue({
  id: 'kernel/oom-killed',
  formats: ['kernel', ...anyText],
  needles: ['Killed process '],
  pattern:
    /^(?:(?:Memory cgroup out|Out) of memory(?: \(oom_kill_allocating_task\))?: )?Killed process (?<pid>\d+)(?: |, UID \d+, )\((?<process>.{1,60}?)\) total-vm:\d+kB, anon-rss:(?<bytes>\d+)kB, file-rss:\d+kB/,
  adds: ({ bytes }) => ({ bytes: Number(bytes) * 1_024, signal: 'SIGKILL' }),
  means: 'The kernel killed this process because a memory limit, or all memory of the host, was used up.',
  provenance: { project: 'linux', file: 'mm/oom_kill.c', version: '3.10 to 6.18' },
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[ 2168.864117] Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0',
      gives: { pid: 2486, process: 'gunicorn', bytes: 95_461_376, signal: 'SIGKILL' },
      from: 'captured, Linux 6.18.44',
    },
    {
      line: '2026-11-22T12:00:20,864117+00:00 Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0',
      gives: { pid: 2486, process: 'gunicorn' },
      from: 'captured, Linux 6.18.44, dmesg --time-format iso',
    },
    {
      line: '2026-11-24T23:11:49+0000 web-2 kernel: Memory cgroup out of memory: Killed process 10866 (gunicorn) total-vm:139748kB, anon-rss:121600kB, file-rss:7440kB, shmem-rss:0kB, UID:0 pgtables:320kB oom_score_adj:0',
      gives: { pid: 10_866, process: 'gunicorn' },
      from: 'captured, Linux 6.18.44, in the shape of journalctl -k -o short-iso',
      format: 'syslog',
    },
    {
      line: '[ 5399.765559] Out of memory: Killed process 32215 (node-MainThread) total-vm:1183732kB, anon-rss:149044kB, file-rss:2108kB, shmem-rss:0kB, UID:0 pgtables:2572kB oom_score_adj:0',
      gives: { pid: 32_215, process: 'node-MainThread', bytes: 152_621_056 },
      from: 'rebuilt from the template, Linux 6.12 mm/oom_kill.c: the whole host ran out',
    },
    {
      line: '[86412.113377] Killed process 4321 (java) total-vm:4587860kB, anon-rss:1047232kB, file-rss:0kB',
      gives: { pid: 4321, process: 'java', bytes: 1_072_365_568 },
      from: 'rebuilt from the template, Linux 3.10 mm/oom_kill.c: second of two lines',
    },
    {
      line: 'Killed process 2811, UID 48, (httpd) total-vm:913452kB, anon-rss:612340kB, file-rss:212kB',
      gives: { pid: 2811, process: 'httpd', bytes: 627_036_160 },
      from: 'rebuilt from the template, Linux 2.6.32 mm/oom_kill.c',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '[ 2168.864117] Memory cgroup out of memory: OOM victim 2486 (gunicorn) is already exiting. Skip killing the task',
      because: 'the process was dying already: the kernel killed nobody',
    },
    {
      line: 'watchdog: Killed process 2486 (gunicorn) after 30 s without a heartbeat',
      because: 'another program killed it, for another reason',
      format: 'plain',
    },
  ],
});

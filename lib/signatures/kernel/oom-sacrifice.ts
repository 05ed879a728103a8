import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelOomSacrifice = defineClue({
  id: 'kernel/oom-sacrifice',
  formats: ['kernel', ...anyText],
  needles: ['or sacrifice child'],
  pattern:
    /^(?:Memory cgroup out|Out) of memory(?: \(oom_kill_allocating_task\))?: Kill process (?<pid>\d+) \((?<process>.{1,60}?)\) score \d+ or sacrifice child$/,
  means: 'The kernel ran out of memory and chose this process, or a child of it, to be killed.',
  provenance: { project: 'linux', file: 'mm/oom_kill.c', version: '2.6.32 to 5.3' },
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[86412.113371] Memory cgroup out of memory: Kill process 4321 (java) score 1001 or sacrifice child',
      gives: { pid: 4321, process: 'java' },
      from: 'rebuilt from the template, Linux 3.10 mm/oom_kill.c',
    },
    {
      line: '[86412.113371] Out of memory: Kill process 1187 (php-fpm7.4) score 512 or sacrifice child',
      gives: { pid: 1187, process: 'php-fpm7.4' },
      from: 'rebuilt from the template, Linux 4.19 mm/oom_kill.c',
    },
  ],
  nearMisses: [
    {
      line: '[86412.113377] Killed process 4321 (java) total-vm:4587860kB, anon-rss:1047232kB, file-rss:0kB',
      because: 'the line after it, which has a signature of its own',
    },
  ],
});

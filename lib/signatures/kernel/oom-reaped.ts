import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelOomReaped = defineClue({
  id: 'kernel/oom-reaped',
  formats: ['kernel', ...anyText],
  needles: ['oom_reaper: reaped process'],
  pattern: /^oom_reaper: reaped process (?<pid>\d+) \((?<process>.{1,60}?)\), now anon-rss:\d+kB/,
  means: 'The kernel took back the memory of a process that it had killed for memory.',
  provenance: { project: 'linux', file: 'mm/oom_kill.c', version: '4.6 to 6.18' },
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[90211.431877] oom_reaper: reaped process 911 (node), now anon-rss:0kB, file-rss:0kB, shmem-rss:0kB',
      gives: { pid: 911, process: 'node' },
      from: 'rebuilt from the template, Linux 6.12 mm/oom_kill.c',
    },
  ],
  nearMisses: [
    {
      line: '[90211.431877] oom_reaper: unable to reap pid:911 (node)',
      because: 'the process had been killed, but was not gone yet',
    },
  ],
});

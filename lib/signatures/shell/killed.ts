import { defineClue } from '#lib/catalogue/define.ts';

export const shellKilled = defineClue({
  id: 'shell/killed',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['Killed'],
  means:
    'The shell that had started the server says that it was killed by SIGKILL: for memory, or by somebody.',
  provenance: { project: 'bash', file: 'siglist.c', version: '4 and 5; dash 0.5' },
  pattern: /^(?:[^\s:]{1,200}: (?:line )?\d+: {1,8}(?<pid>\d+) )?Killed(?: {2,}\S.{0,300})?$/,
  adds: { signal: 'SIGKILL' },
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -5_000, to: 5_000 },
  consequences: [],
  samples: [
    { line: 'Killed', gives: { signal: 'SIGKILL' }, from: 'rebuilt from the template, dash 0.5' },
    {
      line: '/entrypoint.sh: line 5:    12 Killed                  node server.js',
      gives: { pid: 12, signal: 'SIGKILL' },
      from: 'rebuilt from the template, bash 5 jobs.c',
    },
  ],
  nearMisses: [
    {
      line: 'Killed process 4321 (java) total-vm:4587860kB, anon-rss:1047232kB, file-rss:0kB',
      because: 'the kernel speaks',
    },
    { line: 'Killed 3 pending application instances', because: 'daphne speaks, of its own requests' },
  ],
});

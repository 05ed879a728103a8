import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelTaskBlocked = defineClue({
  id: 'kernel/task-blocked',
  formats: ['kernel', ...anyText],
  needles: [' blocked for more than '],
  pattern: /^(?:INFO: )?task (?<process>.{1,60}?):\d+ blocked for more than (?<limit>\d+) seconds\.$/,
  adds: ({ limit }) => ({ limit: Number(limit) * 1_000 }),
  means: 'A thread of this process has waited that long for a disk or a network file system.',
  provenance: { project: 'linux', file: 'kernel/hung_task.c', version: '2.6.32 to 6.18' },
  points: [{ cause: 'backend-timeout', strength: 'supporting' }],
  within: { from: -180_000, to: 30_000 },
  consequences: [],
  samples: [
    {
      line: '[ 9184.220431] INFO: task php-fpm8.2:3120 blocked for more than 120 seconds.',
      gives: { process: 'php-fpm8.2', limit: 120_000 },
      from: 'rebuilt from the template, Linux 6.12 kernel/hung_task.c',
    },
  ],
  nearMisses: [
    {
      line: 'INFO: task sync-orders:17 blocked for more than 3 retries',
      because: 'a job runner speaks of a job',
      format: 'plain',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';
import type { Particulars } from '#lib/model/signal.ts';

const seconds = /within (\d+) seconds/;

export const pumaWorkerTimeout = defineClue({
  id: 'puma/worker-timeout',
  formats: ['puma', ...anyText],
  needles: ['Terminating timed out worker'],
  means:
    'Puma killed a worker that had not checked in for worker_timeout: the whole process stalled, not one slow request.',
  provenance: { project: 'puma', file: 'lib/puma/cluster.rb, timeout_workers', version: '4.3.12 to 8.0.2' },
  pattern:
    /^! Terminating timed out worker(?: \((?:worker|Worker (?<worker>\d+)) failed to check in within \d+ seconds\))?: (?<pid>\d+)$/,
  adds: (_groups, { message }): Particulars => {
    const limit = seconds.exec(message)?.[1];
    return limit === undefined ? {} : { limit: Number(limit) * 1_000 };
  },
  points: [{ cause: 'worker-timeout', strength: 'decisive' }],
  within: { from: -4_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[16158] ! Terminating timed out worker (worker failed to check in within 6 seconds): 16164',
      gives: { pid: 16_164, limit: 6_000 },
      from: 'captured, Puma 5.6.5',
    },
    {
      line: '[7] ! Terminating timed out worker (Worker 1 failed to check in within 60 seconds): 19',
      gives: { pid: 19, worker: '1', limit: 60_000 },
      from: 'rebuilt from the template, Puma 6.4.1 lib/puma/cluster.rb',
    },
    {
      line: '[4] ! Terminating timed out worker: 6',
      gives: { pid: 6 },
      from: 'published, Puma 3, with the same template up to 5.2',
    },
  ],
  nearMisses: [
    {
      line: '[7] ! Terminating timed out worker (Worker 1 failed to boot within 60 seconds): 19',
      because: 'it never served a request',
    },
  ],
});

import type { Output } from './stack-outputs.ts';

/** Where what failed for good lies, and where it goes to be tried again. */
export const deadQueues = {
  ingest: {
    dead: 'IngestDeadQueueUrl',
    alive: 'IngestRetryQueueUrl',
    holds: 'deliveries of log lines that ingest could not store',
  },
  evaluations: {
    dead: 'EvaluationsDeadQueueUrl',
    alive: 'EvaluationsQueueUrl',
    holds: 'wake-ups of scopes that could not be judged',
  },
  deliveries: {
    dead: 'DeliveriesDeadQueueUrl',
    alive: 'DeliveriesQueueUrl',
    holds: 'wake-ups of alerts that could not be sent',
  },
} as const satisfies Readonly<
  Record<string, { readonly dead: Output; readonly alive: Output; readonly holds: string }>
>;
export type DeadQueue = keyof typeof deadQueues;
export const deadQueueNames = Object.keys(deadQueues) as readonly DeadQueue[];

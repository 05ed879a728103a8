import { defineCause } from '#lib/catalogue/define.ts';
import type { KnownLimit } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import type { View } from '#lib/model/cause.ts';
import { count, duration } from '#lib/model/words.ts';

/** A worker that is busy too long is killed between its limit and this much later (supervisors look about once a second). */
const late = 2_200;

const reached = (close: Close, view: View): KnownLimit | undefined =>
  view
    .limits('execution', 'backend')
    .find(
      ({ value }) =>
        value !== null && close.elapsed !== undefined && close.elapsed >= value - 1_200 && close.elapsed <= value + late,
    );

export const workerTimeout = defineCause({
  id: 'worker-timeout',
  family: 'timed out',
  means: 'The application server killed a worker that had been busy with one request for too long.',
  prior: 0.09,
  expects: [
    {
      id: 'elapsed-at-limit',
      weight: 2.5,
      tells: 'this',
      sees: (close, view) => {
        const limit = reached(close, view);
        return limit && close.elapsed !== undefined && limit.value !== null
          ? `the close came after ${duration(close.elapsed)}, at ${limit.title}’s ${limit.limit.written} of ${duration(limit.value)}`
          : undefined;
      },
    },
  ],
  against: [
    {
      id: 'far-from-limit',
      weight: -3,
      tells: 'this',
      sees: (close, view) => {
        const limits = view.limits('execution', 'backend').filter(({ value }) => value !== null);
        const shortest = Math.min(...limits.map(({ value }) => value ?? Number.POSITIVE_INFINITY));
        return close.elapsed !== undefined && limits.length > 0 && close.elapsed < shortest / 2 && limits.every(({ how }) => how === 'configured')
          ? `the close came after ${duration(close.elapsed)}, long before the worker limit of ${duration(shortest)}`
          : undefined;
      },
    },
  ],
  settledBy: [
    {
      source: 'the application server’s log',
      formats: [],
      programs: [],
      role: 'backend',
      because: 'whether the application server killed a worker for being busy too long',
      silence: 'the application server’s log shows no worker time-out near the closes',
    },
  ],
  why({ closes, clues, view }) {
    const limit = view.limits('execution', 'backend').find(({ value }) => value !== null);
    const pids = [...new Set(clues.flatMap(({ says }) => (says.pid ? [says.pid] : [])))];
    const route = view.routeName(closes[0].route);
    return `${limit?.title ?? 'The application server'} killed ${pids.length > 1 ? `${pids.length} workers` : 'a worker'} that ${pids.length > 1 ? 'were' : 'was'} busy for longer than its limit${limit && limit.how !== 'assumed' && limit.value !== null ? ` (${limit.limit.written} ${duration(limit.value)})` : ''}${route ? ` on ${route}` : ''}; ${count(closes.length, 'connection')} ended with ${pids.length > 1 ? 'them' : 'it'}.`;
  },
  steps: ({ view, closes }) => ({
    5: {
      state: 'todo',
      text: `Find what ${view.routeName(closes[0].route) ?? 'the slow route'} waits for: a query, a lock, another service; the worker was alive and busy when it was killed.`,
    },
    7: {
      state: 'todo',
      text: 'Make the route faster or move its work to a queue; only if it must take that long, raise the worker’s limit and keep the proxy’s response timeout above it.',
    },
  }),
  fixes: ({ view }) =>
    view
      .limits('execution', 'backend')
      .filter(({ value }) => value !== null)
      .slice(0, 1)
      .map(({ title, limit, value }) => ({
        where: `${title} ${limit.written}`,
        diff: `-${limit.written} ${Math.round((value ?? 0) / 1_000)}\n+${limit.written} ${Math.round((value ?? 0) / 500)}`,
        because: 'Only if the route must take this long: the proxy’s response timeout has to stay longer than this.',
      })),
});

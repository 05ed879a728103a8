import { defineCause } from '#lib/catalogue/define.ts';
import {
  backendLog,
  backendName,
  capital,
  limitWords,
  onRoutes,
  pidsOf,
  unlessNamed,
  unlessOtherNamed,
} from '#lib/catalogue/define-cause.ts';
import { changed } from '#lib/catalogue/define-fix.ts';
import { burstOf, shapeOf } from '#lib/figures/shape.ts';
import type { View } from '#lib/model/cause.ts';
import type { KnownLimit } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import { count, duration, size } from '#lib/model/words.ts';

const recycling = (close: Close, view: View): KnownLimit | undefined =>
  view.limits('recycle', 'backend', close).find(({ value }) => value !== null && value > 0);

/** The rules that let a worker finish, by the title of the program. */
const gently: Readonly<Record<string, string>> = {
  uWSGI: ' (reload-on-rss instead of evil-reload-on-rss)',
  'Node.js': ' (PM2 with a SIGINT handler)',
};

export const workerRecycle = defineCause({
  id: 'worker-recycle',
  family: 'exited',
  means:
    'The application server replaced a worker as planned (so many requests, so much memory) and cut its requests.',
  prior: 0.04,
  limitedBy: [{ kind: 'recycle' }],
  expects: unlessOtherNamed('worker-recycle', [
    {
      id: 'recycling-on',
      weight: 1,
      tells: 'any',
      sees: (close, view) => {
        const limit = recycling(close, view);
        return limit ? `${limitWords(limit)} replaces workers under load` : undefined;
      },
    },
    {
      id: 'regular',
      weight: 1.2,
      tells: 'this',
      sees: (_close, view) => {
        const { period } = shapeOf(view);
        return period === undefined ? undefined : `the closes came evenly, every ${duration(period)}`;
      },
    },
  ]),
  against: unlessNamed('worker-recycle', [
    {
      id: 'recycling-off',
      weight: -2,
      tells: 'this',
      sees: (close, view) => {
        const limits = view.limits('recycle', 'backend', close);
        const [off] = limits;
        return off && limits.every(({ value }) => value === null || value === 0)
          ? `${off.title} replaces no workers: ${off.limit.written} is off${off.how === 'configured' ? '' : ' by default'}`
          : undefined;
      },
    },
    {
      id: 'all-at-once',
      weight: -0.7,
      tells: 'any',
      sees: (close, view) => {
        const run = burstOf(close, view);
        return run
          ? `${run.closes} connections on ${run.routes.size} routes ended together; recycling takes one worker at a time`
          : undefined;
      },
    },
  ]),
  settledBy: [
    backendLog(
      'whether a worker was being replaced at that time',
      'the backend’s log shows no worker that was replaced near the closes',
    ),
  ],
  why(found) {
    const memory = Math.max(0, ...found.clues.flatMap(({ says }) => says.bytes ?? []));
    const limit = recycling(found.closes[0], found.view);
    const grown = memory > 0 ? ` at ${size(memory)}` : '';
    const rule = limit && memory === 0 ? ` (${limitWords(limit)})` : '';
    const many = new Set(found.clues.flatMap(({ says }) => says.pid ?? [])).size > 1;
    return `${capital(backendName(found))} replaced ${many ? 'workers' : 'a worker'}${pidsOf(found)}${grown} that still had requests${onRoutes(found)}${rule}; ${count(found.closes.length, 'connection')} ended with ${many ? 'them' : 'it'}.`;
  },
  steps: (found) => ({
    3: {
      state: 'todo',
      text: `Count how often ${backendName(found)} replaces a worker, and whether it waits for the requests that the worker still has.`,
    },
    5: {
      state: 'todo',
      text: 'If recycling hides a memory leak, find the leak: take the size of one worker after every hundred requests.',
    },
    7: {
      state: 'todo',
      text: `Recycle gently: a rule that lets the worker finish${gently[backendName(found)] ?? ''}, more requests between, and jitter so that workers do not go together${found.closes.some(({ scheme }) => scheme === 'http') ? '; where only kept-alive connections are cut, a new connection for each request to the backend avoids it at a small price' : ''}.`,
    },
  }),
  fixes: ({ view, clues, closes }) => {
    if (clues.some(({ signature }) => signature === 'uwsgi/evil-reload'))
      return [
        {
          where: 'uWSGI, the ini file',
          diff: '-evil-reload-on-rss = <MiB>\n+reload-on-rss = <MiB>',
          because:
            'reload-on-rss looks after a request has ended; evil-reload-on-rss kills in the middle of one.',
        },
      ];
    const limit = recycling(closes[0], view);
    if (!limit?.value) return [];
    const rarer = changed(
      limit,
      limit.value * 5,
      'Replaced five times less often, workers cut five times fewer requests.',
    );
    return [
      limit.program === 'gunicorn'
        ? {
            ...rarer,
            diff: `${rarer.diff}\n+gunicorn --max-requests-jitter ${Math.max(1, Math.round(limit.value / 2))}`,
          }
        : rarer,
    ];
  },
});

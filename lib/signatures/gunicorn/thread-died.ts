import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornThreadDied = defineClue({
  id: 'gunicorn/thread-died',
  formats: [...anyText],
  needles: ['Exception in worker'],
  means: 'A request thread died of SystemExit and left its connection open until the worker ends.',
  provenance: {
    project: 'CPython',
    file: 'Lib/concurrent/futures/thread.py',
    version: '3.11 under gunicorn 21.2.0',
  },
  pattern: /^Exception in worker(?=\n|$)/,
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -60_000, to: 2_000 },
  consequences: [],
  samples: [
    { line: 'Exception in worker', gives: {}, from: 'captured, gunicorn 21.2.0 gthread', format: 'plain' },
  ],
  nearMisses: [
    { line: 'Exception in worker process', because: 'a whole worker died', format: 'plain' },
    {
      line: 'Exception in worker 3: job failed',
      because: 'an application names a worker of its own',
      format: 'plain',
    },
  ],
});

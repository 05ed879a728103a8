import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiWorkerRecycled = defineClue({
  id: 'uwsgi/worker-recycled',
  formats: ['uwsgi', ...anyText],
  needles: ['killed successfully'],
  means: 'A worker that was to be replaced has gone.',
  provenance: { project: 'uWSGI', file: 'core/master.c, master_loop', version: '2.0.18 to 2.0.30' },
  pattern: /^worker (?<worker>\d+) killed successfully \(pid: (?<pid>\d+)\)$/,
  points: [{ cause: 'worker-recycle', strength: 'context' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [
    { of: 'uwsgi/worker-done', sharing: 'pid', within: { from: -60_000, to: 0 } },
    { of: 'uwsgi/lifetime-reached', sharing: 'worker', within: { from: -60_000, to: 0 } },
    { of: 'uwsgi/reload', within: { from: -65_000, to: 0 } },
  ],
  samples: [
    {
      line: 'worker 1 killed successfully (pid: 13745)',
      gives: { worker: '1', pid: 13745 },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiWorkerBuried = defineClue({
  id: 'uwsgi/worker-buried',
  formats: ['uwsgi', ...anyText],
  needles: ['buried after'],
  means: 'A worker has ended in a stop or a reload of the whole server.',
  provenance: { project: 'uWSGI', file: 'core/master.c, master_loop', version: '2.0.18 to 2.0.30' },
  pattern: /^worker (?<worker>\d+) buried after \d+ seconds$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 3_000 },
  consequences: [
    { of: 'uwsgi/stop', within: { from: -65_000, to: 0 } },
    { of: 'uwsgi/reload', within: { from: -65_000, to: 0 } },
  ],
  samples: [
    { line: 'worker 1 buried after 1 seconds', gives: { worker: '1' }, from: 'captured, uWSGI 2.0.21' },
  ],
  nearMisses: [
    {
      line: 'gateway "uWSGI http 1" has been buried (pid: 13942)',
      because: 'the HTTP router, not a worker',
      format: 'plain',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiWorkerDied = defineClue({
  id: 'uwsgi/worker-died',
  formats: ['uwsgi', ...anyText],
  needles: ['DAMN ! worker'],
  means: 'A worker ended by itself: the application called exit, or uWSGI handled a segmentation fault.',
  provenance: { project: 'uWSGI', file: 'core/master.c, master_loop', version: '2.0.18 to 2.0.30' },
  pattern: /^DAMN ! worker (?<worker>\d+) \(pid: (?<pid>\d+)\) died :\( trying respawn/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [{ of: 'uwsgi/segfault', sharing: 'pid', within: { from: -10_000, to: 0 } }],
  samples: [
    {
      line: 'DAMN ! worker 2 (pid: 10030) died :( trying respawn ...',
      gives: { worker: '2', pid: 10030 },
      from: 'captured, uWSGI 2.0.21, os._exit(7)',
    },
  ],
  nearMisses: [
    {
      line: 'DAMN ! worker 1 (pid: 10015) died, killed by signal 9 :( trying respawn ...',
      because: 'by a signal',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiWorkerLeaving = defineClue({
  id: 'uwsgi/worker-leaving',
  formats: ['uwsgi', ...anyText],
  needles: ['Gracefully killing worker'],
  means: 'A worker leaves after its request because uWSGI is reloading.',
  provenance: { project: 'uWSGI', file: 'core/uwsgi.c, gracefully_kill', version: '2.0.18 to 2.0.30' },
  pattern: /^Gracefully killing worker (?<worker>\d+) \(pid: (?<pid>\d+)\)\.\.\.$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -65_000, to: 1_000 },
  consequences: [{ of: 'uwsgi/reload', within: { from: -65_000, to: 0 } }],
  samples: [
    {
      line: 'Gracefully killing worker 1 (pid: 12421)...',
      gives: { worker: '1', pid: 12421 },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [{ line: '...gracefully killing workers...', because: 'the whole server' }],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiLifetimeReached = defineClue({
  id: 'uwsgi/lifetime-reached',
  formats: ['uwsgi', ...anyText],
  needles: ['lifetime reached, it was running for'],
  means: 'A worker has lived for max-worker-lifetime; it leaves after its request.',
  provenance: { project: 'uWSGI', file: 'core/master_checks.c', version: '2.0.18 to 2.0.30' },
  pattern: /^worker (?<worker>\d+) lifetime reached, it was running for \d+ second\(s\)$/,
  points: [{ cause: 'worker-recycle', strength: 'context' }],
  within: { from: -5_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: 'worker 1 lifetime reached, it was running for 3 second(s)',
      gives: { worker: '1' },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [],
});

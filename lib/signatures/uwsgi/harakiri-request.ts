import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiHarakiriRequest = defineClue({
  id: 'uwsgi/harakiri-request',
  formats: ['uwsgi', ...anyText],
  needles: ['HARAKIRI [core'],
  means: 'The request that a worker was killed for, because it had run longer than harakiri allows.',
  provenance: {
    project: 'uWSGI',
    file: 'core/master_utils.c, uwsgi_dump_worker',
    version: '2.0.18 to 2.0.30',
  },
  pattern: /^HARAKIRI \[core \d+\] (?<client>\S+) - (?<method>[A-Z]+) (?<target>\S+) since \d+$/,
  points: [{ cause: 'worker-timeout', strength: 'decisive' }],
  within: { from: -4_000, to: 1_000 },
  // Not a consequence of uwsgi/harakiri: this line alone knows the route.
  consequences: [],
  samples: [
    {
      line: 'Sun Nov 22 12:05:41 2026 - HARAKIRI [core 0] 127.0.0.1 - GET /slow?8 since 1795349135',
      gives: { client: '127.0.0.1', method: 'GET', target: '/slow?8' },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [
    {
      line: 'Sun Nov 22 12:05:41 2026 - HARAKIRI !!! end of worker 1 status !!!',
      because: 'names no request',
    },
  ],
});

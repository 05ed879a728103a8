import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiHarakiri = defineClue({
  id: 'uwsgi/harakiri',
  formats: ['uwsgi', ...anyText],
  needles: ['HARAKIRI ON WORKER'],
  means: 'uWSGI killed a worker whose request had run longer than harakiri allows.',
  provenance: {
    project: 'uWSGI',
    file: 'core/master_utils.c, trigger_harakiri',
    version: '2.0.18 to 2.0.30',
  },
  pattern:
    /^\*\*\* HARAKIRI ON WORKER (?<worker>\d+) \(pid: (?<pid>\d+), try: \d+(?:, graceful: (?:yes|no))?\) \*\*\*$/,
  points: [{ cause: 'worker-timeout', strength: 'decisive' }],
  within: { from: -4_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: 'Sun Nov 22 12:05:40 2026 - *** HARAKIRI ON WORKER 1 (pid: 10399, try: 1) ***',
      gives: { worker: '1', pid: 10399 },
      from: 'captured, uWSGI 2.0.21',
    },
    {
      line: 'Sun Nov 22 12:05:40 2026 - *** HARAKIRI ON WORKER 3 (pid: 17, try: 1, graceful: yes) ***',
      gives: { worker: '3', pid: 17 },
      from: 'rebuilt from the template, uWSGI 2.0.30',
    },
  ],
  nearMisses: [
    {
      line: '*** HARAKIRI ON MULE 1 HANDLING SIGNAL 0 (pid: 17) ***',
      because: 'a mule serves no requests',
    },
    {
      line: 'Sun Nov 22 12:05:40 2026 - HARAKIRI: Skipping harakiri on worker 1. Listen queue is smaller than the threshold (0 < 5)',
      because: 'nothing was killed',
    },
  ],
});

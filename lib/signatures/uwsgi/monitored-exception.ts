import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiMonitoredException = defineClue({
  id: 'uwsgi/monitored-exception',
  formats: ['uwsgi', ...anyText],
  needles: ['monitored exception detected'],
  means:
    'A worker left in the middle of a request: SystemExit, or an exception that reload-on-exception watches.',
  provenance: { project: 'uWSGI', file: 'core/master.c, master_loop', version: '2.0.18 to 2.0.30' },
  pattern:
    /^\.\.\. monitored exception detected, respawning worker (?<worker>\d+) \(pid: (?<pid>\d+)\)\.\.\.$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '... monitored exception detected, respawning worker 2 (pid: 10229)...',
      gives: { worker: '2', pid: 10229 },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [],
});

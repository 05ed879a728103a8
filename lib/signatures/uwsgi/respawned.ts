import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiRespawned = defineClue({
  id: 'uwsgi/respawned',
  formats: ['uwsgi', ...anyText],
  needles: ['Respawned uWSGI worker'],
  means: 'A worker took the place of one that ended; the line before says why.',
  provenance: {
    project: 'uWSGI',
    file: 'core/master_utils.c, uwsgi_respawn_worker',
    version: '2.0.18 to 2.0.30',
  },
  pattern: /^Respawned uWSGI worker (?<worker>\d+) \(new pid: (?<pid>\d+)\)$/,
  points: [],
  within: { from: -1_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'Respawned uWSGI worker 1 (new pid: 10024)',
      gives: { worker: '1', pid: 10024 },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [{ line: 'spawned uWSGI worker 1 (pid: 10015, cores: 1)', because: 'the first start' }],
});

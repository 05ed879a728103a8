import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiRespawningTooFast = defineClue({
  id: 'uwsgi/respawning-too-fast',
  formats: ['uwsgi', ...anyText],
  needles: ['respawning too fast'],
  means: 'Workers end so quickly one after the other that uWSGI waits before it starts the next.',
  provenance: { project: 'uWSGI', file: 'core/master.c, master_loop', version: '2.0.18 to 2.0.30' },
  pattern: /^worker respawning too fast !!! i have to sleep a bit \(\d+ seconds\)\.\.\.$/,
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -5_000, to: 3_000 },
  // Recycling that is set too tight prints it as well.
  consequences: [
    { of: 'uwsgi/worker-recycled', within: { from: -3_000, to: 0 } },
    { of: 'uwsgi/worker-done', within: { from: -3_000, to: 0 } },
  ],
  samples: [
    {
      line: 'worker respawning too fast !!! i have to sleep a bit (2 seconds)...',
      gives: {},
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [],
});

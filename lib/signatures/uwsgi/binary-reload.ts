import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiBinaryReload = defineClue({
  id: 'uwsgi/binary-reload',
  formats: ['uwsgi', ...anyText],
  needles: ['binary reloading uWSGI'],
  means: 'uWSGI has ended all its workers and starts itself anew.',
  provenance: { project: 'uWSGI', file: 'core/master_utils.c, uwsgi_reload', version: '2.0.18 to 2.0.30' },
  pattern: /^binary reloading uWSGI\.\.\.$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 10_000 },
  consequences: [
    { of: 'uwsgi/reload', within: { from: -65_000, to: 0 } },
    { of: 'uwsgi/stop', within: { from: -65_000, to: 0 } },
  ],
  samples: [{ line: 'binary reloading uWSGI...', gives: {}, from: 'captured, uWSGI 2.0.21' }],
  nearMisses: [],
});

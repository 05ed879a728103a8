import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiGoodbye = defineClue({
  id: 'uwsgi/goodbye',
  formats: ['uwsgi', ...anyText],
  needles: ['goodbye to uWSGI'],
  means: 'uWSGI has stopped.',
  provenance: { project: 'uWSGI', file: 'core/master_checks.c', version: '2.0.18 to 2.0.30' },
  pattern: /^goodbye to uWSGI\.$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -3_000, to: 10_000 },
  consequences: [
    { of: 'uwsgi/stop', within: { from: -65_000, to: 0 } },
    { of: 'uwsgi/failed-to-load', within: { from: -65_000, to: 0 } },
  ],
  samples: [{ line: 'goodbye to uWSGI.', gives: {}, from: 'captured, uWSGI 2.0.21' }],
  nearMisses: [],
});

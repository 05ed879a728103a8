import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiBodyTooLarge = defineClue({
  id: 'uwsgi/body-too-large',
  formats: ['uwsgi', ...anyText],
  needles: ['Invalid (too big) CONTENT_LENGTH'],
  means: 'The request body is larger than limit-post; uWSGI closed the connection without an answer.',
  provenance: { project: 'uWSGI', file: 'core/protocol.c', version: '2.0.18 to 2.0.30' },
  pattern: /^Invalid \(too big\) CONTENT_LENGTH\. skip\.$/,
  points: [{ cause: 'body-rejected', strength: 'decisive' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [{ line: 'Invalid (too big) CONTENT_LENGTH. skip.', gives: {}, from: 'captured, uWSGI 2.0.21' }],
  nearMisses: [],
});

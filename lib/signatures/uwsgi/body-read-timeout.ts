import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiBodyReadTimeout = defineClue({
  id: 'uwsgi/body-read-timeout',
  formats: ['uwsgi', ...anyText],
  needles: ['uwsgi-body-read'],
  means: 'The request body stopped coming for longer than socket-timeout (4 s), and uWSGI gave it up.',
  provenance: { project: 'uWSGI', file: 'core/reader.c', version: '2.0.18 to 2.0.30' },
  pattern: /^\[uwsgi-body-read\] Timeout reading \d+ bytes\. Content-Length: \d+ consumed: \d+ left: \d+$/,
  points: [{ cause: 'backend-timeout', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[uwsgi-body-read] Timeout reading 4096 bytes. Content-Length: 100000 consumed: 8192 left: 91808',
      gives: {},
      from: 'rebuilt from the template, uWSGI 2.0.30',
    },
  ],
  nearMisses: [
    {
      line: '[uwsgi-body-read] Error reading 4096 bytes. Content-Length: 100000 consumed: 8192 left: 91808 message: Client closed connection',
      because: 'the other side left first',
    },
  ],
});

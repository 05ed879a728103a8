import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiBodyReadFailed = defineClue({
  id: 'uwsgi/body-read-failed',
  formats: ['uwsgi', ...anyText],
  needles: ['uwsgi-body-read'],
  means:
    'The proxy or its client left before the request body was complete: the backend did not close first.',
  provenance: { project: 'uWSGI', file: 'core/reader.c', version: '2.0.18 to 2.0.30' },
  pattern:
    /^\[uwsgi-body-read\] Error reading \d+ bytes\. Content-Length: \d+ consumed: \d+ left: \d+ message: (?<reason>.+)$/,
  points: [],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[uwsgi-body-read] Error reading 4096 bytes. Content-Length: 100000 consumed: 8192 left: 91808 message: Client closed connection',
      gives: { reason: 'Client closed connection' },
      from: 'rebuilt from the template, uWSGI 2.0.30',
    },
  ],
  nearMisses: [
    {
      line: '[uwsgi-body-read] Timeout reading 4096 bytes. Content-Length: 100000 consumed: 8192 left: 91808',
      because: 'uWSGI gave up',
    },
  ],
});

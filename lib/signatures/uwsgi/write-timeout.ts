import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiWriteTimeout = defineClue({
  id: 'uwsgi/write-timeout',
  formats: ['uwsgi', ...anyText],
  needles: ['TIMEOUT !!!'],
  means: 'The proxy did not take the answer for socket-timeout (4 s), and uWSGI cut it short.',
  provenance: { project: 'uWSGI', file: 'core/writer.c and core/sendfile.c', version: '2.0.18 to 2.0.30' },
  pattern: /^uwsgi_(?:response|simple)_\w+\(\) TIMEOUT !!!$/,
  points: [{ cause: 'response-truncated', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'uwsgi_response_write_body_do() TIMEOUT !!!',
      gives: {},
      from: 'rebuilt from the template, uWSGI 2.0.30',
    },
  ],
  nearMisses: [],
});

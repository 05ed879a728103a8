import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiProxyLeft = defineClue({
  id: 'uwsgi/proxy-left',
  formats: ['uwsgi', ...anyText],
  needles: ['SIGPIPE: writing to a closed', 'core/writer.c line'],
  means: 'The proxy or its client had left before the answer was written: the backend did not close first.',
  provenance: {
    project: 'uWSGI',
    file: 'core/uwsgi.c, warn_pipe; core/writer.c',
    version: '2.0.18 to 2.0.30',
  },
  pattern:
    /^(?:SIGPIPE: writing to a closed pipe\/socket\/fd \(probably the client disconnected\)(?: on request| !!!)|uwsgi_\w+\(\): (?:Broken pipe|Connection reset by peer) \[core\/writer\.c line \d+\](?: during (?<method>[A-Z]+))?)(?: (?<target>\/\S*))?/,
  points: [],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'Sun Nov 22 12:07:45 2026 - SIGPIPE: writing to a closed pipe/socket/fd (probably the client disconnected) on request /slow?3 (ip 192.0.2.7) !!!',
      gives: { target: '/slow?3' },
      from: 'rebuilt from the template, uWSGI 2.0.30',
    },
    {
      line: 'Sun Nov 22 12:07:45 2026 - uwsgi_response_writev_headers_and_body_do(): Broken pipe [core/writer.c line 306] during GET /slow?3 (192.0.2.7)',
      gives: { method: 'GET', target: '/slow?3' },
      from: 'rebuilt from the template, uWSGI 2.0.30',
    },
  ],
  nearMisses: [],
});

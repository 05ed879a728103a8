import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiHttpOnUwsgiPort = defineClue({
  id: 'uwsgi/http-on-uwsgi-port',
  formats: ['uwsgi', ...anyText],
  needles: ['invalid request block size'],
  means: 'The proxy speaks HTTP to a port that speaks the uwsgi protocol, or the PROXY protocol to either.',
  provenance: { project: 'uWSGI', file: 'proto/uwsgi.c', version: '2.0.18 to 2.0.30' },
  // The second and third letter of the method, read as a number: HEAD, TRACE, PRI, DELETE, CONNECT, PROXY and
  // PROPFIND, POST, PATCH, GET, OPTIONS, PUT.
  pattern:
    /^invalid request block size: (?<bytes>16709|16722|18770|19525|20047|20306|21327|21569|21573|21584|21589) \(max \d+\)\.\.\.skip$/,
  points: [{ cause: 'protocol-mismatch', strength: 'decisive' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'invalid request block size: 21573 (max 4096)...skip',
      gives: { bytes: 21573 },
      from: 'captured, uWSGI 2.0.21, GET',
    },
  ],
  nearMisses: [
    {
      line: 'invalid request block size: 6353 (max 4096)...skip',
      because: 'a real size: the headers are too large',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiHeaderTooLarge = defineClue({
  id: 'uwsgi/header-too-large',
  formats: ['uwsgi', ...anyText],
  needles: ['invalid request block size', 'invalid HTTP request size'],
  means: 'The request headers are larger than buffer-size; uWSGI closed the connection without an answer.',
  provenance: { project: 'uWSGI', file: 'proto/uwsgi.c and proto/http.c', version: '2.0.18 to 2.0.30' },
  // The sizes left out are what an HTTP method looks like to this protocol: uwsgi/http-on-uwsgi-port.
  pattern:
    /^invalid (?:request block size: (?!(?:16709|16722|18770|19525|20047|20306|21327|21569|21573|21584|21589) )(?<bytes>\d+)|HTTP request size) \(max \d+\)\.\.\.skip$/,
  points: [{ cause: 'body-rejected', strength: 'decisive' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'invalid request block size: 6353 (max 4096)...skip',
      gives: { bytes: 6353 },
      from: 'captured, uWSGI 2.0.21',
    },
    {
      line: 'invalid HTTP request size (max 4096)...skip',
      gives: {},
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [
    {
      line: 'invalid request block size: 21573 (max 4096)...skip',
      because: 'the letters of GET, read as a size',
    },
  ],
});

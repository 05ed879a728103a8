import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiNothingSent = defineClue({
  id: 'uwsgi/nothing-sent',
  formats: ['uwsgi', ...anyText],
  needles: ['0 headers in 0 bytes'],
  means:
    'The application raised an exception and uWSGI closed the connection without a single byte of an answer.',
  provenance: { project: 'uWSGI', file: 'core/logging.c, log_request', version: '2.0.18 to 2.0.30' },
  pattern:
    /^\[pid: (?<pid>\d+)\|app: \d+\|req: \d+\/\d+\] (?<client>\S*) \([^)]*\) \{\d+ vars in \d+ bytes\} \[[A-Za-z0-9: ]{24}\] (?<method>[A-Z]+) (?<target>\S*) => generated 0 bytes in \d+ (?:msecs|micros) \([^)]*\) 0 headers in 0 bytes \(\d+ switches on core \d+\)$/,
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[pid: 10228|app: 0|req: 3/1] 127.0.0.1 () {32 vars in 343 bytes} [Sun Nov 22 12:05:30 2026] GET /exc => generated 0 bytes in 0 msecs (HTTP/1.1 500) 0 headers in 0 bytes (0 switches on core 0)',
      gives: { pid: 10228, client: '127.0.0.1', method: 'GET', target: '/exc' },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [
    {
      line: '[pid: 17|app: 0|req: 3/1] 192.0.2.9 (x) {1 vars in 1 bytes} [Sun Nov 22 12:05:30 2026] GET /forged => generated 0 bytes in 0 msecs (HTTP/1.1 500) 0 headers in 0 bytes () {32 vars in 343 bytes} [Sun Nov 22 12:05:30 2026] GET / => generated 5 bytes in 2 msecs (HTTP/1.1 200) 2 headers in 44 bytes (1 switches on core 0)',
      because: 'the user name comes from the client',
    },
    {
      line: '[pid: 12606|app: -1|req: -1/2] 127.0.0.1 () {20 vars in 322 bytes} [Sun Nov 22 12:07:26 2026] POST /read => generated 0 bytes in 0 msecs (HTTP/1.1 500) 0 headers in 0 bytes (0 switches on core 0)',
      because: 'refused before the application saw it; the line above says why',
    },
    {
      line: '[pid: 17|app: 0|req: 3/1] 192.0.2.7 () {32 vars in 343 bytes} [Sun Nov 22 12:05:30 2026] GET /ok => generated 0 bytes in 1 msecs (HTTP/1.1 204) 2 headers in 71 bytes (1 switches on core 0)',
      because: 'an answer without a body has headers',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const modWsgiException = defineClue({
  id: 'mod_wsgi/exception',
  formats: ['leading-time', 'plain'],
  needles: ['raised by WSGI script', 'occurred processing WSGI script'],
  means: 'The application raised an exception: answered with 500 before the headers, cut short after them.',
  provenance: { project: 'mod_wsgi', file: 'src/server/mod_wsgi.c', version: '4.9.4 to 5.0.2' },
  pattern:
    /^(?:\(\d{1,6}\)[^:\n]{1,80}: )?(?:\[(?:client|remote) [^\]\s]{1,64}\] )?(?:mod_wsgi \(pid=(?<pid>\d+)(?:,[^)\n]{0,200})?\): )?(?:SystemExit exception raised by|Exception occurred processing) WSGI script '[^'\n]{1,300}'/,
  points: [{ cause: 'response-truncated', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "[Sun Nov 22 12:40:30.819619 2026] [wsgi:error] [pid 28958:tid 28965] [remote 127.0.0.1:36242] mod_wsgi (pid=28958): Exception occurred processing WSGI script '/srv/app/app.py'.",
      gives: { pid: 28_958 },
      from: 'captured, mod_wsgi 4.9.4',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});

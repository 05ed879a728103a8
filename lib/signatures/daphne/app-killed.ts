import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const daphneAppKilled = defineClue({
  id: 'daphne/app-killed',
  formats: [...anyText],
  needles: ['took too long to shut down and was killed'],
  means: 'Daphne ended a handler that went on after its client was gone or its time was over.',
  provenance: { project: 'daphne', file: 'daphne/server.py', version: '4.0.0 to 4.2.3' },
  pattern:
    /^Application instance <[^\n]{1,2000}> for connection <(?:WebRequest|WebSocketProtocol)[^\n]{0,4000}> took too long to shut down and was killed\.$/,
  points: [{ cause: 'backend-timeout', strength: 'supporting' }],
  within: { from: -15_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: "2026-11-22 12:03:19,250 WARNING  Application instance <Task pending name='Task-1' coro=<app() running at /srv/app/asgi.py:12>> for connection <WebRequest at 0x7fa0ed52be50 method=GET uri=/slow?8 clientproto=HTTP/1.1> took too long to shut down and was killed.",
      gives: {},
      from: 'captured, daphne 4.0.0, its task shortened',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const nodeTooManyFiles = defineClue({
  id: 'node/too-many-files',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['Error: EMFILE: too many open files', 'Error: accept EMFILE', 'Error: accept ENFILE'],
  means: 'The Node process has as many files and sockets open as it may, and closes new connections at once.',
  provenance: { project: 'libuv', file: 'src/unix/stream.c, uv__emfile_trick', version: 'Node.js 4 to 24' },
  pattern: /^(?:Uncaught )?(?<reason>Error: (?:EMFILE: too many open files|accept E[MN]FILE))/,
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: "Error: EMFILE: too many open files, open '/srv/app/views/order.html'",
      gives: { reason: 'Error: EMFILE: too many open files' },
      from: 'rebuilt from the template, libuv include/uv.h',
    },
  ],
  nearMisses: [],
});

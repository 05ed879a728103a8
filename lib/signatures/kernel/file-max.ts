import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelFileMax = defineClue({
  id: 'kernel/file-max',
  formats: ['kernel', ...anyText],
  needles: ['VFS: file-max limit '],
  pattern: /^VFS: file-max limit \d+ reached$/,
  means: 'All programs of the host together have as many files and sockets open as the kernel allows.',
  provenance: { project: 'linux', file: 'fs/file_table.c', version: '2.6.32 to 6.18' },
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[51230.774401] VFS: file-max limit 100000 reached',
      gives: {},
      from: 'rebuilt from the template, Linux 6.12 fs/file_table.c',
    },
  ],
  nearMisses: [],
});

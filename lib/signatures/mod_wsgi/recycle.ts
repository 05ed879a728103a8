import { defineClue } from '#lib/catalogue/define.ts';

export const modWsgiRecycle = defineClue({
  id: 'mod_wsgi/recycle',
  formats: ['leading-time', 'plain'],
  needles: ['Maximum requests reached'],
  means: 'A daemon process of mod_wsgi had served maximum-requests, and is replaced.',
  provenance: { project: 'mod_wsgi', file: 'src/server/mod_wsgi.c', version: '4.9.4 to 5.0.2' },
  pattern:
    /^(?:\(\d{1,6}\)[^:\n]{1,80}: )?(?:\[(?:client|remote) [^\]\s]{1,64}\] )?(?:mod_wsgi \(pid=(?<pid>\d+)(?:,[^)\n]{0,200})?\): )?Maximum requests reached, (?:triggering immediate shutdown|attempt a graceful shutdown) '[^'\n]{1,100}'\./,
  points: [{ cause: 'worker-recycle', strength: 'supporting' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "[Sun Nov 22 12:40:26.921364 2026] [wsgi:info] [pid 28822:tid 28822] mod_wsgi (pid=29055): Maximum requests reached, triggering immediate shutdown 'app'.",
      gives: { pid: 29_055 },
      from: 'captured, mod_wsgi 4.9.4',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});

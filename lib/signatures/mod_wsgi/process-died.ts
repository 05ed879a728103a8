import { defineClue } from '#lib/catalogue/define.ts';

export const modWsgiProcessDied = defineClue({
  id: 'mod_wsgi/process-died',
  formats: ['leading-time', 'plain'],
  needles: ['has died, deregister and restart it'],
  means: 'A daemon process of mod_wsgi ended, and is started again; other lines say why.',
  provenance: { project: 'mod_wsgi', file: 'src/server/mod_wsgi.c', version: '4.9.4 to 5.0.2' },
  pattern:
    /^(?:\(\d{1,6}\)[^:\n]{1,80}: )?(?:\[(?:client|remote) [^\]\s]{1,64}\] )?(?:mod_wsgi \(pid=(?<pid>\d+)(?:,[^)\n]{0,200})?\): )?Process '[^'\n]{1,100}' has died, deregister and restart it\./,
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -2_000, to: 3_000 },
  consequences: [
    { of: 'mod_wsgi/request-timeout', sharing: 'pid', within: { from: -30_000, to: 0 } },
    { of: 'mod_wsgi/deadlock', sharing: 'pid', within: { from: -30_000, to: 0 } },
    { of: 'mod_wsgi/recycle', sharing: 'pid', within: { from: -30_000, to: 0 } },
  ],
  samples: [
    {
      line: "[Sun Nov 22 12:40:26.921364 2026] [wsgi:info] [pid 28822:tid 28822] mod_wsgi (pid=28826): Process 'app' has died, deregister and restart it.",
      gives: { pid: 28_826 },
      from: 'captured, mod_wsgi 4.9.4',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});

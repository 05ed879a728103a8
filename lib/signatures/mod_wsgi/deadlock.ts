import { defineClue } from '#lib/catalogue/define.ts';

export const modWsgiDeadlock = defineClue({
  id: 'mod_wsgi/deadlock',
  formats: ['leading-time', 'plain'],
  needles: ['Daemon process deadlock timer expired'],
  means: 'mod_wsgi stopped a daemon process that had not let Python run for deadlock-timeout.',
  provenance: { project: 'mod_wsgi', file: 'src/server/mod_wsgi.c', version: '4.9.4 to 5.0.2' },
  pattern:
    /^(?:\(\d{1,6}\)[^:\n]{1,80}: )?(?:\[(?:client|remote) [^\]\s]{1,64}\] )?(?:mod_wsgi \(pid=(?<pid>\d+)(?:,[^)\n]{0,200})?\): )?Daemon process deadlock timer expired, stopping process '[^'\n]{1,100}'\./,
  points: [{ cause: 'worker-timeout', strength: 'decisive' }],
  within: { from: -8_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "[Sun Nov 22 12:40:26.921364 2026] [wsgi:info] [pid 28822:tid 28822] mod_wsgi (pid=29030): Daemon process deadlock timer expired, stopping process 'app'.",
      gives: { pid: 29_030 },
      from: 'captured, mod_wsgi 4.9.4',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});

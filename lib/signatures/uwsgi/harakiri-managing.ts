import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiHarakiriManaging = defineClue({
  id: 'uwsgi/harakiri-managing',
  formats: ['uwsgi', ...anyText],
  needles: ['WAS managing request'],
  means: 'A worker that is killed by harakiri tells which request it was busy with.',
  provenance: { project: 'uWSGI', file: 'core/uwsgi.c, what_i_am_doing', version: '2.0.18 to 2.0.30' },
  pattern:
    /^HARAKIRI: --- uWSGI worker (?<worker>\d+) (?:core \d+ )?\(pid: (?<pid>\d+)\) WAS managing request (?<target>\S+) since [A-Za-z0-9: ]{24} ---$/,
  points: [{ cause: 'worker-timeout', strength: 'decisive' }],
  within: { from: -4_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: 'HARAKIRI: --- uWSGI worker 1 (pid: 17) WAS managing request /slow?8 since Sun Nov 22 12:05:35 2026 ---',
      gives: { worker: '1', pid: 17, target: '/slow?8' },
      from: 'rebuilt from the template, uWSGI 2.0.30',
    },
  ],
  nearMisses: [
    {
      line: 'SIGUSR2: --- uWSGI worker 1 (pid: 17) is managing request /slow?8 since Sun Nov 22 12:05:35 2026 ---',
      because: 'somebody asked; the worker goes on',
      format: 'plain',
    },
  ],
});

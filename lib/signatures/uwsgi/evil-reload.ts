import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiEvilReload = defineClue({
  id: 'uwsgi/evil-reload',
  formats: ['uwsgi', ...anyText],
  needles: ['EVIL RELOAD ON WORKER'],
  means: 'A worker grew beyond evil-reload-on-rss or -as, and uWSGI killed it in the middle of its request.',
  provenance: { project: 'uWSGI', file: 'core/master_checks.c', version: '2.0.18 to 2.0.30' },
  pattern:
    /^\*\*\* EVIL RELOAD ON WORKER (?<worker>\d+) (?:RSS|ADDRESS SPACE): (?<bytes>\d+) \(pid: (?<pid>\d+)\) \*\*\*$/,
  points: [{ cause: 'worker-recycle', strength: 'decisive' }],
  within: { from: -3_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: '*** EVIL RELOAD ON WORKER 1 RSS: 11485184 (pid: 11885) ***',
      gives: { worker: '1', bytes: 11485184, pid: 11885 },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiFailedToLoad = defineClue({
  id: 'uwsgi/failed-to-load',
  formats: ['uwsgi', ...anyText],
  needles: ['failed loading app in worker'],
  means: 'A worker could not load the application; with need-app the whole server stops.',
  provenance: { project: 'uWSGI', file: 'core/master.c, master_loop', version: '2.0.18 to 2.0.30' },
  pattern: /^OOPS ! failed loading app in worker (?<worker>\d+) \(pid:? (?<pid>\d+)\)/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -5_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'OOPS ! failed loading app in worker 1 (pid 17) :( trying again...',
      gives: { worker: '1', pid: 17 },
      from: 'rebuilt from the template, uWSGI 2.0.30',
      format: 'plain',
    },
  ],
  nearMisses: [],
});

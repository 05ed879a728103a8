import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiWorkerDone = defineClue({
  id: 'uwsgi/worker-done',
  formats: ['uwsgi', ...anyText],
  needles: ['The work of process'],
  means: 'A worker has reached max-requests or a reload-on limit; it leaves after its request.',
  provenance: {
    project: 'uWSGI',
    file: 'core/uwsgi.c, simple_goodbye_cruel_world',
    version: '2.0.18 to 2.0.30',
  },
  // The reason in brackets stands on the main branch only.
  pattern: /^\.\.\.The work of process (?<pid>\d+) is done(?: \((?<reason>.+)\))?\. Seeya!$/,
  points: [{ cause: 'worker-recycle', strength: 'context' }],
  within: { from: -5_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: '...The work of process 13745 is done. Seeya!',
      gives: { pid: 13745 },
      from: 'captured, uWSGI 2.0.21',
    },
    {
      line: '...The work of process 17 is done (max requests reached (3 >= 3)). Seeya!',
      gives: { pid: 17, reason: 'max requests reached (3 >= 3)' },
      from: 'rebuilt from the template, uWSGI main branch 6cbb2177',
    },
  ],
  nearMisses: [],
});

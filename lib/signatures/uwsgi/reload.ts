import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiReload = defineClue({
  id: 'uwsgi/reload',
  formats: ['uwsgi', ...anyText],
  needles: [
    'gracefully killing workers',
    'chain reload starting',
    'graceful shutdown triggered',
    'has been touched',
  ],
  means: 'uWSGI replaces its workers and gives requests in flight up to reload-mercy (60 s) to finish.',
  provenance: {
    project: 'uWSGI',
    file: 'core/uwsgi.c, grace_them_all; core/master.c',
    version: '2.0.18 to 2.0.30',
  },
  pattern:
    /^(?:\.\.\.gracefully killing workers\.\.\.|chain reload starting\.\.\.|graceful shutdown triggered\.\.\.|\*\*\* \S+ has been touched\.\.\. (?:workers|chain) reload !!! \*\*\*)$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -65_000, to: 1_000 },
  consequences: [],
  trigger: true,
  change: 'reload',
  samples: [
    { line: '...gracefully killing workers...', gives: {}, from: 'captured, uWSGI 2.0.21' },
    {
      line: 'Sun Nov 22 12:07:05 2026 - *** /srv/app/reload has been touched... workers reload !!! ***',
      gives: {},
      from: 'rebuilt from the template, uWSGI 2.0.30',
    },
  ],
  nearMisses: [
    { line: 'SIGINT/SIGTERM received...killing workers...', because: 'a stop that waits for nothing' },
    {
      line: 'Sun Nov 22 12:07:05 2026 - *** /srv/app/reload has been touched... mules reload !!! ***',
      because: 'mules serve no requests',
    },
  ],
});

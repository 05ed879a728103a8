import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiStop = defineClue({
  id: 'uwsgi/stop',
  formats: ['uwsgi', ...anyText],
  needles: ['killing workers'],
  means: 'uWSGI was told to stop and kills its workers at once, requests in flight included.',
  // 2.0.18 writes SIGQUIT; without die-on-term a SIGTERM is a brutal reload.
  provenance: {
    project: 'uWSGI',
    file: 'core/uwsgi.c, kill_them_all and reap_them_all',
    version: '2.0.18 to 2.0.30',
  },
  pattern: /^(?:SIGINT\/SIG(?:TERM|QUIT) received\.\.\.|\.\.\.brutally )killing workers\.\.\.$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -10_000, to: 1_000 },
  consequences: [],
  endedBy: [{ of: 'uwsgi/goodbye' }, { of: 'uwsgi/starting' }],
  samples: [
    {
      line: 'SIGINT/SIGTERM received...killing workers...',
      gives: {},
      from: 'captured, uWSGI 2.0.21',
    },
    {
      line: '...brutally killing workers...',
      gives: {},
      from: 'rebuilt from the template, uWSGI 2.0.30',
      format: 'plain',
    },
  ],
  nearMisses: [{ line: '...gracefully killing workers...', because: 'waits for requests in flight' }],
});

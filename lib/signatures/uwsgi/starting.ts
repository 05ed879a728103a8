import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiStarting = defineClue({
  id: 'uwsgi/starting',
  formats: ['uwsgi', ...anyText],
  needles: ['Starting uWSGI'],
  means: 'uWSGI started; the process before it has ended.',
  provenance: { project: 'uWSGI', file: 'core/uwsgi.c, uwsgi_setup', version: '2.0.18 to 2.0.30' },
  // Debian writes 2.0.21-debian.
  pattern: /^\*\*\* Starting uWSGI (?<version>\d+(?:\.\d+)*)\S* \(\d+bit\) on \[/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -1_000, to: 30_000 },
  consequences: [
    { of: 'uwsgi/stop', within: { from: -60_000, to: 0 } },
    { of: 'uwsgi/goodbye', within: { from: -60_000, to: 0 } },
    { of: 'uwsgi/binary-reload', within: { from: -10_000, to: 0 } },
  ],
  samples: [
    {
      line: '*** Starting uWSGI 2.0.21-debian (64bit) on [Sun Nov 22 12:05:25 2026] ***',
      gives: { version: '2.0.21' },
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [{ line: '*** Starting uWSGI Emperor ***', because: 'supervises servers and is none' }],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiQueueFull = defineClue({
  id: 'uwsgi/queue-full',
  formats: ['uwsgi', ...anyText],
  needles: ['listen queue of socket'],
  means: 'Every worker is busy and as many connections wait as the listen queue holds.',
  provenance: {
    project: 'uWSGI',
    file: 'core/master.c, get_linux_tcp_info and alarms',
    version: '1.9, 2.0.18 to 2.0.30',
  },
  pattern:
    /^(?:\*\*\* uWSGI )?listen queue of socket (?:"[^"]*"|\d+)(?: \(fd: \d+\))? full !!! \(\d+\/\d+\)(?: \*\*\*)?$/,
  points: [{ cause: 'overload', strength: 'strong' }],
  // Said again every second while it is so.
  within: { from: -60_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: 'Sun Nov 22 12:07:29 2026 - *** uWSGI listen queue of socket "127.0.0.1:18001" (fd: 3) full !!! (5/4) ***',
      gives: {},
      from: 'captured, uWSGI 2.0.21',
    },
  ],
  nearMisses: [
    {
      line: 'your server socket listen backlog is limited to 100 connections',
      because: 'said at every start',
      format: 'plain',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const uwsgiListening = defineClue({
  id: 'uwsgi/listening',
  formats: ['uwsgi', ...anyText],
  needles: [' bound to TCP address ', ' bound to UNIX address ', 'uWSGI http bound on '],
  means: 'uWSGI says where it listens.',
  provenance: {
    project: 'uWSGI',
    file: 'core/socket.c, uwsgi_bind_sockets; plugins/http/http.c',
    version: '2.0.18 to 2.0.30',
  },
  pattern:
    /^(?:uwsgi socket \d+ (?:bound to (?:TCP|UNIX) address)|uWSGI http bound on) (?<listens>\S{1,108}) (?:\(port auto-assigned\) )?fd \d+$/,
  // Where it stands says which upstream the log belongs to, and nothing about a close.
  points: [],
  within: { from: -1_000, to: 30_000 },
  consequences: [],
  samples: [
    {
      line: 'uwsgi socket 0 bound to TCP address 127.0.0.1:18000 fd 3',
      gives: { listens: '127.0.0.1:18000' },
      from: 'captured, uWSGI 2.0.21',
    },
    {
      line: 'uWSGI http bound on 127.0.0.1:18000 fd 3',
      gives: { listens: '127.0.0.1:18000' },
      from: 'captured, uWSGI 2.0.21, its HTTP router',
    },
  ],
  nearMisses: [
    {
      line: 'socket.error: address bound to TCP address 127.0.0.1:18000',
      because: 'an application speaks',
      format: 'plain',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const modWsgiDaemonGone = defineClue({
  id: 'mod_wsgi/daemon-gone',
  formats: ['leading-time', 'plain'],
  needles: ['response headers received from daemon process'],
  means: 'A daemon process of mod_wsgi ended before it answered, and Apache answered 500.',
  provenance: { project: 'mod_wsgi', file: 'src/server/mod_wsgi.c', version: '4.9.4 to 5.0.2' },
  pattern:
    /^(?:\(\d{1,6}\)[^:\n]{1,80}: )?(?:\[(?:client|remote) [^\]\s]{1,64}\] )?(?:mod_wsgi \(pid=(?:\d+)(?:,[^)\n]{0,200})?\): )?Truncated or oversized response headers received from daemon process '[^'\n]{1,100}'/,
  points: [
    { cause: 'crash', strength: 'strong' },
    { cause: 'oom-kill', strength: 'supporting' },
  ],
  within: { from: -3_000, to: 2_000 },
  consequences: [
    { of: 'mod_wsgi/request-timeout', within: { from: -10_000, to: 1_000 } },
    { of: 'mod_wsgi/deadlock', within: { from: -10_000, to: 1_000 } },
  ],
  samples: [
    {
      line: "[Sun Nov 22 12:40:26.647641 2026] [wsgi:error] [pid 28827:tid 28873] [client 127.0.0.1:36194] Truncated or oversized response headers received from daemon process 'app': /srv/app/app.py",
      gives: {},
      from: 'captured, mod_wsgi 4.9.4',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});

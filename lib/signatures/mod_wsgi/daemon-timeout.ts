import { defineClue } from '#lib/catalogue/define.ts';

export const modWsgiDaemonTimeout = defineClue({
  id: 'mod_wsgi/daemon-timeout',
  formats: ['leading-time', 'plain'],
  needles: ['when reading response headers from daemon process'],
  means: 'A daemon process of mod_wsgi took longer than Apache waits for it, and Apache answered 504 or 500.',
  provenance: { project: 'mod_wsgi', file: 'src/server/mod_wsgi.c', version: '4.9.4 to 5.0.2' },
  pattern:
    /^(?:\(\d{1,6}\)[^:\n]{1,80}: )?(?:\[(?:client|remote) [^\]\s]{1,64}\] )?(?:mod_wsgi \(pid=(?:\d+)(?:,[^)\n]{0,200})?\): )?Timeout when reading response headers from daemon process '[^'\n]{1,100}'/,
  points: [{ cause: 'backend-timeout', strength: 'decisive' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "[Sun Nov 22 12:40:26.647641 2026] [wsgi:error] [pid 28827:tid 28873] [client 127.0.0.1:36194] Timeout when reading response headers from daemon process 'app': /srv/app/app.py",
      gives: {},
      from: 'rebuilt from the template, mod_wsgi 5.0.2',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const modWsgiBacklogFull = defineClue({
  id: 'mod_wsgi/backlog-full',
  formats: ['leading-time', 'plain'],
  needles: ['listener backlog limit was exceeded'],
  means: 'The queue of a daemon process of mod_wsgi was full, and Apache answered 503.',
  provenance: { project: 'mod_wsgi', file: 'src/server/mod_wsgi.c', version: '4.9.4 to 5.0.2' },
  pattern:
    /^(?:\(\d{1,6}\)[^:\n]{1,80}: )?(?:\[(?:client|remote) [^\]\s]{1,64}\] )?(?:mod_wsgi \(pid=(?<pid>\d+)(?:,[^)\n]{0,200})?\): )?Unable to connect to WSGI daemon process '[^'\n]{1,100}' on '[^'\n]{1,300}' after multiple attempts as listener backlog limit was exceeded/,
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "[Sun Nov 22 12:40:26.921364 2026] [wsgi:error] [pid 28822:tid 28822] [client 127.0.0.1:36194] mod_wsgi (pid=28827): Unable to connect to WSGI daemon process 'app' on '/var/run/wsgi.0.0.1.sock' after multiple attempts as listener backlog limit was exceeded or the socket does not exist.",
      gives: { pid: 28_827 },
      from: 'rebuilt from the template, mod_wsgi 5.0.2',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});

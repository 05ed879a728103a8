import { defineClue } from '#lib/catalogue/define.ts';

export const nginxWorkerCrashed = defineClue({
  id: 'nginx/worker-crashed',
  formats: ['nginx-error'],
  needles: ['exited on signal'],
  means: 'A worker of nginx itself died of a signal, with all its connections; no backend closed.',
  provenance: { project: 'nginx', file: 'src/os/unix/ngx_process.c', version: 'release-1.31.4' },
  pattern: /^worker process (?<pid>\d+) exited on signal (?<code>\d+)/,
  points: [],
  within: { from: -5_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/24 23:31:01 [alert] 27035#27035: worker process 27036 exited on signal 9',
      gives: { pid: 27036, code: 9 },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:31:01 [alert] 7#7: worker process 12 exited on signal 11 (core dumped)',
      gives: { pid: 12, code: 11 },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:31:01 [notice] 27035#27035: worker process 28017 exited with code 0',
      because: 'the orderly end of a worker',
    },
  ],
});

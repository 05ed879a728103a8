import { defineClue } from '#lib/catalogue/define.ts';

export const nginxStopping = defineClue({
  id: 'nginx/stopping',
  formats: ['nginx-error'],
  needles: ['shutting down', ', exiting'],
  means: 'nginx itself was stopped or replaced its workers; that closes no connection of a backend in use.',
  provenance: {
    project: 'nginx',
    file: 'src/os/unix/ngx_process.c, ngx_process_cycle.c',
    version: 'release-1.31.4',
  },
  pattern:
    /^(?:gracefully shutting down$|signal \d+ \((?<signal>SIG[A-Z0-9]+)\) received(?: from \d+)?, (?:exiting|shutting down))/,
  points: [],
  within: { from: -120_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '2026/11/24 23:31:01 [notice] 27035#27035: signal 3 (SIGQUIT) received from 27581, shutting down',
      gives: { signal: 'SIGQUIT' },
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:31:00 [notice] 27036#27036: gracefully shutting down',
      gives: {},
      from: 'captured, nginx 1.22.1',
    },
    {
      line: '2026/11/24 23:31:01 [notice] 1#1: signal 15 (SIGTERM) received from 7, exiting',
      gives: { signal: 'SIGTERM' },
      from: 'rebuilt from the template, nginx 1.31.4',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:31:01 [notice] 27035#27035: signal 17 (SIGCHLD) received from 28017',
      because: 'a worker ended, as after every reload',
    },
    {
      line: '2026/11/24 23:31:01 [notice] 28017#28017: exiting',
      because: 'the last word of a worker that was told to stop',
    },
  ],
});

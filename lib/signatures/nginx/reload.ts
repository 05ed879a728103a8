import { defineClue } from '#lib/catalogue/define.ts';

export const nginxReload = defineClue({
  id: 'nginx/reload',
  formats: ['nginx-error'],
  needles: ['reconfiguring'],
  means: 'nginx read a new configuration; connections in use are kept by the old workers.',
  provenance: {
    project: 'nginx',
    file: 'src/os/unix/ngx_process.c, ngx_signal_handler',
    version: 'release-1.31.4',
  },
  pattern: /^signal 1 \((?<signal>SIGHUP)\) received(?: from \d+)?, reconfiguring/,
  points: [],
  within: { from: -120_000, to: 5_000 },
  consequences: [],
  trigger: true,
  change: 'reload',
  samples: [
    {
      line: '2026/11/24 23:31:00 [notice] 27035#27035: signal 1 (SIGHUP) received from 27581, reconfiguring',
      gives: { signal: 'SIGHUP' },
      from: 'captured, nginx 1.22.1',
    },
  ],
  nearMisses: [
    {
      line: '2026/11/24 23:31:00 [notice] 27035#27035: reconfiguring',
      because: 'says the same a second time',
    },
  ],
});

import { defineProgram } from '#lib/catalogue/define.ts';

export const systemd = defineProgram({
  program: 'systemd',
  title: 'systemd',
  role: 'platform',
  processes: ['systemd*', '(sd-pam)', 'journald'],
  limits: [
    {
      kind: 'grace',
      setting: 'systemd.TimeoutStopSec',
      written: 'TimeoutStopSec=',
      unit: 'ms',
      values: [{ since: '186', value: 90_000, note: 'From SIGTERM to SIGKILL.' }],
      manual: 'https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#TimeoutStopSec=',
    },
  ],
});

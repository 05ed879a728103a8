import { defineClue } from '#lib/catalogue/define.ts';

export const systemdHostStopping = defineClue({
  id: 'systemd/host-stopping',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['System is rebooting', 'System is powering down', 'System is halting'],
  means: 'The host is shut down or rebooted.',
  provenance: { project: 'systemd', file: 'src/login/logind-dbus.c', version: '232 to 257' },
  pattern: /^(?:systemd-logind\[\d+\]: )?System is (?:rebooting|powering down|halting)\b/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -95_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'systemd-logind[540]: System is rebooting.',
      gives: {},
      from: 'rebuilt from the template, systemd 252 src/login/logind-dbus.c',
    },
  ],
  nearMisses: [],
});

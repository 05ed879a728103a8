import { defineClue } from '#lib/catalogue/define.ts';

export const systemdRestartScheduled = defineClue({
  id: 'systemd/restart-scheduled',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['Scheduled restart job'],
  means: 'The unit ended by itself and systemd starts it again.',
  provenance: { project: 'systemd', file: 'src/core/service.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Scheduled restart job, restart counter is at \d+\.$/,
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -5_000, to: 60_000 },
  consequences: [
    { of: 'systemd/oom-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/oomd-killed-unit', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/watchdog-timeout', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/stop-timed-out', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-exited', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-crashed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-aborted', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-stopped', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/runtime-limit', sharing: 'unit', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: 'systemd[1]: api.service: Scheduled restart job, restart counter is at 1.',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
  ],
  nearMisses: [
    {
      line: 'api.service: Scheduled restart job immediately on client request, restart counter is at 1.',
      because: 'somebody asked for it',
    },
  ],
});

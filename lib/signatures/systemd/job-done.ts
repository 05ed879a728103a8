import { defineClue } from '#lib/catalogue/define.ts';

export const systemdJobDone = defineClue({
  id: 'systemd/job-done',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['.service - '],
  means: 'systemd has stopped, started or reloaded this unit.',
  provenance: { project: 'systemd', file: 'src/core/job.c', version: '250 to 257' },
  pattern: /^(?:systemd\[\d+\]: )?(?:Stopped|Started|Reloaded) (?<unit>[\w@.:\\-]+\.service) - .{1,200}\.$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -30_000, to: 60_000 },
  consequences: [
    { of: 'systemd/oom-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/oomd-killed-unit', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/watchdog-timeout', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-exited', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-crashed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-aborted', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-stopped', sharing: 'unit', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: 'systemd[1]: Started api.service - Orders API.',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/job.c',
    },
  ],
  nearMisses: [
    { line: 'systemd[1]: Starting api.service - Orders API...', because: 'the beginning of a start' },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const systemdFailed = defineClue({
  id: 'systemd/failed',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: [
    "Failed with result 'exit-code'",
    "Failed with result 'signal'",
    "Failed with result 'core-dump'",
  ],
  means: 'The unit ended in a way that it should not.',
  provenance: { project: 'systemd', file: 'src/core/unit.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Failed with result '(?<reason>exit-code|signal|core-dump)'\.$/,
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [
    { of: 'systemd/oom-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/oomd-killed-unit', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/stop-timed-out', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-exited', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-crashed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-aborted', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-stopped', sharing: 'unit', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: "systemd[1]: api.service: Failed with result 'exit-code'.",
      gives: { unit: 'api.service', reason: 'exit-code' },
      from: 'rebuilt from the template, systemd 252 src/core/unit.c',
    },
    {
      line: "systemd[1]: api.service: Failed with result 'core-dump'.",
      gives: { unit: 'api.service', reason: 'core-dump' },
      from: 'rebuilt from the template, systemd 252 src/core/unit.c',
    },
  ],
  nearMisses: [
    {
      line: "api.service: Failed with result 'oom-kill'.",
      because: 'memory, which has a signature of its own',
    },
  ],
});

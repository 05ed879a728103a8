import { defineClue } from '#lib/catalogue/define.ts';

export const systemdStopTimedOut = defineClue({
  id: 'systemd/stop-timed-out',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['timed out. Killing', 'timed out. Terminating', 'timed out (2). Killing'],
  means: 'The unit did not stop within TimeoutStopSec, and what was still running was killed.',
  provenance: { project: 'systemd', file: 'src/core/service.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): (?:State '(?:stop|stop-sigterm|final-sigterm|stop-watchdog)' timed out|Stopping timed out)(?: \(2\))?\. (?:Killing|Terminating)\.$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -10_000, to: 3_000 },
  consequences: [
    { of: 'systemd/oom-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/oomd-killed-unit', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/watchdog-timeout', sharing: 'unit', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: "systemd[1]: api.service: State 'stop-sigterm' timed out. Killing.",
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
    {
      line: 'api.service: Stopping timed out. Killing.',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 239 src/core/scope.c',
    },
  ],
  nearMisses: [
    { line: 'api.service: Start operation timed out. Terminating.', because: 'a start that took too long' },
  ],
});

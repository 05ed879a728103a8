import { defineClue } from '#lib/catalogue/define.ts';

export const systemdFailedWatchdog = defineClue({
  id: 'systemd/failed-watchdog',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ["Failed with result 'watchdog'"],
  means: 'The unit failed because it did not report to systemd within WatchdogSec.',
  provenance: { project: 'systemd', file: 'src/core/unit.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Failed with result 'watchdog'\.$/,
  points: [{ cause: 'worker-timeout', strength: 'decisive' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: "systemd[1]: api.service: Failed with result 'watchdog'.",
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/unit.c',
    },
  ],
  nearMisses: [{ line: "api.service: Failed with result 'timeout'.", because: 'a stop that took too long' }],
});

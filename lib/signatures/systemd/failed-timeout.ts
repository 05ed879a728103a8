import { defineClue } from '#lib/catalogue/define.ts';

export const systemdFailedTimeout = defineClue({
  id: 'systemd/failed-timeout',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ["Failed with result 'timeout'"],
  means: 'The unit did not start or stop in time, and systemd killed it.',
  provenance: { project: 'systemd', file: 'src/core/unit.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Failed with result 'timeout'\.$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: "systemd[1]: api.service: Failed with result 'timeout'.",
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/unit.c',
    },
  ],
  nearMisses: [
    { line: "api.service: Failed with result 'watchdog'.", because: 'it hung while it was running' },
  ],
});

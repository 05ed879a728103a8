import { defineClue } from '#lib/catalogue/define.ts';

export const systemdStartLimit = defineClue({
  id: 'systemd/start-limit',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['Start request repeated too quickly', "Failed with result 'start-limit-hit'"],
  means: 'The unit died again and again, and systemd no longer starts it.',
  provenance: { project: 'systemd', file: 'src/core/unit.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): (?:Start request repeated too quickly|Failed with result 'start-limit-hit')\.$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [
    { of: 'systemd/oom-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/oomd-killed-unit', sharing: 'unit', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: 'systemd[1]: api.service: Start request repeated too quickly.',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
    {
      line: "systemd[1]: api.service: Failed with result 'start-limit-hit'.",
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/unit.c',
    },
  ],
  nearMisses: [],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const systemdOomdKilledUnit = defineClue({
  id: 'systemd/oomd-killed-unit',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['systemd-oomd killed '],
  means: 'systemd-oomd killed the processes of this unit because memory ran short.',
  provenance: { project: 'systemd', file: 'src/core/service.c', version: '248 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): systemd-oomd killed (?:\d+|some) process\(?(?:es)?\)? in this unit\.$/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'systemd[1]: api.service: systemd-oomd killed 7 process(es) in this unit.',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
    {
      line: 'api.service: systemd-oomd killed some process(es) in this unit.',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
  ],
  nearMisses: [],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const systemdOomKilled = defineClue({
  id: 'systemd/oom-killed',
  formats: ['plain', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['has been killed by the OOM killer'],
  means: 'The kernel killed a process of this unit for memory; by default systemd then stops the whole unit.',
  provenance: { project: 'systemd', file: 'src/core/service.c', version: '243 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): A process of this unit has been killed by the OOM killer\.$/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'systemd[1]: api.service: A process of this unit has been killed by the OOM killer.',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
  ],
  nearMisses: [],
});

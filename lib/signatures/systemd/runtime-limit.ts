import { defineClue } from '#lib/catalogue/define.ts';

export const systemdRuntimeLimit = defineClue({
  id: 'systemd/runtime-limit',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['reached runtime time limit'],
  means: 'The unit ran for RuntimeMaxSec and is stopped.',
  provenance: { project: 'systemd', file: 'src/core/service.c', version: '229 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): (?:Service|Scope) reached runtime time limit\. Stopping\.$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -95_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'systemd[1]: api.service: Service reached runtime time limit. Stopping.',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
  ],
  nearMisses: [],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const systemdDeactivated = defineClue({
  id: 'systemd/deactivated',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['Deactivated successfully', '.service: Succeeded.'],
  means: 'The unit ended as it should; for a server that means that it was stopped.',
  provenance: { project: 'systemd', file: 'src/core/unit.c', version: '235 to 257' },
  pattern: /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.service): (?:Deactivated successfully|Succeeded)\.$/,
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'systemd[1]: api.service: Deactivated successfully.',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/unit.c',
    },
    {
      line: 'api.service: Succeeded.',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 245 src/core/unit.c',
    },
  ],
  nearMisses: [
    { line: 'systemd[1]: session-4.scope: Deactivated successfully.', because: 'somebody logged out' },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const systemdFailedOom = defineClue({
  id: 'systemd/failed-oom',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ["Failed with result 'oom-kill'"],
  means: 'The unit failed because a process of it was killed for memory.',
  provenance: { project: 'systemd', file: 'src/core/unit.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Failed with result 'oom-kill'\.$/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: "systemd[1]: api.service: Failed with result 'oom-kill'.",
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/unit.c',
    },
  ],
  nearMisses: [{ line: "api.service: Failed with result 'signal'.", because: 'a signal of any kind' }],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const systemdOomdKilled = defineClue({
  id: 'systemd/oomd-killed',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: [' due to memory pressure for ', ' due to memory used '],
  means: 'systemd-oomd killed a whole group because memory ran short.',
  provenance: { project: 'systemd', file: 'src/oom/oomd-manager.c', version: '248 to 257' },
  pattern:
    /^(?:systemd-oomd\[\d+\]: )?Killed (?:\S*\/)?(?<unit>[^/\s]+) due to memory (?:pressure for|used)\b/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: 'systemd-oomd[612]: Killed /system.slice/api.service due to memory pressure for /system.slice being 61.20% > 60.00% for > 20s with reclaim activity',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/oom/oomd-manager.c',
    },
    {
      line: 'Killed /system.slice/api.service due to memory used (7829110784) / total (8251400192) and swap used (2040107008) / total (2147479552) being more than 90.00%',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/oom/oomd-manager.c',
    },
  ],
  nearMisses: [
    { line: 'Killed stale sessions due to memory pressure', because: 'an application speaks of itself' },
  ],
});

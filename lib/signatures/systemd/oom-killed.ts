import { defineClue } from '#lib/catalogue/define.ts';

export const systemdOomKilled = defineClue({
  id: 'systemd/oom-killed',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
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
    {
      line: 'Nov 22 12:00:20 web1 systemd[1]: api.service: A process of this unit has been killed by the OOM killer.',
      gives: { unit: 'api.service' },
      from: 'the same line in syslog',
      format: 'syslog',
    },
    {
      line: '{"__REALTIME_TIMESTAMP":"1795348820000000","_HOSTNAME":"web1","_SYSTEMD_UNIT":"init.scope","UNIT":"api.service","SYSLOG_IDENTIFIER":"systemd","_PID":"1","MESSAGE":"api.service: A process of this unit has been killed by the OOM killer."}',
      gives: { unit: 'api.service' },
      from: 'the same line as journalctl -o json prints it',
      format: 'journald-json',
    },
  ],
  nearMisses: [],
});

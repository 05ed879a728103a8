import { defineClue } from '#lib/catalogue/define.ts';

export const systemdMainProcessKilled = defineClue({
  id: 'systemd/main-process-killed',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['Main process exited, code=killed, status=9/KILL'],
  means:
    'The main process of this unit was killed by SIGKILL: for memory, at the end of a stop, or by somebody.',
  provenance: { project: 'systemd', file: 'src/core/service.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Main process exited, code=killed, status=9\/KILL$/,
  adds: { signal: 'SIGKILL' },
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -5_000, to: 3_000 },
  consequences: [
    { of: 'systemd/oom-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/oomd-killed-unit', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/stop-timed-out', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/killing-process', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/stopping', sharing: 'unit', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: 'systemd[1]: api.service: Main process exited, code=killed, status=9/KILL',
      gives: { unit: 'api.service', signal: 'SIGKILL' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
  ],
  nearMisses: [
    {
      line: 'api.service: Main process exited, code=killed, status=15/TERM',
      because: 'asked to stop, not killed',
    },
  ],
});

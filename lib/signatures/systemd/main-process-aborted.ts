import { defineClue } from '#lib/catalogue/define.ts';

export const systemdMainProcessAborted = defineClue({
  id: 'systemd/main-process-aborted',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: [
    'Main process exited, code=killed, status=6/ABRT',
    'Main process exited, code=dumped, status=6/ABRT',
  ],
  means:
    'The main process of this unit aborted: it gave up by itself, or systemd made it at a watchdog timeout.',
  provenance: { project: 'systemd', file: 'src/core/service.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Main process exited, code=(?:killed|dumped), status=6\/ABRT$/,
  adds: { signal: 'SIGABRT' },
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -5_000, to: 3_000 },
  consequences: [
    { of: 'systemd/watchdog-timeout', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'node/heap-out-of-memory', within: { from: -15_000, to: 0 } },
  ],
  samples: [
    {
      line: 'systemd[1]: api.service: Main process exited, code=dumped, status=6/ABRT',
      gives: { unit: 'api.service', signal: 'SIGABRT' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
    {
      line: 'api.service: Main process exited, code=killed, status=6/ABRT',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
  ],
  nearMisses: [
    {
      line: 'api.service: Main process exited, code=dumped, status=11/SEGV',
      because: 'a crash that it did not choose',
    },
  ],
});

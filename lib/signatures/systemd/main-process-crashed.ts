import { defineClue } from '#lib/catalogue/define.ts';

export const systemdMainProcessCrashed = defineClue({
  id: 'systemd/main-process-crashed',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['Main process exited, code=killed, status=', 'Main process exited, code=dumped, status='],
  means: 'The main process of this unit died of a signal that it raised itself.',
  provenance: { project: 'systemd', file: 'src/core/service.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Main process exited, code=(?:killed|dumped), status=\d{1,2}\/(?<signal>SEGV|BUS|ILL|FPE|TRAP|SYS)$/,
  adds: ({ signal }) => ({ signal: `SIG${signal}` }),
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -5_000, to: 3_000 },
  consequences: [],
  samples: [
    {
      line: 'systemd[1]: api.service: Main process exited, code=dumped, status=11/SEGV',
      gives: { unit: 'api.service', signal: 'SIGSEGV' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
    {
      line: 'api.service: Main process exited, code=killed, status=4/ILL',
      gives: { unit: 'api.service', signal: 'SIGILL' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
  ],
  nearMisses: [
    { line: 'api.service: Main process exited, code=killed, status=9/KILL', because: 'killed from outside' },
    {
      line: 'api.service: Main process exited, code=dumped, status=6/ABRT',
      because: 'it gave up by itself, which has a signature of its own',
    },
  ],
});

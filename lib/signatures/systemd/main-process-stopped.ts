import { defineClue } from '#lib/catalogue/define.ts';

export const systemdMainProcessStopped = defineClue({
  id: 'systemd/main-process-stopped',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['Main process exited, code='],
  means: 'The main process of this unit ended because it was told to stop.',
  provenance: { project: 'systemd', file: 'src/core/service.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Main process exited, code=(?:killed, status=\d{1,2}\/(?<signal>TERM|INT|HUP|QUIT)|exited, status=(?<code>130|143)\/\S{1,60})$/,
  adds: ({ signal, code }) => ({ signal: signal ? `SIG${signal}` : code === '130' ? 'SIGINT' : 'SIGTERM' }),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -5_000, to: 3_000 },
  consequences: [
    { of: 'systemd/oom-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/oomd-killed-unit', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/watchdog-timeout', sharing: 'unit', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: 'systemd[1]: api.service: Main process exited, code=killed, status=15/TERM',
      gives: { unit: 'api.service', signal: 'SIGTERM' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
    {
      line: 'api.service: Main process exited, code=exited, status=143/n/a',
      gives: { unit: 'api.service', code: 143, signal: 'SIGTERM' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
  ],
  nearMisses: [
    { line: 'api.service: Main process exited, code=killed, status=9/KILL', because: 'killed, not asked' },
    {
      line: 'api.service: Main process exited, code=exited, status=1/FAILURE',
      because: 'it ended with an error',
    },
  ],
});

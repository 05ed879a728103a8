import { defineClue } from '#lib/catalogue/define.ts';

export const systemdMainProcessExited = defineClue({
  id: 'systemd/main-process-exited',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['Main process exited, code=exited'],
  means: 'The main process of this unit ended with an error code.',
  provenance: { project: 'systemd', file: 'src/core/service.c', version: '232 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Main process exited, code=exited, status=(?!1(?:30|43)\/)(?<code>[1-9]\d{0,2})\/(?<reason>\S{1,60})$/,
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -5_000, to: 3_000 },
  consequences: [
    { of: 'systemd/oom-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/oomd-killed-unit', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/watchdog-timeout', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/stopping', sharing: 'unit', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: 'systemd[1]: api.service: Main process exited, code=exited, status=1/FAILURE',
      gives: { unit: 'api.service', code: 1, reason: 'FAILURE' },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
    {
      line: 'api.service: Main process exited, code=exited, status=127/n/a',
      gives: { unit: 'api.service', code: 127 },
      from: 'rebuilt from the template, systemd 252 src/core/service.c',
    },
  ],
  nearMisses: [
    {
      line: 'api.service: Main process exited, code=exited, status=0/SUCCESS',
      because: 'it ended as it should',
    },
    {
      line: 'api.service: Main process exited, code=exited, status=143/n/a',
      because: 'Java, Next.js and others answer SIGTERM with 143',
    },
    {
      line: 'api.service: Control process exited, code=exited, status=1/FAILURE',
      because: 'a helper of the unit, not the server',
    },
  ],
});

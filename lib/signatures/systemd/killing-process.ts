import { defineClue } from '#lib/catalogue/define.ts';

export const systemdKillingProcess = defineClue({
  id: 'systemd/killing-process',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['with signal SIGKILL'],
  means: 'systemd kills a process of this unit that did not stop when it was told to.',
  provenance: { project: 'systemd', file: 'src/core/unit.c', version: '239 to 257' },
  pattern:
    /^(?:systemd\[\d+\]: )?(?<unit>[\w@.:\\-]+\.(?:service|scope|slice)): Killing process (?<pid>\d+) \((?<process>.{1,60}?)\) with signal (?<signal>SIGKILL)\.$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -5_000, to: 3_000 },
  consequences: [
    { of: 'systemd/oom-killed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/oomd-killed-unit', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/watchdog-timeout', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-exited', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-crashed', sharing: 'unit', within: { from: -120_000, to: 0 } },
    { of: 'systemd/main-process-aborted', sharing: 'unit', within: { from: -120_000, to: 0 } },
  ],
  samples: [
    {
      line: 'systemd[1]: api.service: Killing process 4711 (node) with signal SIGKILL.',
      gives: { unit: 'api.service', pid: 4711, process: 'node', signal: 'SIGKILL' },
      from: 'rebuilt from the template, systemd 252 src/core/unit.c',
    },
  ],
  nearMisses: [
    {
      line: 'api.service: Killing process 4711 (node) with signal SIGABRT.',
      because: 'a watchdog timeout, told in the line before',
    },
  ],
});

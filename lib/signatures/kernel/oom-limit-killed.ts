import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelOomLimitKilled = defineClue({
  id: 'kernel/oom-limit-killed',
  formats: ['kernel', ...anyText],
  needles: ['killed as a result of limit of'],
  pattern:
    /^Task in (?:\S{0,400}[/:-](?<container>[0-9a-f]{64}|[0-9a-f]{32}-\d+)(?:\.scope)?(?:\/\S{0,400})?|\S{0,400}\/(?<unit>[^/\s]+\.service)(?:\/\S{0,400})?|\S+) killed as a result of limit of \S+$/,
  means: 'A process of this group was killed because the group reached its memory limit.',
  provenance: { project: 'linux', file: 'mm/memcontrol.c', version: '2.6.29 to 4.20' },
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[86412.112904] Task in /docker/6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 killed as a result of limit of /docker/6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504' },
      from: 'rebuilt from the template, Linux 4.19 mm/memcontrol.c',
    },
    {
      line: '[86412.112904] Task in /system.slice/api.service killed as a result of limit of /system.slice/api.service',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, Linux 3.10 mm/memcontrol.c',
    },
  ],
  nearMisses: [
    {
      line: 'Task in queue mail was killed as a result of limit of 30 attempts',
      because: 'a job queue speaks of its own limit',
      format: 'plain',
    },
  ],
});

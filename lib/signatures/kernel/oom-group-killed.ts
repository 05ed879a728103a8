import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelOomGroupKilled = defineClue({
  id: 'kernel/oom-group-killed',
  formats: ['kernel', ...anyText],
  needles: ['are going to be killed due to memory.oom.group set'],
  pattern:
    /^Tasks in (?:\S{0,400}[/:-](?<container>[0-9a-f]{64}|[0-9a-f]{32}-\d+)(?:\.scope)?(?:\/\S{0,400})?|\S{0,400}\/(?<unit>[^/\s]+\.service)(?:\/\S{0,400})?|\S+) are going to be killed due to memory\.oom\.group set$/,
  means: 'The group reached its memory limit and the kernel kills every process in it.',
  provenance: { project: 'linux', file: 'mm/memcontrol.c', version: '4.19 to 6.18' },
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[90211.402163] Tasks in /kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod2f1c.slice/cri-containerd-6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504.scope are going to be killed due to memory.oom.group set',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504' },
      from: 'rebuilt from the template, Linux 6.1 mm/memcontrol.c',
    },
    {
      line: '[90211.402163] Tasks in /system.slice/api.service are going to be killed due to memory.oom.group set',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, Linux 6.1 mm/memcontrol.c',
    },
  ],
  nearMisses: [],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelForkRejected = defineClue({
  id: 'kernel/fork-rejected',
  formats: ['kernel', ...anyText],
  needles: ['fork rejected by pids controller in'],
  pattern:
    /^cgroup: fork rejected by pids controller in (?:\S{0,400}[/:-](?<container>[0-9a-f]{64}|[0-9a-f]{32}-\d+)(?:\.scope)?(?:\/\S{0,400})?|\S{0,400}\/(?<unit>[^/\s]+\.service)(?:\/\S{0,400})?|\S+)$/,
  means: 'This group has as many processes and threads as it may have, and could not start another.',
  provenance: { project: 'linux', file: 'kernel/cgroup/pids.c', version: '4.3 to 6.18' },
  points: [{ cause: 'overload', strength: 'strong' }],
  // Printed once per group.
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[13964.753718] cgroup: fork rejected by pids controller in /system.slice/docker-6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504.scope',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504' },
      from: 'rebuilt from the template, Linux 5.4 kernel/cgroup/pids.c',
    },
    {
      line: '[13964.753718] cgroup: fork rejected by pids controller in /system.slice/api.service',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, Linux 5.4 kernel/cgroup/pids.c',
    },
  ],
  nearMisses: [],
});

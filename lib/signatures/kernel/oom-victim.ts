import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const kernelOomVictim = defineClue({
  id: 'kernel/oom-victim',
  formats: ['kernel', ...anyText],
  needles: ['oom-kill:constraint='],
  // The group is Docker's, containerd's, CRI-O's or Podman's scope, ECS's (64 hex digits, or 32 and a number), or a systemd unit.
  pattern:
    /^oom-kill:constraint=\w+,.{0,1000}?,task_memcg=(?:[^,]{0,400}[/:-](?<container>[0-9a-f]{64}|[0-9a-f]{32}-\d+)(?:\.scope)?(?:\/[^,]{0,400})?|[^,]{0,400}\/(?<unit>[^,/]+\.service)(?:\/[^,]{0,400})?|[^,]{0,800}),task=(?<process>.{1,60}?),pid=(?<pid>\d+),uid=\d+$/,
  means: 'The kernel names the process, and the container or unit, that it kills for memory.',
  provenance: { project: 'linux', file: 'mm/oom_kill.c', version: '5.0 to 6.18' },
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[ 2168.864103] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/capapp,task_memcg=/capapp,task=gunicorn,pid=2486,uid=0',
      gives: { process: 'gunicorn', pid: 2486 },
      from: 'captured, Linux 6.18.44',
    },
    {
      line: '[90211.402117] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=docker-6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504.scope,mems_allowed=0,oom_memcg=/ecstasks.slice/ecstasks-0f2b6d7c9d5a4e3f8a1b2c3d4e5f6071.slice,task_memcg=/ecstasks.slice/ecstasks-0f2b6d7c9d5a4e3f8a1b2c3d4e5f6071.slice/docker-6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504.scope,task=puma srv tp 001,pid=18221,uid=1000',
      gives: {
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
        process: 'puma srv tp 001',
        pid: 18_221,
      },
      from: 'rebuilt from the template, Linux 6.1 mm/oom_kill.c, an ECS task on cgroup v2',
    },
    {
      line: '[90211.402117] oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/system.slice/api.service,task=node,pid=911,uid=998',
      gives: { unit: 'api.service', process: 'node', pid: 911 },
      from: 'rebuilt from the template, Linux 6.12 mm/oom_kill.c',
    },
  ],
  nearMisses: [
    {
      line: "[90211.402117] systemd[1]: api.service: Failed with result 'oom-kill'.",
      because: 'the words of systemd, which has signatures of its own',
    },
  ],
});

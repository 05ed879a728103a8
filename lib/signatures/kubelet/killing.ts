import { defineClue } from '#lib/catalogue/define.ts';

export const kubeletKilling = defineClue({
  id: 'kubelet/killing',
  formats: ['leading-time', 'plain'],
  needles: ['Killing container with a grace period'],
  means:
    'The kubelet is stopping the container: its main process gets SIGTERM, and SIGKILL after the grace period.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/kubelet/kuberuntime/kuberuntime_container.go',
    version: '1.21 to 1.32',
  },
  pattern:
    /^"Killing container with a grace period(?: override)?" pod="(?:[^"/]{1,100}\/)?(?<unit>[^"/]{1,253})" .{0,300}?containerID="[a-z-]{1,20}:\/\/(?<container>[0-9a-f]{1,64})" gracePeriod=(?<limit>\d+)/,
  adds: ({ limit }) => ({ limit: Number(limit) * 1_000 }),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35000, to: 3000 },
  consequences: [],
  samples: [
    {
      line: 'I1122 12:00:20.885621    4052 kuberuntime_container.go:808] "Killing container with a grace period" pod="shop/api-6d4b75cb6d-hm8zq" podUID="1c2d" containerName="api" containerID="containerd://6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504" gracePeriod=30',
      gives: {
        unit: 'api-6d4b75cb6d-hm8zq',
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
        limit: 30000,
      },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/kuberuntime/kuberuntime_container.go',
    },
  ],
  nearMisses: [
    {
      line: 'I1122 12:00:20.885621    4052 kubelet_pods.go:1] "Killing unwanted pod" podName="api-0"',
      because: 'an orphan of an earlier kubelet',
    },
  ],
});

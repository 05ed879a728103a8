import { defineClue } from '#lib/catalogue/define.ts';

export const kubeletContainerDied = defineClue({
  id: 'kubelet/container-died',
  formats: ['leading-time', 'plain'],
  needles: ['ContainerDied'],
  means: 'The kubelet noticed that a container has ended, in order or not.',
  provenance: { project: 'kubernetes', file: 'pkg/kubelet/kubelet.go', version: '1.20 to 1.32' },
  pattern:
    /^"SyncLoop \(PLEG\): event for pod" pod="(?:[^"/]{1,100}\/)?(?<unit>[^"/]{1,253})" event=&?\{"?ID"?:"?[^",\s]{1,64}"?[, ]"?Type"?:"?ContainerDied"?[, ]"?Data"?:"?(?<container>[0-9a-f]{1,64})"?\}/,
  points: [
    { cause: 'restart', strength: 'context' },
    { cause: 'crash', strength: 'context' },
  ],
  within: { from: -5000, to: 5000 },
  consequences: [
    { of: 'kubelet/killing', sharing: 'container', within: { from: -120000, to: 0 } },
    { of: 'containerd/oom', sharing: 'container', within: { from: -60000, to: 1000 } },
    { of: 'containerd/container-crashed', sharing: 'container', within: { from: -60000, to: 1000 } },
    { of: 'containerd/container-exited', sharing: 'container', within: { from: -60000, to: 1000 } },
    { of: 'containerd/container-killed', sharing: 'container', within: { from: -60000, to: 1000 } },
    { of: 'containerd/container-ended', sharing: 'container', within: { from: -60000, to: 1000 } },
  ],
  samples: [
    {
      line: 'I1122 12:00:20.885621    4052 kubelet.go:2506] "SyncLoop (PLEG): event for pod" pod="shop/api-6d4b75cb6d-hm8zq" event={"ID":"1c2d","Type":"ContainerDied","Data":"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504"}',
      gives: {
        unit: 'api-6d4b75cb6d-hm8zq',
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
      },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/kubelet.go',
    },
    {
      line: 'I1122 12:00:20.885621    4052 kubelet.go:2506] "SyncLoop (PLEG): event for pod" pod="shop/api-6d4b75cb6d-hm8zq" event=&{ID:1c2d Type:ContainerDied Data:6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504}',
      gives: {
        unit: 'api-6d4b75cb6d-hm8zq',
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
      },
      from: 'rebuilt from the template, Kubernetes 1.22 pkg/kubelet/kubelet.go',
    },
  ],
  nearMisses: [
    {
      line: 'I1122 12:00:20.885621    4052 kubelet.go:2506] "SyncLoop (PLEG): event for pod" pod="shop/api-6d4b75cb6d-hm8zq" event={"ID":"1c2d","Type":"ContainerStarted","Data":"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504"}',
      because: 'it started',
    },
  ],
});

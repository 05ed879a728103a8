import { defineClue } from '#lib/catalogue/define.ts';

export const kubeletEvicting = defineClue({
  id: 'kubelet/evicting',
  formats: ['leading-time', 'plain'],
  needles: ['must evict pod(s) to reclaim'],
  means: 'The node runs short of memory or disk, and the kubelet is about to evict pods.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/kubelet/eviction/eviction_manager.go',
    version: '1.21 to 1.32',
  },
  pattern: /^"Eviction manager: must evict pod\(s\) to reclaim" resourceName="(?<reason>[\w.-]{1,60})"/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -60000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: 'I1122 12:00:20.885621    4052 eviction_manager.go:387] "Eviction manager: must evict pod(s) to reclaim" resourceName="memory"',
      gives: { reason: 'memory' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/eviction/eviction_manager.go',
    },
  ],
  nearMisses: [
    {
      line: 'I1122 12:00:20.885621    4052 eviction_manager.go:376] "Eviction manager: attempting to reclaim" resourceName="memory"',
      because: 'nothing has to go yet',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const kubeletBackOff = defineClue({
  id: 'kubelet/back-off',
  formats: ['leading-time', 'plain'],
  needles: ['CrashLoopBackOff'],
  means: 'The container keeps ending and the kubelet waits before it starts it again.',
  provenance: { project: 'kubernetes', file: 'pkg/kubelet/pod_workers.go', version: '1.21 to 1.32' },
  pattern:
    /^"Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"(?<container>[^"\\]{1,253})\\" with CrashLoopBackOff: .{0,400}?" pod="(?:[^"/]{1,100}\/)?(?<unit>[^"/]{1,253})"/,
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -60000, to: 60000 },
  consequences: [],
  samples: [
    {
      line: 'E1122 12:00:20.885621    4052 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"api\\" with CrashLoopBackOff: \\"back-off 10s restarting failed container=api pod=api-0_shop(1c2d)\\"" pod="shop/api-0" podUID="1c2d"',
      gives: { unit: 'api-0', container: 'api' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/pod_workers.go',
    },
  ],
  nearMisses: [
    {
      line: 'I1122 12:00:20.885621    4052 pod_workers.go:1301] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"api\\" with ImagePullBackOff: \\"Back-off pulling image\\"" pod="shop/api-0" podUID="1c2d"',
      because: 'the image cannot be had',
    },
  ],
});

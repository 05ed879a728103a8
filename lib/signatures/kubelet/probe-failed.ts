import { defineClue } from '#lib/catalogue/define.ts';

export const kubeletProbeFailed = defineClue({
  id: 'kubelet/probe-failed',
  formats: ['leading-time', 'plain'],
  needles: ['Probe failed'],
  means: 'A probe of the container failed: it answered late, with an error or not at all.',
  provenance: { project: 'kubernetes', file: 'pkg/kubelet/prober/prober.go', version: '1.21 to 1.32' },
  pattern:
    /^"Probe failed" probeType="\w{1,20}" pod="(?:[^"/]{1,100}\/)?(?<unit>[^"/]{1,253})" podUID="?[\w-]{1,64}"? containerName="(?<container>[^"]{1,253})" /,
  points: [
    { cause: 'overload', strength: 'context' },
    { cause: 'restart', strength: 'context' },
  ],
  within: { from: -90000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: 'I1122 12:00:20.885621    4052 prober.go:107] "Probe failed" probeType="Liveness" pod="shop/api-6d4b75cb6d-hm8zq" podUID="1c2d" containerName="api" probeResult="failure" output="HTTP probe failed with statuscode: 503"',
      gives: { unit: 'api-6d4b75cb6d-hm8zq', container: 'api' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/prober/prober.go',
    },
  ],
  nearMisses: [
    {
      line: 'I1122 12:00:20.885621    4052 prober.go:104] "Probe errored" err="rpc error" probeType="Liveness" pod="shop/api-6d4b75cb6d-hm8zq"',
      because: 'the kubelet could not ask',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesUnhealthy = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/unhealthy',
  needles: ['probe failed', 'probe errored'],
  means: 'A probe of the container failed: it answered late, with an error or not at all.',
  provenance: { project: 'kubernetes', file: 'pkg/kubelet/prober/prober.go', version: '1.20 to 1.32' },
  reads: (event) =>
    said(event, ['Unhealthy'], /^(?<kind>Liveness|Readiness|Startup) probe (?:failed|errored)/),
  points: [
    { cause: 'overload', strength: 'context' },
    { cause: 'restart', strength: 'context' },
  ],
  within: { from: -90000, to: 5000 },
  consequences: [{ of: 'kubernetes/stopping', sharing: 'unit', within: { from: -120000, to: 0 } }],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"Unhealthy","message":"Liveness probe failed: HTTP probe failed with statuscode: 503","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/prober/prober.go',
    },
    {
      line: '2m32s       Warning    Unhealthy             pod/api-6d4b75cb6d-hm8zq    Readiness probe failed: Get "http://10.42.0.17:8000/healthz": context deadline exceeded',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/prober/prober.go',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop"},"involvedObject":{"kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"ProbeWarning","message":"Liveness probe warning: redirected","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      because: 'it passed',
    },
  ],
});

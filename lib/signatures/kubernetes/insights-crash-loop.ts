import { defineClue } from '#lib/catalogue/define.ts';
import { stands } from '#lib/catalogue/define-insights.ts';

export const kubernetesInsightsCrashLoop = defineClue({
  id: 'kubernetes/insights-crash-loop',
  formats: ['container-insights'],
  needles: ['CrashLoopBackOff'],
  means: 'Container Insights saw a container that keeps ending.',
  provenance: {
    project: 'Amazon CloudWatch',
    file: 'Container Insights, relevant fields in performance log events for Amazon EKS and Kubernetes',
    version: '2026',
    url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-reference-performance-entries-EKS.html',
  },
  reads: (event) =>
    stands(event, ({ reason, last }) => reason === 'CrashLoopBackOff' && last !== 'OOMKilled'),
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -90000, to: 90000 },
  consequences: [],
  samples: [
    {
      line: '{"ClusterName":"prod","Namespace":"shop","NodeName":"ip-10-0-1-2.example.internal","PodName":"api","Timestamp":"1795348860000","Type":"Container","Version":"0","container_last_termination_reason":"Error","container_status":"Waiting","container_status_reason":"CrashLoopBackOff","kubernetes":{"container_name":"api","pod_name":"api-6d4b75cb6d-hm8zq"}}',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Amazon CloudWatch user guide, "Container Insights performance log events for Amazon EKS and Kubernetes"',
    },
  ],
  nearMisses: [
    {
      line: '{"ClusterName":"prod","Namespace":"shop","NodeName":"ip-10-0-1-2.example.internal","PodName":"api","Timestamp":"1795348860000","Type":"Container","Version":"0","container_last_termination_reason":"OOMKilled","container_status":"Waiting","container_status_reason":"CrashLoopBackOff","kubernetes":{"container_name":"api","pod_name":"api-6d4b75cb6d-hm8zq"}}',
      because: 'for memory',
    },
  ],
});

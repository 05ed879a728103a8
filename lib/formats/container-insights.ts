import { defineFormat } from '#lib/catalogue/define.ts';
import { firstOf, jsonObject, present, scalar, stampIn } from '#lib/catalogue/define-json.ts';

export const containerInsights = defineFormat({
  id: 'container-insights',
  title: 'Container Insights performance records of pods and containers, one a minute',
  manual:
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-reference-performance-entries-EKS.html',
  kind: 'text',
  role: 'platform',
  program: 'kubernetes',
  clock: { zone: 'in-line', resolution: 60_000, stamps: 'moment' },
  read(line) {
    if (!line.startsWith('{') || !line.includes('"Type"') || !line.includes('"PodName"')) return undefined;
    const object = jsonObject(line);
    const type = scalar(object?.['Type']);
    const pod = scalar(object?.['PodName']);
    const stamp = stampIn(firstOf(object ?? {}, 'Timestamp'));
    if (!object || !stamp || pod === undefined || (type !== 'Container' && type !== 'Pod')) return undefined;
    const status = scalar(firstOf(object, 'container_status', 'pod_status'));
    const reason = scalar(firstOf(object, 'container_status_reason', 'pod_status_reason'));
    return {
      kind: 'line',
      stamp: { ...stamp, resolution: 60_000 },
      message: [type, pod, status, reason].filter(Boolean).join(' '),
      fields: present({
        type,
        status,
        reason,
        last: scalar(object['container_last_termination_reason']),
        // A container's record names its pod under `kubernetes`; at its top is the name of the workload's pods.
        unit: scalar(firstOf(object, 'kubernetes.pod_name', 'FullPodName', 'K8sPodName')) ?? pod,
        container: scalar(firstOf(object, 'kubernetes.container_name', 'ContainerName')),
        namespace: scalar(object['Namespace']),
        host: scalar(object['NodeName']),
      }),
    };
  },
  samples: [
    {
      line: '{"ClusterName":"prod","InstanceId":"i-1234567890123456","Namespace":"shop","NodeName":"ip-10-0-1-2.example.internal","PodName":"api","Sources":["cadvisor","pod","calculated"],"Timestamp":"1795348860000","Type":"Container","Version":"0","container_last_termination_reason":"OOMKilled","container_memory_limit":268435456,"container_status":"Terminated","container_status_reason":"OOMKilled","number_of_container_restarts":3,"kubernetes":{"container_name":"api","host":"ip-10-0-1-2.example.internal","namespace_name":"shop","pod_id":"d1d7","pod_name":"api-6d4b75cb6d-hm8zq"}}',
      gives: {
        at: '2026-11-22T12:01:00.000',
        message: 'Container api Terminated OOMKilled',
        fields: { reason: 'OOMKilled', unit: 'api-6d4b75cb6d-hm8zq', container: 'api', namespace: 'shop' },
      },
      from: 'rebuilt from the template, Amazon CloudWatch user guide, "Container Insights performance log events for Amazon EKS and Kubernetes"',
    },
  ],
  forgeries: [],
});

import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesSystemOom = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/system-oom',
  needles: ['SystemOOM', 'System OOM encountered'],
  means: 'The node ran out of memory and its kernel killed this process.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/kubelet/oom/oom_watcher_linux.go',
    version: '1.20 to 1.32',
  },
  reads: (event) =>
    said(
      event,
      ['SystemOOM'],
      /^System OOM encountered(?:, victim process: (?<process>[^,]{1,60}), pid: (?<pid>\d+))?/,
    ),
  points: [{ cause: 'oom-kill', strength: 'strong' }],
  within: { from: -30000, to: 10000 },
  consequences: [],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"node-1.187a","namespace":"shop"},"involvedObject":{"kind":"Node","name":"node-1","namespace":"shop"},"reason":"SystemOOM","message":"System OOM encountered, victim process: gunicorn, pid: 2486","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      gives: { process: 'gunicorn', pid: 2486 },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/oom/oom_watcher_linux.go',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"node-1.187a","namespace":"shop"},"involvedObject":{"kind":"Node","name":"node-1","namespace":"shop"},"reason":"NodeHasInsufficientMemory","message":"Node node-1 status is now: NodeHasInsufficientMemory","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal"}',
      because: 'nobody was killed',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';
import { kubernetesEvents, said } from '#lib/catalogue/define-kubernetes.ts';

export const kubernetesOomKilling = defineClue({
  ...kubernetesEvents,
  id: 'kubernetes/oom-killing',
  needles: ['OOMKilling'],
  means: 'The kernel of the node killed this process for memory, as node-problem-detector reports it.',
  provenance: {
    project: 'kubernetes',
    file: 'config/kernel-monitor.json',
    version: 'node-problem-detector 0.8',
  },
  reads: (event) =>
    said(
      event,
      ['OOMKilling'],
      /^(?:.{0,80}?: )?Kill(?:ed)? process (?<pid>\d+)(?:, UID \d+,)? \((?<process>[^)]{1,60})\)/,
    ),
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30000, to: 10000 },
  consequences: [],
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"node-1.187a","namespace":"shop"},"involvedObject":{"kind":"Node","name":"node-1","namespace":"shop"},"reason":"OOMKilling","message":"Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0","source":{"component":"kernel-monitor","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      gives: { process: 'gunicorn', pid: 2486 },
      from: 'rebuilt from the template, node-problem-detector 0.8 config/kernel-monitor.json',
    },
  ],
  nearMisses: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"node-1.187a","namespace":"shop"},"involvedObject":{"kind":"Node","name":"node-1","namespace":"shop"},"reason":"TaskHung","message":"task java:4321 blocked for more than 120 seconds.","source":{"component":"kernel-monitor","host":"node-1"},"firstTimestamp":"2026-11-22T12:00:20Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Warning"}',
      because: 'no memory',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const kubernetesOomKilled = defineClue({
  id: 'kubernetes/oom-killed',
  formats: ['kubernetes-event', 'plain'],
  needles: ['OOMKilled'],
  means: 'Kubernetes reports that a container ended because a process of it was killed for memory.',
  provenance: {
    project: 'kubernetes',
    file: 'pkg/printers/internalversion/printers.go, pkg/describe/describe.go',
    version: '1.20 to 1.32',
  },
  pattern:
    /^(?:(?:[a-z0-9-]{1,63} {2,})?(?<unit>[a-z0-9][a-z0-9.-]{0,252}) {2,}\d+\/\d+ {2,}(?:Init:)?(?<reason>OOMKilled) {2,}\d+|\s{2,12}Reason: {2,12}OOMKilled$)/,
  adds: { reason: 'OOMKilled' },
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30000, to: 60000 },
  consequences: [],
  samples: [
    {
      line: 'api-6d4b75cb6d-hm8zq   0/1     OOMKilled   3 (12s ago)   5m12s',
      gives: { unit: 'api-6d4b75cb6d-hm8zq', reason: 'OOMKilled' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/printers/internalversion/printers.go',
    },
    {
      line: 'shop        api-6d4b75cb6d-hm8zq   1/2     OOMKilled   3          5m12s   10.42.0.17   node-1   <none>   <none>',
      gives: { unit: 'api-6d4b75cb6d-hm8zq' },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/printers/internalversion/printers.go, -A -o wide',
    },
    {
      line: '      Reason:       OOMKilled',
      gives: { reason: 'OOMKilled' },
      from: 'rebuilt from the template, kubectl 1.32 pkg/describe/describe.go',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: 'api-6d4b75cb6d-hm8zq   0/1     CrashLoopBackOff   3 (12s ago)   5m12s',
      because: 'it keeps ending, and why is not said',
    },
    { line: 'last job was OOMKilled', because: 'a person speaks', format: 'plain' },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const containerdOom = defineClue({
  id: 'containerd/oom',
  formats: ['logfmt', 'app-json', 'plain'],
  needles: ['TaskOOM event'],
  means: 'The kernel killed a process of this container because the container reached its memory limit.',
  provenance: { project: 'containerd', file: 'internal/cri/server/events.go', version: '1.4.0 to 2.3.4' },
  pattern: /^TaskOOM event (?:&TaskOOM\{ContainerID:|container_id:")(?<container>[\w-]{1,128})[,"]/,
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="TaskOOM event container_id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\""',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504' },
      from: 'rebuilt from the template, containerd 2.3.4 internal/cri/server/events.go',
    },
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="TaskOOM event &TaskOOM{ContainerID:6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504,XXX_unrecognized:[],}"',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504' },
      from: 'rebuilt from the template, containerd 1.6.0 pkg/cri/server/events.go',
    },
  ],
  nearMisses: [
    {
      line: `time="2026-11-22T12:00:20.912345678Z" level=info msg="can't find container for TaskOOM event: not found"`,
      because: 'its own trouble',
    },
  ],
});

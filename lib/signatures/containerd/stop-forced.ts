import { defineClue } from '#lib/catalogue/define.ts';

export const containerdStopForced = defineClue({
  id: 'containerd/stop-forced',
  formats: ['logfmt', 'app-json', 'plain'],
  needles: ['Kill container '],
  means: 'The container had not stopped within its grace period, and containerd killed it with SIGKILL.',
  provenance: {
    project: 'containerd',
    file: 'internal/cri/server/container_stop.go',
    version: '1.4.0 to 2.3.4',
  },
  pattern: /^Kill container "(?<container>[\w-]{1,128})"$/,
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -35000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="Kill container \\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\""',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504' },
      from: 'rebuilt from the template, containerd 2.3.4 internal/cri/server/container_stop.go',
    },
  ],
  nearMisses: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="failed to kill container \\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\": not found"',
      because: 'it was gone',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const containerdStopping = defineClue({
  id: 'containerd/stopping',
  formats: ['logfmt', 'app-json', 'plain'],
  needles: ['StopContainer for ', 'Stop container '],
  means: 'containerd was told to stop the container: its main process gets SIGTERM.',
  provenance: {
    project: 'containerd',
    file: 'internal/cri/instrument/instrumented_service.go',
    version: '1.4.0 to 2.3.4',
  },
  pattern:
    /^(?:StopContainer for "(?<container>[\w-]{1,128})" with timeout (?<limit>\d+) \(s\)|Stop container "[\w-]{1,128}" with signal \w{1,20})$/,
  adds: ({ limit }, { message }) => ({
    container: /"([\w-]{1,128})"/.exec(message)?.[1] ?? '',
    ...(limit === undefined ? {} : { limit: Number(limit) * 1_000 }),
  }),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -35000, to: 3000 },
  consequences: [],
  samples: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="StopContainer for \\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" with timeout 30 (s)"',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504', limit: 30000 },
      from: 'rebuilt from the template, containerd 2.3.4 internal/cri/instrument/instrumented_service.go',
    },
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="Stop container \\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" with signal terminated"',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504' },
      from: 'rebuilt from the template, containerd 2.3.4 internal/cri/server/container_stop.go',
    },
  ],
  nearMisses: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="StopContainer for \\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" returns successfully"',
      because: 'it is over',
    },
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="StopPodSandbox for \\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\""',
      because: 'the sandbox, whose containers have stopped',
    },
  ],
});

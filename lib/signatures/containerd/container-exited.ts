import { defineClue } from '#lib/catalogue/define.ts';
import { containerdEnd } from '#lib/catalogue/define-container.ts';

export const containerdContainerExited = defineClue({
  id: 'containerd/container-exited',
  formats: ['logfmt', 'app-json', 'plain'],
  needles: ['exit event', 'TaskExit event'],
  means: 'A container’s main process ended with an error code.',
  provenance: { project: 'containerd', file: 'internal/cri/server/events.go', version: '1.4.0 to 2.3.4' },
  reads: (event) => containerdEnd(event, 'failed'),
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3000, to: 3000 },
  consequences: [
    { of: 'containerd/oom', sharing: 'container', within: { from: -60000, to: 1000 } },
    { of: 'containerd/stopping', sharing: 'container', within: { from: -120000, to: 0 } },
  ],
  samples: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="received container exit event container_id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" pid:2486 exit_status:1 exited_at:{seconds:1795348820 nanos:912345678}"',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504', code: 1 },
      from: 'rebuilt from the template, containerd 2.2.0 internal/cri/server/events.go',
    },
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="received container exit event container_id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" pid:2486 exit_status:255 exited_at:{seconds:1795348820 nanos:912345678}"',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504', code: 255 },
      from: 'rebuilt from the template, containerd 2.2.0 internal/cri/server/events.go',
    },
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="TaskExit event &TaskExit{ContainerID:6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504,ID:6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504,Pid:2486,ExitStatus:1,ExitedAt:2026-11-22 12:00:20.9 +0000 UTC,XXX_unrecognized:[],}"',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504', code: 1 },
      from: 'rebuilt from the template, containerd 1.6.0 pkg/cri/server/events.go',
    },
  ],
  nearMisses: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="received container exit event container_id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" pid:2486 exit_status:143 exited_at:{seconds:1795348820}"',
      because: 'it ended as asked',
    },
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="received container exit event container_id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" id:\\"0b6e1d\\" pid:2486 exit_status:1 exited_at:{seconds:1795348820}"',
      because: 'a command that was run inside the container',
    },
  ],
});

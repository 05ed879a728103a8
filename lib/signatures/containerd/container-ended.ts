import { defineClue } from '#lib/catalogue/define.ts';
import { containerdEnd } from '#lib/catalogue/define-container.ts';

export const containerdContainerEnded = defineClue({
  id: 'containerd/container-ended',
  formats: ['logfmt', 'app-json', 'plain'],
  needles: ['exit event', 'TaskExit event'],
  means: 'A container’s main process ended without an error, or by SIGTERM.',
  provenance: { project: 'containerd', file: 'internal/cri/server/events.go', version: '1.4.0 to 2.3.4' },
  reads: (event) => containerdEnd(event, 'ended'),
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -35000, to: 3000 },
  consequences: [{ of: 'containerd/stopping', sharing: 'container', within: { from: -120000, to: 0 } }],
  samples: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="received container exit event container_id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" pid:2486 exit_status:143 exited_at:{seconds:1795348820 nanos:912345678}"',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504', code: 143 },
      from: 'rebuilt from the template, containerd 2.2.0 internal/cri/server/events.go',
    },
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="received container exit event container_id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" pid:2486 exited_at:{seconds:1795348820 nanos:912345678}"',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504', code: 0 },
      from: 'rebuilt from the template, containerd 2.2.0 internal/cri/server/events.go',
    },
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="TaskExit event &TaskExit{ContainerID:6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504,ID:6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504,Pid:2486,ExitStatus:143,ExitedAt:2026-11-22 12:00:20.9 +0000 UTC,XXX_unrecognized:[],}"',
      gives: { container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504', code: 143 },
      from: 'rebuilt from the template, containerd 1.6.0 pkg/cri/server/events.go',
    },
  ],
  nearMisses: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="received container exit event container_id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" pid:2486 exit_status:137 exited_at:{seconds:1795348820}"',
      because: 'it was killed',
    },
  ],
});

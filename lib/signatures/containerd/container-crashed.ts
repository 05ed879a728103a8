import { defineClue } from '#lib/catalogue/define.ts';
import { containerdEnd } from '#lib/catalogue/define-container.ts';

export const containerdContainerCrashed = defineClue({
  id: 'containerd/container-crashed',
  formats: ['logfmt', 'app-json', 'plain'],
  needles: ['exit event', 'TaskExit event'],
  means: 'A container’s main process died of a signal that it brought upon itself.',
  provenance: { project: 'containerd', file: 'internal/cri/server/events.go', version: '1.4.0 to 2.3.4' },
  reads: (event) => containerdEnd(event, 'faulted'),
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -5000, to: 3000 },
  consequences: [{ of: 'containerd/oom', sharing: 'container', within: { from: -60000, to: 1000 } }],
  samples: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="received container exit event container_id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" pid:2486 exit_status:139 exited_at:{seconds:1795348820 nanos:912345678}"',
      gives: {
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
        code: 139,
        signal: 'SIGSEGV',
      },
      from: 'rebuilt from the template, containerd 2.2.0 internal/cri/server/events.go',
    },
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="received container exit event container_id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" pid:2486 exit_status:134 exited_at:{seconds:1795348820 nanos:912345678}"',
      gives: {
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
        code: 134,
        signal: 'SIGABRT',
      },
      from: 'rebuilt from the template, containerd 2.2.0 internal/cri/server/events.go',
    },
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="TaskExit event &TaskExit{ContainerID:6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504,ID:6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504,Pid:2486,ExitStatus:139,ExitedAt:2026-11-22 12:00:20.9 +0000 UTC,XXX_unrecognized:[],}"',
      gives: {
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
        code: 139,
        signal: 'SIGSEGV',
      },
      from: 'rebuilt from the template, containerd 1.6.0 pkg/cri/server/events.go',
    },
  ],
  nearMisses: [
    {
      line: 'time="2026-11-22T12:00:20.912345678Z" level=info msg="received container exit event container_id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" id:\\"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504\\" pid:2486 exit_status:1 exited_at:{seconds:1795348820}"',
      because: 'an error code',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';
import { dockerExit } from '#lib/catalogue/define-container.ts';

export const dockerContainerKilled = defineClue({
  id: 'docker/container-killed',
  formats: ['docker-events', ...anyText],
  needles: ['exitCode', ' exited with code '],
  means:
    'A container ended because its main process was killed by SIGKILL: for memory, at the end of a stop, or by somebody.',
  provenance: { project: 'moby', file: 'daemon/monitor.go', version: '1.10 to 28.5.2' },
  reads: (event) => dockerExit(event, 'killed'),
  points: [{ cause: 'oom-kill', strength: 'supporting' }],
  within: { from: -3000, to: 3000 },
  consequences: [
    { of: 'docker/oom', sharing: 'container', within: { from: -60000, to: 1000 } },
    { of: 'docker/signalled', sharing: 'container', within: { from: -120000, to: 0 } },
    { of: 'docker/stop-forced', sharing: 'container', within: { from: -60000, to: 1000 } },
  ],
  samples: [
    {
      line: '2026-11-22T12:00:20.912345678Z container die 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execDuration=311, exitCode=137, image=registry.example.com/api:42, name=api)',
      gives: {
        unit: 'api',
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
        code: 137,
        signal: 'SIGKILL',
      },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
    {
      line: 'api-1 exited with code 137',
      gives: { unit: 'api-1', code: 137, signal: 'SIGKILL' },
      from: 'rebuilt from the template, docker compose 2.24 cmd/formatter/logs.go',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:20.912345678Z container die 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execDuration=311, exitCode=139, image=registry.example.com/api:42, name=api)',
      because: 'a fault of its own',
    },
    {
      line: 'worker exited with code 137',
      because: 'no container of Compose: their names end in a number',
      format: 'plain',
    },
  ],
});

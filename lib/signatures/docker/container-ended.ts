import { anyText, defineClue } from '#lib/catalogue/define.ts';
import { dockerExit } from '#lib/catalogue/define-container.ts';

export const dockerContainerEnded = defineClue({
  id: 'docker/container-ended',
  formats: ['docker-events', ...anyText],
  needles: ['exitCode', ' exited with code '],
  means: 'A container ended because its main process ended without an error, or by SIGTERM.',
  provenance: { project: 'moby', file: 'daemon/monitor.go', version: '1.10 to 28.5.2' },
  reads: (event) => dockerExit(event, 'ended'),
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -35000, to: 3000 },
  consequences: [{ of: 'docker/signalled', sharing: 'container', within: { from: -120000, to: 0 } }],
  samples: [
    {
      line: '2026-11-22T12:00:20.912345678Z container die 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execDuration=311, exitCode=143, image=registry.example.com/api:42, name=api)',
      gives: {
        unit: 'api',
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
        code: 143,
      },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
    {
      line: '2026-11-22T12:00:20.912345678Z container die 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execDuration=311, exitCode=0, image=registry.example.com/api:42, name=api)',
      gives: {
        unit: 'api',
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
        code: 0,
      },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
    {
      line: 'api-1 exited with code 143',
      gives: { unit: 'api-1', code: 143 },
      from: 'rebuilt from the template, docker compose 2.24 cmd/formatter/logs.go',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:20.912345678Z container die 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execDuration=311, exitCode=137, image=registry.example.com/api:42, name=api)',
      because: 'it was killed',
    },
    {
      line: 'worker exited with code 143',
      because: 'no container of Compose: their names end in a number',
      format: 'plain',
    },
  ],
});

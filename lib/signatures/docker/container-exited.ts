import { defineClue } from '#lib/catalogue/define.ts';
import { dockerExit } from '#lib/catalogue/define-container.ts';

export const dockerContainerExited = defineClue({
  id: 'docker/container-exited',
  formats: ['docker-events', 'app-json', 'logfmt', 'plain'],
  needles: ['exitCode', ' exited with code '],
  means: 'A container ended because its main process ended with an error code.',
  provenance: { project: 'moby', file: 'daemon/monitor.go', version: '1.10 to 28.5.2' },
  bare: true,
  reads: (event) => dockerExit(event, 'failed'),
  points: [{ cause: 'crash', strength: 'strong' }],
  within: { from: -3000, to: 3000 },
  consequences: [
    { of: 'docker/oom', sharing: 'container', within: { from: -60000, to: 1000 } },
    { of: 'docker/signalled', sharing: 'container', within: { from: -120000, to: 0 } },
  ],
  samples: [
    {
      line: '2026-11-22T12:00:20.912345678Z container die 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execDuration=311, exitCode=1, image=registry.example.com/api:42, name=api)',
      gives: {
        unit: 'api',
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
        code: 1,
      },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
    {
      line: '2026-11-22T12:00:20.912345678Z container die 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execDuration=311, exitCode=255, image=registry.example.com/api:42, name=api)',
      gives: {
        unit: 'api',
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
        code: 255,
      },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
    {
      line: 'api-1 exited with code 1',
      gives: { unit: 'api-1', code: 1 },
      from: 'rebuilt from the template, docker compose 2.24 cmd/formatter/logs.go',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:20.912345678Z container die 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execDuration=311, exitCode=143, image=registry.example.com/api:42, name=api)',
      because: 'it ended as asked',
    },
    {
      line: 'worker exited with code 1',
      because: 'no container of Compose: their names end in a number',
      format: 'plain',
    },
    {
      line: '2026-11-22 12:00:05,120 ERROR job-1 exited with code 1',
      because: 'a program that watches others, not Compose',
      format: 'leading-time',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';
import { dockerAction } from '#lib/catalogue/define-container.ts';

export const dockerStopped = defineClue({
  id: 'docker/stopped',
  formats: ['docker-events'],
  needles: [' container stop ', ' container restart ', 'Actor'],
  means: 'Docker has stopped or restarted the container because somebody asked for it.',
  provenance: { project: 'moby', file: 'daemon/stop.go, daemon/restart.go', version: '1.10 to 28.5.2' },
  reads: (event) => dockerAction(event, ({ action }) => action === 'stop' || action === 'restart'),
  points: [{ cause: 'restart', strength: 'decisive' }],
  within: { from: -15000, to: 15000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:00:20.912345678Z container stop 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (image=registry.example.com/api:42, name=api)',
      gives: { unit: 'api', container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504' },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
    {
      line: '2026-11-22T12:00:20.912345678Z container restart 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (image=registry.example.com/api:42, name=api)',
      gives: { unit: 'api' },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:20.912345678Z container die 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execDuration=311, exitCode=0, image=registry.example.com/api:42, name=api)',
      because: 'it ended, and nobody may have asked',
    },
  ],
});

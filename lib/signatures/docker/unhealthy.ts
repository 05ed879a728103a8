import { defineClue } from '#lib/catalogue/define.ts';
import { dockerAction } from '#lib/catalogue/define-container.ts';

export const dockerUnhealthy = defineClue({
  id: 'docker/unhealthy',
  formats: ['docker-events'],
  needles: [' container health_status', 'Actor'],
  means: 'The health check of the container fails.',
  provenance: { project: 'moby', file: 'daemon/health.go', version: '1.12 to 28.5.2' },
  reads: (event) =>
    dockerAction(event, ({ action, status }) => action === 'health_status' && status === 'unhealthy'),
  points: [
    { cause: 'overload', strength: 'context' },
    { cause: 'restart', strength: 'context' },
  ],
  within: { from: -60000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:00:20.912345678Z container health_status: unhealthy 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (image=registry.example.com/api:42, name=api)',
      gives: { unit: 'api' },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:20.912345678Z container health_status: healthy 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (image=registry.example.com/api:42, name=api)',
      because: 'it passes',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';
import { dockerAction } from '#lib/catalogue/define-container.ts';

export const dockerStarted = defineClue({
  id: 'docker/started',
  formats: ['docker-events'],
  needles: [' container start ', 'Actor'],
  means: 'Docker has started a container.',
  provenance: { project: 'moby', file: 'daemon/start.go', version: '1.10 to 28.5.2' },
  reads: (event) => dockerAction(event, ({ action }) => action === 'start'),
  points: [{ cause: 'restart', strength: 'context' }],
  within: { from: -60000, to: 60000 },
  consequences: [
    { of: 'docker/container-exited', sharing: 'container', within: { from: -60000, to: 0 } },
    { of: 'docker/container-crashed', sharing: 'container', within: { from: -60000, to: 0 } },
    { of: 'docker/container-killed', sharing: 'container', within: { from: -60000, to: 0 } },
  ],
  samples: [
    {
      line: '2026-11-22T12:00:20.912345678Z container start 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (image=registry.example.com/api:42, name=api)',
      gives: { unit: 'api', container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504' },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:20.912345678Z container restart 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (image=registry.example.com/api:42, name=api)',
      because: 'a restart, which has a signature of its own',
    },
  ],
});

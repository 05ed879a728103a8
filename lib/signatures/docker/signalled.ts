import { defineClue } from '#lib/catalogue/define.ts';
import { dockerAction } from '#lib/catalogue/define-container.ts';

export const dockerSignalled = defineClue({
  id: 'docker/signalled',
  formats: ['docker-events'],
  needles: [' container kill ', 'Actor'],
  means: 'Somebody told Docker to stop the container or to send it a signal.',
  provenance: { project: 'moby', file: 'daemon/kill.go', version: '1.10 to 28.5.2' },
  reads: (event) =>
    dockerAction(
      event,
      ({ action, signal = '' }) =>
        action === 'kill' && /^(?:2|3|9|15|SIG(?:INT|QUIT|KILL|TERM))$/.test(signal),
    ),
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -15000, to: 3000 },
  consequences: [],
  endedBy: [{ of: 'docker/started', sharing: 'container' }],
  samples: [
    {
      line: '2026-11-22T12:00:20.912345678Z container kill 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (image=registry.example.com/api:42, name=api, signal=15)',
      gives: {
        unit: 'api',
        container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504',
        reason: 'signal 15',
      },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
    {
      line: '2026-11-22T12:00:20.912345678Z container kill 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (image=registry.example.com/api:42, name=api, signal=9)',
      gives: { reason: 'signal 9' },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:20.912345678Z container kill 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (image=registry.example.com/api:42, name=api, signal=1)',
      because: 'a reload',
    },
    {
      line: '2026-11-22T12:00:20.912345678Z container start 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (image=registry.example.com/api:42, name=api)',
      because: 'a start',
    },
  ],
});

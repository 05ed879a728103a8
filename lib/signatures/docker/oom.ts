import { defineClue } from '#lib/catalogue/define.ts';
import { dockerAction } from '#lib/catalogue/define-container.ts';

export const dockerOom = defineClue({
  id: 'docker/oom',
  formats: ['docker-events'],
  needles: [' container oom ', 'Actor'],
  means: 'The kernel killed a process of this container because the container reached its memory limit.',
  provenance: { project: 'moby', file: 'daemon/monitor.go', version: '1.10 to 28.5.2' },
  reads: (event) => dockerAction(event, ({ action }) => action === 'oom'),
  points: [{ cause: 'oom-kill', strength: 'decisive' }],
  within: { from: -30000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22T12:00:20.912345678Z container oom 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (image=registry.example.com/api:42, name=api)',
      gives: { unit: 'api', container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504' },
      from: 'rebuilt from the template, docker CLI 28.5.2 cli/command/system/events.go',
    },
    {
      line: '{"Type":"container","Action":"oom","Actor":{"ID":"6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504","Attributes":{"image":"registry.example.com/api:42","name":"api"}},"scope":"local","time":1795348820,"timeNano":1795348820912345678}',
      gives: { unit: 'api', container: '6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504' },
      from: 'rebuilt from the template, moby 28.5.2 api/types/events/events.go',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22T12:00:20.912345678Z container die 6d3c1f0b9a8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a392817060504 (execDuration=311, exitCode=137, image=registry.example.com/api:42, name=api)',
      because: 'killed by SIGKILL, by whom it does not say',
    },
  ],
});

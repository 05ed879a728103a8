import { defineClue } from '#lib/catalogue/define.ts';

export const systemdStartFailed = defineClue({
  id: 'systemd/start-failed',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['Failed to start '],
  means: 'The unit could not be started.',
  provenance: { project: 'systemd', file: 'src/core/job.c', version: '250 to 257' },
  pattern: /^(?:systemd\[\d+\]: )?Failed to start (?<unit>[\w@.:\\-]+\.service) - .{1,200}\.$/,
  points: [{ cause: 'crash', strength: 'supporting' }],
  within: { from: -30_000, to: 10_000 },
  consequences: [],
  samples: [
    {
      line: 'systemd[1]: Failed to start api.service - Orders API.',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/job.c',
    },
  ],
  nearMisses: [
    { line: 'Failed to start server: address already in use', because: 'an application speaks of itself' },
  ],
});

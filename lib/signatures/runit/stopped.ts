import { defineClue } from '#lib/catalogue/define.ts';

export const runitStopped = defineClue({
  id: 'runit/stopped',
  formats: ['leading-time', 'plain'],
  needles: ['ok: down: '],
  means: 'sv has stopped the service.',
  provenance: { project: 'runit', file: 'src/sv.c', version: '2.1.2' },
  pattern: /^ok: down: (?:\S{0,300}\/)?(?<unit>[^\s/:]{1,200}): \d+s(?:, normally up)?\s*$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -15000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: 'ok: down: ./sv/api: 0s, normally up',
      gives: { unit: 'api' },
      from: 'captured, runit 2.1.2',
      format: 'plain',
    },
  ],
  nearMisses: [{ line: 'ok: run: ./sv/api: (pid 27718) 1s', because: 'it runs', format: 'plain' }],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const runitCannotStart = defineClue({
  id: 'runit/cannot-start',
  formats: ['leading-time', 'plain'],
  needles: [': unable to start '],
  means: 'runsv cannot start the service.',
  provenance: { project: 'runit', file: 'src/runsv.c', version: '2.1.2' },
  pattern:
    /^runsv (?:\S{0,300}\/)?(?<unit>[^\s/:]{1,200}): (?:fatal|warning): unable to start \.\/run: (?<reason>.{1,200})$/,
  points: [{ cause: 'crash', strength: 'context' }],
  within: { from: -30000, to: 60000 },
  consequences: [],
  samples: [
    {
      line: 'runsv sv/api: fatal: unable to start ./run: access denied',
      gives: { unit: 'api', reason: 'access denied' },
      from: 'captured, runit 2.1.2',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: 'runsv sv/api: warning: unable to open supervise/stat: file does not exist',
      because: 'no start',
      format: 'plain',
    },
  ],
});

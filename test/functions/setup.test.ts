import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readSetup, setupText } from '#functions/setup.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { setupOf } from './story.ts';

const example = JSON.parse(
  readFileSync(new URL('../../infra/example.config.json', import.meta.url), 'utf8'),
) as { sources: object[] };

it('a handler reads what was made ready at synth, zones with their clock changes included', () => {
  const zoned = { logGroup: '/app/berlin', role: 'proxy', tz: 'Europe/Berlin' };
  const { catalogue: _code, ...made } = setupOf(
    { ...example, sources: [...example.sources, zoned] },
    catalogue,
  );
  const plain = { ...made, intakes: made.intakes.map((intake) => ({ ...intake })) };
  expect(readSetup(setupText({ ...made, catalogue }))).toEqual(plain);
  expect(made.run.sources.map(({ zone }) => typeof zone)).toContain('object');
});

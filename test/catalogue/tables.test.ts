import { expect, test } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { causesTable, defaultsTable, formatsTable, signaturesTable } from '#lib/catalogue/tables.ts';

test.each([
  { kind: 'signatures', text: signaturesTable },
  { kind: 'causes', text: causesTable },
  { kind: 'formats', text: formatsTable },
  { kind: 'defaults', text: defaultsTable },
])('lib/$kind/README.md is the catalogue', async ({ kind, text }) => {
  await expect(text(catalogue)).toMatchFileSnapshot(`../../lib/${kind}/README.md`);
});

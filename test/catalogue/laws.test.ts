import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { laws } from './laws.ts';

const root = join(import.meta.dirname, '..', '..');

/** The facts in `lib/`, as paths from the root. */
const files = ['formats', 'signatures', 'causes', 'defaults'].flatMap((kind) =>
  readdirSync(join(root, 'lib', kind), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
);

test.each(laws)('$says', { timeout: 120_000 }, ({ complaints }) => {
  expect(complaints(catalogue, files).join('\n')).toBe('');
});

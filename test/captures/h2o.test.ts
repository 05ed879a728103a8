import { join } from 'node:path';
import { expect, it } from 'vitest';
import { alikesOf, explained, howOf } from '#test/explained.ts';

it('tells apart what H2O 2.2.5 tells apart; a chunked answer that ends by FIN leaves no line', async () => {
  const verdict = await explained(join(import.meta.dirname, 'h2o'), ['error.log']);
  expect(howOf(verdict)).toEqual({ 'header other': 9, 'body other': 4 });
  expect(alikesOf(verdict)).toEqual({ 'connect-failed': 1, 'proxy-timeout': 2 });
});

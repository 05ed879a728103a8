import { join } from 'node:path';
import { expect, it } from 'vitest';
import { alikesOf, explained, howOf } from '#test/explained.ts';

/** A backend that ends by FIN leaves no line with mod_proxy; with FastCGI it does. */
it.each([[['error.log']], [['error.log', 'access.log']]])(
  'counts each close that lighttpd 1.4.69 tells of in %s',
  async (files) => {
    const verdict = await explained(join(import.meta.dirname, 'lighttpd'), files);
    expect(howOf(verdict)).toEqual({ 'header other': 9, 'body other': 8 });
    const { 'connect-failed': refused, ...others } = alikesOf(verdict);
    expect(refused).toBeGreaterThan(0);
    expect(others).toEqual({ 'proxy-timeout': 1 });
  },
);

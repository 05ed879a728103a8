import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alikesOf, explained, howOf } from '#test/explained.ts';

/** `header other`: a header that was cut off; `request other`: "use of closed network connection". */
const told = {
  'header fin': 9,
  'header reset': 4,
  'header other': 5,
  'body fin': 7,
  'body reset': 7,
  'request reset': 1,
  'request other': 2,
};
const alike = { 'connect-failed': 1, 'name-resolution': 1, 'proxy-timeout': 1 };

describe('the capture of Caddy 2.6.2', () => {
  it.each([[['runtime.log']], [['runtime.log', 'access.log']]])(
    'counts each close of %s once',
    async (files) => {
      const verdict = await explained(join(import.meta.dirname, 'caddy'), files);
      expect(howOf(verdict)).toEqual(told);
      expect(alikesOf(verdict)).toEqual(alike);
    },
  );

  it('shows only what ended with 502 or 504 in the access log', async () => {
    const verdict = await explained(join(import.meta.dirname, 'caddy'), ['access.log']);
    expect(howOf(verdict)).toEqual({ 'unknown other': 23 });
    expect(alikesOf(verdict)).toEqual({ 'proxy-timeout': 1 });
  });
});

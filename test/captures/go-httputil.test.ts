import { join } from 'node:path';
import { expect, it } from 'vitest';
import { alikesOf, explained, howOf } from '#test/explained.ts';

it('tells apart every path of the capture of Go 1.19.8', async () => {
  const verdict = await explained(join(import.meta.dirname, 'go-httputil'), ['stderr.log']);
  expect(howOf(verdict)).toEqual({
    // One of them in the TLS handshake, which reads the same.
    'header fin': 5,
    'header reset': 4,
    'header other': 4,
    'body fin': 6,
    'body reset': 6,
    'request reset': 2,
    'request other': 1,
  });
  expect(alikesOf(verdict)).toEqual({
    'client-closed': 1,
    'connect-failed': 1,
    'name-resolution': 1,
    'proxy-timeout': 1,
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alikesOf, explained, howOf } from '#test/explained.ts';

/** With the error's name in it; what ends by FIN in the middle of a body leaves no word. */
const named = { 'header fin': 3, 'header reset': 4, 'header other': 1, 'body reset': 3 };
const alike = { 'client-closed': 2, 'connect-failed': 1, 'proxy-timeout': 1 };

describe('the capture of Squid 5.7', () => {
  it.each([[['access_ext.log']], [['access_ext.log', 'access_squid.log']]])(
    'is told apart where %s has %%err_code',
    async (files) => {
      const verdict = await explained(join(import.meta.dirname, 'squid'), files);
      expect(howOf(verdict)).toEqual(named);
      expect(alikesOf(verdict)).toEqual(alike);
    },
  );

  it('shows what ended with 502 in the native log', async () => {
    const verdict = await explained(join(import.meta.dirname, 'squid'), ['access_squid.log']);
    expect(howOf(verdict)).toEqual({ 'unknown other': 8 });
    expect(alikesOf(verdict)).toEqual(alike);
  });

  it('shows what ended with 502 in the combined log, but where no peer was asked', async () => {
    const verdict = await explained(join(import.meta.dirname, 'squid'), ['access_combined.log']);
    expect(howOf(verdict)).toEqual({ 'unknown other': 8 });
    // Of a client that left it has the status 0, which is no record of a request.
    expect(alikesOf(verdict)).toEqual({ 'connect-failed': 1, 'proxy-timeout': 1 });
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alikesOf, explained, howOf } from '#test/explained.ts';

/** What `client_view.txt` provokes and the error log can tell; mod_proxy_uwsgi writes nothing there. */
const told = {
  'header fin': 13,
  'header reset': 10,
  'body fin': 10,
  'body reset': 8,
  // FastCGI: its line is the same before and after the header.
  'unknown fin': 5,
  'unknown reset': 4,
  'request reset': 3,
  'connect other': 2,
};
const alike = { 'connect-failed': 4, 'proxy-timeout': 4, 'name-resolution': 1 };

describe('the capture of Apache httpd 2.4.71', () => {
  it('is told apart by the error log alone', async () => {
    const verdict = await explained(join(import.meta.dirname, 'apache'), ['error.log']);
    expect(verdict.summary.closes).toBe(55);
    expect(howOf(verdict)).toEqual(told);
    expect(alikesOf(verdict)).toEqual(alike);
  });

  it.each(['access_ext.log', 'access_combined.log'])(
    'counts a close once when %s describes it too',
    async (log) => {
      const verdict = await explained(join(import.meta.dirname, 'apache'), ['error.log', log]);
      expect(howOf(verdict)).toEqual(told);
      expect(alikesOf(verdict)).toEqual(alike);
    },
  );

  it('has the routes of closes whose error line names none from the access log', async () => {
    const { incidents } = await explained(join(import.meta.dirname, 'apache'), [
      'error.log',
      'access_ext.log',
    ]);
    const text = JSON.stringify(incidents);
    for (const route of ['/hdr/fin', '/stale/rst']) expect(text).toContain(route);
  });

  it('shows only what ended with 502 in an access log', async () => {
    const verdict = await explained(join(import.meta.dirname, 'apache'), ['access_ext.log']);
    expect(howOf(verdict)).toEqual({ 'unknown other': 26 });
    expect(alikesOf(verdict)).toEqual({ 'proxy-timeout': 1 });
  });
});

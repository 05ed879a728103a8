import { defineProgram } from '#lib/catalogue/define.ts';
import type { Limit } from '#lib/model/defaults.ts';

const manual = 'https://varnish-cache.org/docs/trunk/reference/varnishd.html';
const limit = (kind: Limit['kind'], name: string, value: number, note?: string): Limit => ({
  kind,
  setting: `varnish.${name}`,
  written: name,
  unit: 'ms',
  values: [{ since: '4.0', value, ...(note === undefined ? {} : { note }) }],
  manual: `${manual}#${name.replaceAll('_', '-')}`,
});

export const varnishDefaults = defineProgram({
  program: 'varnish',
  title: 'Varnish',
  role: 'proxy',
  processes: ['varnishd', 'cache-main', 'varnishlog', 'varnishncsa'],
  limits: [
    limit('response', 'first_byte_timeout', 60_000),
    limit('response', 'between_bytes_timeout', 60_000),
    limit('response', 'connect_timeout', 3_500),
    limit(
      'keep-alive',
      'backend_idle_timeout',
      60_000,
      'A request without a body that fails on a reused connection is sent once more; others are not.',
    ),
  ],
});

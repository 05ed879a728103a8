import { defineFormat } from '#lib/catalogue/define.ts';
import { present } from '#lib/catalogue/define-json.ts';

/** What stands between `request:` and the last colon is the client's, cut at 32 characters a part. */
const line = /^\[lib\/core\/proxy\.c\] in request:([^\s/]{0,64})(\/\S{0,31}|):([^:]{4,80})$/;

export const h2o = defineFormat({
  id: 'h2o',
  title: 'H2O error log: what its proxy says, which has no time',
  manual: 'https://h2o.examp1e.net/configure/base_directives.html#error-log',
  kind: 'text',
  role: 'proxy',
  program: 'h2o',
  clock: { zone: 'absent', resolution: 1_000, stamps: 'none' },
  read(text) {
    const found = line.exec(text);
    if (!found) return undefined;
    const target = found[2] ?? '';
    return {
      kind: 'line',
      stamp: undefined,
      message: found[3] ?? '',
      fields: present({ host: found[1], target: target.endsWith('...') ? undefined : target }),
    };
  },
  samples: [
    {
      line: '[lib/core/proxy.c] in request:/hdr/fin:I/O error (head)',
      gives: { message: 'I/O error (head)', fields: { target: '/hdr/fin' } },
      from: 'captured, h2o 2.2.5',
    },
    {
      line: '[lib/core/proxy.c] in request:shop.example.com/cart:I/O error',
      gives: { message: 'I/O error', fields: { host: 'shop.example.com', target: '/cart' } },
      from: 'rebuilt from the template, h2o edd7a12 lib/core/request.c',
    },
  ],
  forgeries: [
    {
      line: '[lib/core/proxy.c] in request:/x:I/O%20error:I/O timeout',
      gives: { message: 'I/O timeout', fields: { target: '/x:I/O%20error' } },
      because: 'only what follows the last colon is its own',
    },
  ],
});

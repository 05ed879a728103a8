import { defineFormat } from '#lib/catalogue/define.ts';

const head = /^<[0-7]>(?=[^\s<])/;

export const sdLevel = defineFormat({
  id: 'sd-level',
  title: 'a line behind its level, as programs write for systemd (HAProxy "log stdout format short")',
  manual: 'https://www.freedesktop.org/software/systemd/man/latest/sd-daemon.html',
  kind: 'envelope',
  role: undefined,
  clock: { zone: 'absent', resolution: 1_000, stamps: 'none' },
  read(line) {
    const h = head.exec(line);
    if (!h) return undefined;
    return { kind: 'envelope', stamp: undefined, inner: line.slice(h[0].length), fields: {} };
  },
  samples: [
    {
      line: '<6>127.0.0.1:33166 [27/Nov/2026:08:24:02.904] shop app/app1 0/0/0/-1/3 502 209 - - SH-- 1/1/0/0/0 0/0 "GET /api/images/17/thumbnail HTTP/1.1"',
      gives: {
        inner:
          '127.0.0.1:33166 [27/Nov/2026:08:24:02.904] shop app/app1 0/0/0/-1/3 502 209 - - SH-- 1/1/0/0/0 0/0 "GET /api/images/17/thumbnail HTTP/1.1"',
      },
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  forgeries: [
    {
      line: '<6>GET /<3>forged',
      gives: { message: 'GET /<3>forged', fields: {} },
      because: 'only the first level is the program’s',
    },
  ],
});

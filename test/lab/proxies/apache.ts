import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debian, versionOf } from '#test/lab/install.ts';
import type { Before, ReverseProxy } from '#test/lab/model.ts';
import { start } from '#test/lab/server.ts';

const program = (): string => debian('apache2', 'apache2');
const modules = '/usr/lib/apache2/modules';
const loaded: readonly string[] = ['mpm_event', 'authz_core', 'proxy', 'proxy_http', 'ssl', 'socache_shmcb'];
/** As it comes, with the time taken, and with what mod_proxy notes. */
const formats: readonly string[] = [
  '%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"',
  '%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\" %D',
];

const configuration = ({
  folder,
  port,
  upstream,
  readTimeout,
  keepAlive,
  tls,
  style,
}: Before): string => `ServerRoot "${folder}"
PidFile ${folder}/apache.pid
Listen 127.0.0.1:${port}
ServerName shop.example.com
${loaded.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`).join('\n')}
ErrorLog ${folder}/error.log
LogLevel warn
LogFormat "${formats[style % formats.length]}" main
CustomLog ${folder}/access.log main
Timeout 60
${readTimeout === undefined ? '' : `ProxyTimeout ${readTimeout}`}
${tls ? 'SSLProxyEngine on\nSSLProxyVerify none\nSSLProxyCheckPeerName off' : ''}
ProxyPass / http${tls ? 's' : ''}://127.0.0.1:${upstream}/ ${keepAlive ? '' : 'disablereuse=On'}
`;

export const apache: ReverseProxy = {
  name: 'apache',
  install: async () => versionOf(program(), '-v'),
  start(before) {
    const { folder, port, zone } = before;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'httpd.conf'), configuration(before));
    return start({
      program: program(),
      args: ['-f', join(folder, 'httpd.conf'), '-D', 'FOREGROUND'],
      folder,
      env: { TZ: zone },
      port,
      output: join(folder, 'output.log'),
      logs: { 'error.log': join(folder, 'error.log'), 'access.log': join(folder, 'access.log') },
    });
  },
};

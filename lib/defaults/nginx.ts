import { defineProgram } from '#lib/catalogue/define.ts';
import type { Limit } from '#lib/model/defaults.ts';

const manual = 'https://nginx.org/en/docs/http';

/** Read and send limits hold between two reads or writes, not for the whole response. */
const waits = (directive: string, module: string, since = '0.7.0'): Limit => ({
  kind: 'response',
  setting: `nginx.${directive}`,
  written: directive,
  unit: 'ms',
  values: [{ since, value: 60_000 }],
  manual: `${manual}/${module}.html#${directive}`,
});

export const nginx = defineProgram({
  program: 'nginx',
  title: 'nginx',
  role: 'proxy',
  processes: ['nginx', 'nginx:*', 'openresty', 'nginx-ingress-*'],
  limits: [
    waits('proxy_read_timeout', 'ngx_http_proxy_module'),
    waits('proxy_send_timeout', 'ngx_http_proxy_module'),
    waits('proxy_connect_timeout', 'ngx_http_proxy_module'),
    waits('fastcgi_read_timeout', 'ngx_http_fastcgi_module'),
    waits('uwsgi_read_timeout', 'ngx_http_uwsgi_module', '0.8.40'),
    waits('grpc_read_timeout', 'ngx_http_grpc_module', '1.13.10'),
    {
      kind: 'keep-alive',
      setting: 'nginx.upstream_keepalive_timeout',
      written: 'keepalive_timeout (in upstream)',
      unit: 'ms',
      values: [
        { since: '1.1.4', value: null, note: 'Idle connections were kept until the backend closed them.' },
        { since: '1.15.3', value: 60_000 },
      ],
      manual: `${manual}/ngx_http_upstream_module.html#keepalive_timeout`,
    },
    {
      kind: 'capacity',
      setting: 'nginx.upstream_keepalive',
      written: 'keepalive (in upstream)',
      unit: 'count',
      values: [
        {
          since: '1.1.4',
          value: 0,
          note: 'Connections to a backend are not kept unless `keepalive` says so.',
        },
        {
          since: '1.29.7',
          value: 32,
          note: 'Kept by default for upstream blocks, with HTTP/1.1; `proxy_pass` to a plain host never keeps.',
        },
      ],
      manual: `${manual}/ngx_http_upstream_module.html#keepalive`,
    },
    {
      kind: 'body-size',
      setting: 'nginx.client_max_body_size',
      written: 'client_max_body_size',
      unit: 'bytes',
      values: [{ since: '0.7.0', value: 1_048_576, note: 'nginx answers 413 itself; no backend is asked.' }],
      manual: `${manual}/ngx_http_core_module.html#client_max_body_size`,
    },
    {
      kind: 'header-size',
      setting: 'nginx.large_client_header_buffers',
      written: 'large_client_header_buffers',
      unit: 'bytes',
      values: [{ since: '0.7.0', value: 8_192, note: 'For the request line and each header; four of them.' }],
      manual: `${manual}/ngx_http_core_module.html#large_client_header_buffers`,
    },
  ],
});

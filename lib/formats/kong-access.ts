import { defineFormat } from '#lib/catalogue/define.ts';
import { suffix } from '#lib/catalogue/define-access-suffix.ts';
import { combined } from '#lib/catalogue/define-combined.ts';

const tail = /^ "(?:[^"\\]|\\.)*" "(?:[^"\\]|\\.)*" kong_request_id: "([0-9a-f]{32})"/;

export const kongAccess = defineFormat({
  id: 'kong-access',
  title: 'Kong access log',
  manual: 'https://github.com/Kong/kong/blob/master/kong/templates/nginx_kong.lua',
  kind: 'access',
  role: 'proxy',
  program: 'nginx',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'end' },
  read(line) {
    const record = combined(line);
    const id = record && tail.exec(record.rest);
    if (!id) return undefined;
    const { fields } = suffix(record.rest);
    return {
      kind: 'line',
      stamp: record.stamp,
      message: record.message,
      fields: { ...fields, ...record.fields, request_id: id[1] ?? '' },
    };
  },
  samples: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:11:53:31 +0000] "POST /v1/pay HTTP/1.1" 502 101 "-" "axios/1.7.2" kong_request_id: "0f2b6d7c9d5a4e3f8a1b2c3d4e5f6071"',
      gives: {
        at: '2026-11-22T11:53:31.000',
        message: 'POST /v1/pay HTTP/1.1',
        fields: {
          status: '502',
          request_method: 'POST',
          request_target: '/v1/pay',
          request_id: '0f2b6d7c9d5a4e3f8a1b2c3d4e5f6071',
        },
      },
      from: 'rebuilt from the template, Kong 3 kong/templates/nginx_kong.lua',
    },
  ],
  forgeries: [
    {
      line: '192.0.2.9 - - [22/Nov/2026:11:53:31 +0000] "GET / HTTP/1.1" 200 2 "-" "x\\x22 kong_request_id: \\x22ffffffffffffffffffffffffffffffff" kong_request_id: "0f2b6d7c9d5a4e3f8a1b2c3d4e5f6071"',
      gives: { fields: { status: '200', request_id: '0f2b6d7c9d5a4e3f8a1b2c3d4e5f6071' } },
      because: 'the user agent brought an id of its own inside its quotes',
    },
  ],
});

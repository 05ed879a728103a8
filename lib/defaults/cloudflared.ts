import { defineProgram } from '#lib/catalogue/define.ts';

export const cloudflaredDefaults = defineProgram({
  program: 'cloudflared',
  title: 'cloudflared',
  role: 'proxy',
  processes: ['cloudflared'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'cloudflared.keepAliveTimeout',
      written: 'keepAliveTimeout',
      unit: 'ms',
      values: [{ since: '2018', value: 90000 }],
      manual:
        'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/configure-tunnels/cloudflared-parameters/origin-parameters/#keepalivetimeout',
    },
    {
      kind: 'response',
      setting: 'cloudflared.connectTimeout',
      written: 'connectTimeout',
      unit: 'ms',
      values: [{ since: '2018', value: 30000 }],
      manual:
        'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/configure-tunnels/cloudflared-parameters/origin-parameters/#connecttimeout',
    },
  ],
});

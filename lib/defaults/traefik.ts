import { defineProgram } from '#lib/catalogue/define.ts';

const manual = 'https://doc.traefik.io/traefik/routing/services/';

export const traefik = defineProgram({
  program: 'traefik',
  title: 'Traefik',
  role: 'proxy',
  processes: ['traefik'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'traefik.idleConnTimeout',
      written: 'forwardingTimeouts.idleConnTimeout',
      unit: 'ms',
      values: [{ since: '2.0', value: 90_000 }],
      manual: `${manual}#forwardingtimeoutsidleconntimeout`,
    },
    {
      kind: 'response',
      setting: 'traefik.responseHeaderTimeout',
      written: 'forwardingTimeouts.responseHeaderTimeout',
      unit: 'ms',
      values: [{ since: '1.7', value: null }],
      manual: `${manual}#forwardingtimeoutsresponseheadertimeout`,
    },
    {
      kind: 'response',
      setting: 'traefik.dialTimeout',
      written: 'forwardingTimeouts.dialTimeout',
      unit: 'ms',
      values: [{ since: '1.7', value: 30_000 }],
      manual: `${manual}#forwardingtimeoutsdialtimeout`,
    },
  ],
});

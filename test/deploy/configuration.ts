import { groups } from './incident.ts';

export const secretName = '/closecall/slack';
export const token = 'xoxb-000000000000-local';
export const channel = 'C0123456789';
export const cluster = 'prod';

/** As a team would write it, but for the timings, which nobody could wait for. `lateness` keeps alerts open as long as the test needs. */
export const configurationWith = (slackApi: string, lateness: string) => ({
  sources: [
    { logGroup: groups.proxy, role: 'proxy', formats: ['nginx-error', 'nginx-access'], scope: 'shop' },
    { logGroup: groups.backend, role: 'backend', formats: ['gunicorn'], scope: 'shop' },
    { logGroup: groups.edge, role: 'proxy', formats: ['nginx-error'], scope: 'pay' },
    { ecsCluster: cluster, services: [{ scope: 'pay', ecsServices: ['pay'] }] },
  ],
  notify: {
    slack: { channel, token: { parameter: secretName }, api: slackApi },
    email: { to: ['ops@example.com'] },
  },
  timings: { gap: '45s', lateness, provisional: '5s', horizon: '2h' },
});

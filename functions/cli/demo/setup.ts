import { configure } from '#functions/config.ts';
import type { Setup } from '#functions/setup.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { incident } from './incident.ts';

/** The configuration that somebody with these four log groups would write. */
export const setup = ((): Setup => {
  const { proxyErrors, requests, backend, kernelLog } = incident;
  const configured = configure(
    {
      sources: [
        { logGroup: proxyErrors.name, role: 'proxy', formats: ['nginx-error'], tz: 'UTC' },
        { logGroup: requests.name, role: 'proxy', formats: ['nginx-access'] },
        { logGroup: backend.name, role: 'backend', formats: ['gunicorn', 'plain'] },
        { logGroup: kernelLog.name, role: 'platform', formats: ['syslog', 'kernel'] },
      ],
      notify: {
        slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' } },
        email: { to: ['ops@example.com'] },
      },
    },
    catalogue,
  );
  if (configured.kind === 'wrong') throw new Error(configured.errors.join('\n'));
  return configured.setup;
})();

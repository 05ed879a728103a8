import { defineClue } from '#lib/catalogue/define.ts';

export const systemdStopping = defineClue({
  id: 'systemd/stopping',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['Stopping ', 'Reloading '],
  means: 'systemd was told to stop or reload this unit.',
  provenance: { project: 'systemd', file: 'src/core/job.c, src/core/unit.c', version: '250 to 257' },
  // TimeoutStopSec is 90 s.
  pattern:
    /^(?:systemd\[\d+\]: )?(?:Stopping|Reloading) (?!systemd-|user@|user-runtime-dir@|getty|serial-getty|nginx|haproxy|envoy|caddy|varnish|traefik|dbus|cron|ssh|rsyslog)(?<unit>[\w@.:\\-]+\.service)(?: - .{1,200})?\.\.\.$/,
  points: [{ cause: 'restart', strength: 'strong' }],
  within: { from: -95_000, to: 0 },
  consequences: [],
  endedBy: [{ of: 'systemd/deactivated', sharing: 'unit' }],
  samples: [
    {
      line: 'systemd[1]: Stopping api.service - Orders API...',
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/unit.c',
    },
    {
      line: 'Reloading php8.2-fpm.service - The PHP 8.2 FastCGI Process Manager...',
      gives: { unit: 'php8.2-fpm.service' },
      from: 'rebuilt from the template, systemd 252 src/core/unit.c',
    },
  ],
  nearMisses: [
    { line: 'Stopping user@1000.service - User Manager for UID 1000...', because: 'somebody logged out' },
    {
      line: 'Stopping nginx.service - A high performance web server and a reverse proxy server...',
      because: 'the proxy itself',
    },
    { line: 'Stopping service [Tomcat]', because: 'Tomcat speaks' },
  ],
});

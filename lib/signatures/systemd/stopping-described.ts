import { defineClue } from '#lib/catalogue/define.ts';

export const systemdStoppingDescribed = defineClue({
  id: 'systemd/stopping-described',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt', 'kernel'],
  needles: ['Stopping '],
  means: 'systemd was told to stop a unit, of which it prints only the description.',
  provenance: { project: 'systemd', file: 'src/core/unit.c', version: 'up to 249' },
  pattern:
    /^(?:systemd\[\d+\]: )?Stopping (?!User |Session |Login |Getty |A high performance web server|Regular background program|Command Scheduler|OpenBSD Secure Shell|OpenSSH |System Logging|Daily |Network |D-Bus |Postfix |PostgreSQL|MySQL|MariaDB|Redis |Advanced key-value)(?<reason>[A-Z0-9][^.]{2,120})\.\.\.$/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -95_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'systemd[1]: Stopping Orders API...',
      gives: { reason: 'Orders API' },
      from: 'rebuilt from the template, systemd 245 src/core/unit.c',
    },
  ],
  nearMisses: [
    { line: 'Stopping User Manager for UID 1000...', because: 'somebody logged out' },
    {
      line: 'Stopping Regular background program processing daemon...',
      because: 'cron, as Debian describes it',
    },
    { line: 'Stopping PostgreSQL Cluster 15-main...', because: 'a database' },
    { line: 'Stopping api.service - Orders API...', because: 'newer systemd, which prints the name as well' },
  ],
});

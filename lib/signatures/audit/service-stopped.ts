import { defineClue } from '#lib/catalogue/define.ts';
import { serviceName, serviceStop } from '#lib/catalogue/define-audit.ts';

export const auditServiceStopped = defineClue({
  id: 'audit/service-stopped',
  formats: ['audit'],
  needles: ['SERVICE_STOP', 'type=1131 '],
  means: 'systemd stopped this unit, or its process ended by itself without an error.',
  provenance: {
    project: 'systemd',
    file: 'src/core/manager.c, manager_send_unit_audit',
    version: '232 to 257',
  },
  pattern: serviceStop('success'),
  adds: serviceName,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -35000, to: 5000 },
  consequences: [
    { of: 'systemd/oom-killed', sharing: 'unit', within: { from: -120000, to: 0 } },
    { of: 'systemd/main-process-killed', sharing: 'unit', within: { from: -120000, to: 0 } },
    { of: 'systemd/main-process-crashed', sharing: 'unit', within: { from: -120000, to: 0 } },
    { of: 'systemd/main-process-aborted', sharing: 'unit', within: { from: -120000, to: 0 } },
    { of: 'systemd/main-process-exited', sharing: 'unit', within: { from: -120000, to: 0 } },
  ],
  samples: [
    {
      line: `type=SERVICE_STOP msg=audit(1795348821.123:4711): pid=1 uid=0 auid=4294967295 ses=4294967295 msg='unit=api comm="systemd" exe="/usr/lib/systemd/systemd" hostname=? addr=? terminal=? res=success'`,
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/core/manager.c',
    },
    {
      line: `Nov 22 12:00:21 web1 audit[1]: SERVICE_STOP pid=1 uid=0 auid=4294967295 ses=4294967295 msg='unit=api comm="systemd" exe="/usr/lib/systemd/systemd" hostname=? addr=? terminal=? res=success'`,
      gives: { unit: 'api.service' },
      from: 'rebuilt from the template, systemd 252 src/journal/journald-audit.c',
      format: 'syslog',
    },
  ],
  nearMisses: [
    {
      line: `type=SERVICE_STOP msg=audit(1795348821.123:4711): pid=1 uid=0 auid=4294967295 ses=4294967295 msg='unit=api comm="systemd" exe="/usr/lib/systemd/systemd" hostname=? addr=? terminal=? res=failed'`,
      because: 'the other result',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

const signals: Readonly<Record<string, string>> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  11: 'SIGSEGV',
  24: 'SIGXCPU',
  25: 'SIGXFSZ',
  31: 'SIGSYS',
};

export const auditAbend = defineClue({
  id: 'audit/abend',
  formats: ['audit'],
  needles: ['ANOM_ABEND', 'type=1701 '],
  means: 'The audit log shows that this process died of a signal for which the kernel writes a core.',
  provenance: { project: 'linux', file: 'kernel/auditsc.c, audit_core_dumps', version: '2.6.23 to 6.12' },
  pattern:
    /^ANOM_ABEND .{0,400}?\bpid=(?<pid>\d+) comm="?(?<process>[^"\s]{1,64})"? exe=\S{1,400} (?:reason="[^"]{0,80}" )?sig=(?<signal>\d+|SIG[A-Z0-9]+)\b/,
  adds: ({ signal = '' }) => ({ signal: signals[signal] ?? signal }),
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -30000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: 'type=ANOM_ABEND msg=audit(1795348821.123:4711): auid=4294967295 uid=998 gid=998 ses=4294967295 subj=unconfined pid=2545 comm="gunicorn" exe="/usr/bin/python3.11" sig=11 res=1',
      gives: { pid: 2545, process: 'gunicorn', signal: 'SIGSEGV' },
      from: 'rebuilt from the template, Linux 6.12 kernel/auditsc.c',
    },
    {
      line: '[ 7712.440113] audit: type=1701 audit(1795348821.123:41): auid=4294967295 uid=998 gid=998 ses=4294967295 pid=2545 comm="node" exe="/usr/bin/node" sig=6 res=1',
      gives: { pid: 2545, process: 'node', signal: 'SIGABRT' },
      from: 'rebuilt from the template, Linux 6.12 kernel/audit.c',
    },
    {
      line: 'type=ANOM_ABEND msg=audit(11/22/2026 12:00:21.123:4711) : auid=unset uid=www-data gid=www-data ses=unset pid=2545 comm=gunicorn exe=/usr/bin/python3.11 sig=SIGSEGV res=yes',
      gives: { process: 'gunicorn', signal: 'SIGSEGV' },
      from: 'rebuilt from the template, audit 3.0 src/ausearch-report.c, ausearch -i',
    },
    {
      line: 'Nov 22 12:00:21 web1 audit[2545]: ANOM_ABEND auid=4294967295 uid=998 gid=998 ses=4294967295 pid=2545 comm="node" exe="/usr/bin/node" sig=6 res=1',
      gives: { pid: 2545, signal: 'SIGABRT' },
      from: 'rebuilt from the template, systemd 252 src/journal/journald-audit.c',
      format: 'syslog',
    },
  ],
  nearMisses: [
    {
      line: 'type=SYSCALL msg=audit(1795348821.123:4711): arch=c000003e syscall=62 success=yes exit=0 a0=9f1 a1=9 items=0 ppid=1 pid=88 comm="kill" exe="/usr/bin/kill" key="ANOM_ABEND"',
      because: 'somebody called kill',
    },
  ],
});

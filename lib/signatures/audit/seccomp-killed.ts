import { defineClue } from '#lib/catalogue/define.ts';

export const auditSeccompKilled = defineClue({
  id: 'audit/seccomp-killed',
  formats: ['audit'],
  needles: ['SECCOMP', 'type=1326 '],
  means: 'A seccomp filter forbade a system call and the kernel ended this process for it.',
  provenance: { project: 'linux', file: 'kernel/auditsc.c, audit_seccomp', version: '3.5 to 6.12' },
  pattern:
    /^SECCOMP .{0,400}?\bpid=(?<pid>\d+) comm="?(?<process>[^"\s]{1,64})"? exe=\S{1,400} sig=(?:31|9|SIGSYS|SIGKILL) /,
  adds: { signal: 'SIGSYS' },
  points: [{ cause: 'crash', strength: 'decisive' }],
  within: { from: -10000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: 'type=SECCOMP msg=audit(1795348821.123:4711): auid=4294967295 uid=998 gid=998 ses=4294967295 subj=unconfined pid=2545 comm="node" exe="/usr/bin/node" sig=31 arch=c000003e syscall=435 compat=0 ip=0x7f3c5b2a code=0x80000000',
      gives: { pid: 2545, process: 'node', signal: 'SIGSYS' },
      from: 'rebuilt from the template, Linux 6.12 kernel/auditsc.c',
    },
  ],
  nearMisses: [
    {
      line: 'type=SECCOMP msg=audit(1795348821.123:4712): auid=1000 uid=1000 gid=1000 ses=3 subj=unconfined pid=2545 comm="chrome" exe="/opt/chrome" sig=0 arch=c000003e syscall=435 compat=0 ip=0x7f3c5b2a code=0x7ffc0000',
      because: 'only logged: the call was allowed or refused',
    },
  ],
});

import { defineFormat } from '#lib/catalogue/define.ts';
import { epochStamp, type Stamp, wallClock } from '#lib/model/time.ts';

const lead = String.raw`(?:\[\s*\d+\.\d{6}\](?: ?\[ *[TC]\d+\])? )?(?:node=\S{1,255} )?`;
/** auditd's log, the kernel's ring buffer (`audit: type=1701 audit(…): `), the journal (`ANOM_ABEND auid=…`). */
const logged = new RegExp(
  `^${lead}(?:type=([A-Z_]{3,40}) msg=|(?:audit: )?type=(\\d{4,5}) )audit\\((\\d{10})\\.(\\d{3}):\\d+\\): ?(.*)$`,
  's',
);
/** ausearch -i: the date as the locale of C has it, numbers as names. */
const interpreted =
  /^(?:node=\S{1,255} )?type=([A-Z_]{3,40}) msg=audit\((\d\d)\/(\d\d)\/(\d{2}|\d{4}) (\d\d):(\d\d):(\d\d)\.(\d{3}):\d+\) : (.*)$/s;
const named = /^(ANOM_ABEND|SECCOMP|SERVICE_START|SERVICE_STOP) ((?:auid|pid)=.*)$/s;
/** https://github.com/torvalds/linux/blob/v6.12/include/uapi/linux/audit.h */
const names: Readonly<Record<string, string>> = {
  1130: 'SERVICE_START',
  1131: 'SERVICE_STOP',
  1326: 'SECCOMP',
  1701: 'ANOM_ABEND',
};

const line = (type: string, said: string, stamp: Stamp | undefined) =>
  ({ kind: 'line', stamp, message: `${type} ${said}`, fields: { type } }) as const;

export const audit = defineFormat({
  id: 'audit',
  title: 'Linux audit records (auditd, the kernel’s ring buffer, the journal, ausearch -i)',
  manual: 'https://man7.org/linux/man-pages/man8/auditd.8.html',
  kind: 'text',
  role: 'platform',
  program: 'audit',
  clock: { zone: 'either', resolution: 1, stamps: 'moment' },
  read(text) {
    const l = logged.exec(text);
    if (l) {
      const [, name, number = '', seconds, millis, said = ''] = l;
      const type = name ?? names[number] ?? number;
      return line(type, said, epochStamp(Number(`${seconds}${millis}`)));
    }
    const i = interpreted.exec(text);
    if (i) {
      const [, type = '', month, day, year = '', hour, minute, second, fraction, said = ''] = i;
      const full = Number(year.length === 2 ? `20${year}` : year);
      const wall = wallClock(
        full,
        Number(month),
        Number(day),
        Number(hour),
        Number(minute),
        Number(second),
        fraction,
      );
      if (wall === undefined) return undefined;
      return line(type, said, { wall, zone: undefined, lacks: 'nothing', resolution: 1 });
    }
    const n = named.exec(text);
    return n ? line(n[1] ?? '', n[2] ?? '', undefined) : undefined;
  },
  samples: [
    {
      line: 'type=ANOM_ABEND msg=audit(1795348821.123:4711): auid=4294967295 uid=998 gid=998 ses=4294967295 subj=unconfined pid=2545 comm="gunicorn" exe="/usr/bin/python3.11" sig=11 res=1',
      gives: {
        at: '2026-11-22T12:00:21.123',
        message:
          'ANOM_ABEND auid=4294967295 uid=998 gid=998 ses=4294967295 subj=unconfined pid=2545 comm="gunicorn" exe="/usr/bin/python3.11" sig=11 res=1',
        fields: { type: 'ANOM_ABEND' },
      },
      from: 'rebuilt from the template, Linux 6.12 kernel/auditsc.c, auditd 3.0 src/auditd-event.c',
    },
    {
      line: '[ 7712.440113] audit: type=1701 audit(1795348821.123:41): auid=4294967295 uid=998 gid=998 ses=4294967295 pid=2545 comm="node" exe="/usr/bin/node" sig=6 res=1',
      gives: { at: '2026-11-22T12:00:21.123', fields: { type: 'ANOM_ABEND' } },
      from: 'rebuilt from the template, Linux 6.12 kernel/audit.c, in the ring buffer',
    },
    {
      line: 'type=ANOM_ABEND msg=audit(11/22/2026 12:00:21.123:4711) : auid=unset uid=www-data gid=www-data ses=unset pid=2545 comm=gunicorn exe=/usr/bin/python3.11 sig=SIGSEGV res=yes',
      gives: { at: '2026-11-22T12:00:21.123', fields: { type: 'ANOM_ABEND' } },
      from: 'rebuilt from the template, audit 3.0 src/ausearch-report.c, ausearch -i',
    },
    {
      line: 'ANOM_ABEND auid=4294967295 uid=998 gid=998 ses=4294967295 pid=2545 comm="node" exe="/usr/bin/node" sig=6 res=1',
      gives: { fields: { type: 'ANOM_ABEND' } },
      from: 'rebuilt from the template, systemd 252 src/journal/journald-audit.c, as the journal keeps it',
    },
  ],
  forgeries: [
    {
      line: 'type=EXECVE msg=audit(1795348821.123:4711): argc=2 a0="echo" a1="type=ANOM_ABEND msg=audit(1795348821.123:4711): pid=1 comm=nginx sig=11 res=1"',
      gives: { fields: { type: 'EXECVE' } },
      because: 'a command’s words stand behind the record’s own type',
    },
  ],
});

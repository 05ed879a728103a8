import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp, monthNamed, wallClock } from '#lib/model/time.ts';

/** `CONFIG_PRINTK_CALLER` puts a thread or CPU behind the time: `][ T17] ` or `] [ T17] `. */
const sinceBoot = /^(?:<\d+>)?\[\s*(\d+)\.(\d{6})\](?: ?\[ *[TC]\d+\])? (.*)$/s;
const humanDate =
  /^\[[A-Z][a-z]{2} ([A-Z][a-z]{2})\s+(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})\] (?!\[(?:\w+:)?(?:debug|info|notice|warn|error|crit|alert|emerg)\])(.*)$/s;
const isoDate = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.,]\d{6}[+-]\d\d:?\d\d) (?!\S+ \S+\[\d+\]: )(.*)$/s;

/** What nobody but the kernel says: so begin the lines that syslog, the journal and `dmesg --notime` give without a time. */
const unmistakable =
  /^(?:(?:(?:Memory cgroup out|Out) of memory(?: \([a-z_]{1,40}\))?: )?Kill(?:ed)? process \d+(?:, UID \d+,)? \(|oom-kill:constraint=|oom_reaper: reaped process \d|.{1,15} invoked oom-killer: gfp_mask=|.{1,15}\[\d+\]: segfault at |traps: .{1,15}\[\d+\] |Tasks in \S+ are going to be killed due to memory\.oom\.group|TCP: (?:request_sock_TCP: |too many orphaned sockets|out of memory -- )|nf_conntrack: )/;

export const kernel = defineFormat({
  id: 'kernel',
  title: 'Linux kernel ring buffer (dmesg, dmesg -T, dmesg --time-format iso)',
  manual: 'https://man7.org/linux/man-pages/man1/dmesg.1.html',
  kind: 'text',
  role: 'platform',
  program: 'kernel',
  clock: { zone: 'either', resolution: 1_000, stamps: 'moment' },
  read(line) {
    // Seconds since boot tell nobody the time of day: such a line has no time of its own.
    const boot = sinceBoot.exec(line);
    if (boot)
      return {
        kind: 'line',
        stamp: undefined,
        message: boot[3] ?? '',
        fields: { sinceBoot: `${boot[1]}.${boot[2]}` },
      };
    const human = humanDate.exec(line);
    if (human) {
      const wall = wallClock(
        Number(human[6]),
        monthNamed(human[1] ?? ''),
        Number(human[2]),
        Number(human[3]),
        Number(human[4]),
        Number(human[5]),
      );
      if (wall === undefined) return undefined;
      return {
        kind: 'line',
        stamp: { wall, zone: undefined, lacks: 'nothing', resolution: 1_000 },
        message: human[7] ?? '',
        fields: {},
      };
    }
    const dated = isoDate.exec(line);
    const stamp = dated && isoStamp(dated[1] ?? '');
    if (dated && stamp) return { kind: 'line', stamp, message: dated[2] ?? '', fields: {} };
    // The rest of a kernel's lines in an envelope are plain text there, under the process name `kernel`.
    return unmistakable.test(line)
      ? { kind: 'line', stamp: undefined, message: line, fields: {} }
      : undefined;
  },
  samples: [
    {
      line: '[ 2168.864117] Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0',
      gives: {
        message:
          'Memory cgroup out of memory: Killed process 2486 (gunicorn) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB, UID:0 pgtables:268kB oom_score_adj:0',
        fields: { sinceBoot: '2168.864117' },
      },
      from: 'captured, Linux 6.18.44',
    },
    {
      line: '[Sun Nov 22 12:00:21 2026] gunicorn[2545]: segfault at 0 ip 00007fc088e4bad8 sp 00007fc0877fe438 error 4 in libc.so.6[167ad8,7fc088d0a000+156000] likely on CPU 0 (core 0, socket 0)',
      gives: {
        at: '2026-11-22T12:00:21.000',
        message:
          'gunicorn[2545]: segfault at 0 ip 00007fc088e4bad8 sp 00007fc0877fe438 error 4 in libc.so.6[167ad8,7fc088d0a000+156000] likely on CPU 0 (core 0, socket 0)',
      },
      from: 'captured, Linux 6.18.44, dmesg -T',
    },
    {
      line: '2026-11-22T12:00:20,864117+00:00 gunicorn invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=0',
      gives: {
        at: '2026-11-22T12:00:20.864',
        message: 'gunicorn invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=0',
      },
      from: 'captured, Linux 6.18.44, dmesg --time-format iso',
    },
    {
      line: '[ 2168.864117][ T2489] Tasks state (memory values in pages):',
      gives: { message: 'Tasks state (memory values in pages):', fields: { sinceBoot: '2168.864117' } },
      from: 'rebuilt from the template, Linux 6.12 kernel/printk/printk.c, CONFIG_PRINTK_CALLER',
    },
    {
      line: 'gunicorn[2545]: segfault at 0 ip 00007fc088e4bad8 sp 00007fc0877fe438 error 4 in libc.so.6[167ad8,7fc088d0a000+156000] likely on CPU 0 (core 0, socket 0)',
      gives: {
        message:
          'gunicorn[2545]: segfault at 0 ip 00007fc088e4bad8 sp 00007fc0877fe438 error 4 in libc.so.6[167ad8,7fc088d0a000+156000] likely on CPU 0 (core 0, socket 0)',
      },
      from: 'captured, Linux 6.18.44, as the journal keeps it',
    },
  ],
  forgeries: [],
});

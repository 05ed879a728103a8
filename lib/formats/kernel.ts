import { defineFormat } from '#lib/catalogue/define.ts';
import { isoStamp, monthNamed, wallClock } from '#lib/model/time.ts';

const sinceBoot = /^(?:<\d+>)?\[\s*(\d+)\.(\d{6})\] (?:\[[TC]\d+\] )?(.*)$/s;
const humanDate = /^\[[A-Z][a-z]{2} ([A-Z][a-z]{2})\s+(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})\] (.*)$/s;
const isoDate = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.,]\d{6}[+-]\d\d:?\d\d) (?!\S+ \S+\[\d+\]: )(.*)$/s;

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
    if (boot) return { kind: 'line', stamp: undefined, message: boot[3] ?? '', fields: { sinceBoot: `${boot[1]}.${boot[2]}` } };
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
    if (!dated || !stamp) return undefined;
    return { kind: 'line', stamp, message: dated[2] ?? '', fields: {} };
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
  ],
  forgeries: [],
});

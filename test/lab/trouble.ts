import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { minute, second } from '#lib/model/time.ts';

/** Something beside the fault that must change no verdict: it writes another folder of logs. */
export interface Trouble {
  readonly name: string;
  /** `at`: when the first request failed. */
  readonly make: (logs: string, into: string, at: number) => void;
}

const hour = 60 * minute;

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
const clock = (at: number): string => new Date(at).toISOString().slice(11, 19);

/** What a neighbour on the same host writes at the same time: by the name of its file. */
const neighbours: Readonly<Record<string, (at: number) => readonly string[]>> = {
  'deploy.log': (at) => [
    `${day(at)} ${clock(at - second)},114 INFO deploy: mailer 2.14.1 is out on web-1`,
    `${day(at)} ${clock(at - second)},120 INFO deploy: migrations of mailer: nothing to do`,
  ],
  'celery.log': (at) => [
    `[${day(at)} ${clock(at - second)},402: ERROR/ForkPoolWorker-2] Task mailer.tasks.send[0b9c2f64-8a11-4c07-9d3a-5f8c8f0a1f5e] raised unexpected: SMTPServerDisconnected('Connection unexpectedly closed')`,
    'Traceback (most recent call last):',
    '  File "/srv/mailer/lib/python3.11/site-packages/celery/app/trace.py", line 453, in trace_task',
    '    R = retval = fun(*args, **kwargs)',
    '  File "/srv/mailer/tasks.py", line 41, in send',
    '    smtp.sendmail(sender, to, body)',
    'smtplib.SMTPServerDisconnected: Connection unexpectedly closed',
  ],
  'kern-db.log': (at) => [
    `${day(at)}T${clock(at - second)}.018311+00:00 db-2 kernel: [91822.410022] MergeMutate invoked oom-killer: gfp_mask=0x140cca(GFP_HIGHUSER_MOVABLE|__GFP_COMP), order=0, oom_score_adj=0`,
    `${day(at)}T${clock(at - second)}.018402+00:00 db-2 kernel: [91822.410113] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/system.slice/clickhouse-server.service,task_memcg=/system.slice/clickhouse-server.service,task=clickhouse-serv,pid=90417,uid=114`,
    `${day(at)}T${clock(at - second)}.018455+00:00 db-2 kernel: [91822.410166] Memory cgroup out of memory: Killed process 90417 (clickhouse-serv) total-vm:19922944kB, anon-rss:8126464kB, file-rss:20480kB, shmem-rss:0kB, UID:114 pgtables:24576kB oom_score_adj:0`,
  ],
  'mailer.log': (at) =>
    [
      [6, 90211, 'Autorestarting worker after current request.'],
      [6, 90211, 'Worker exiting (pid: 90211)'],
      [5, 90377, 'Booting worker with pid: 90377'],
    ].map(
      ([before, pid, text]) =>
        `[${day(at)} ${clock(at - Number(before) * second)} +0000] [${pid}] [INFO] ${text}`,
    ),
};

const decoys: readonly Trouble[] = Object.entries(neighbours).map(([file, lines]) => ({
  name: `beside ${file}`,
  make(logs, into, at) {
    copied(logs, into, (line) => line);
    writeFileSync(
      join(into, file),
      lines(at)
        .map((line) => `${line}\n`)
        .join(''),
    );
  },
}));

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** Behind a time that says its zone. */
const zoned = /^[.,\d]*\s?(?:Z|[+-]\d\d:?\d\d)/;

/** Ways to write a time, and to read and write one of them. */
const stamps: readonly {
  readonly pattern: RegExp;
  readonly at: (found: readonly string[]) => number;
  readonly written: (at: number, found: readonly string[]) => string;
}[] = [
  {
    pattern: /(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d:\d\d)/g,
    at: ([, date, , time]) => Date.parse(`${date}T${time}Z`),
    written: (at, [, , between]) => `${day(at)}${between}${clock(at)}`,
  },
  {
    pattern: /(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d)/g,
    at: ([, year, month, date, time]) => Date.parse(`${year}-${month}-${date}T${time}Z`),
    written: (at) => `${day(at).replaceAll('-', '/')} ${clock(at)}`,
  },
  {
    pattern: /(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d)/g,
    at: ([, date, month, year, time]) => Date.parse(`${date} ${month} ${year} ${time} UTC`),
    written(at) {
      const [year, month, date] = day(at).split('-');
      return `${date}/${months[Number(month) - 1]}/${year}:${clock(at)}`;
    },
  },
  {
    pattern: /[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d)(\.\d+)? (\d{4})/g,
    at: ([, month, date, time, , year]) => Date.parse(`${date} ${month} ${year} ${time} UTC`),
    written(at, [, , , , fraction = '']) {
      const [year, month, date] = day(at).split('-');
      return `${weekdays[new Date(at).getUTCDay()]} ${months[Number(month) - 1]} ${date?.replace(/^0/, ' ')} ${clock(at)}${fraction} ${year}`;
    },
  },
];

/** A line as a clock that is so many milliseconds ahead would have had it written. */
function later(line: string, by: number, onlyZoneless: boolean): string {
  return stamps.reduce(
    (text, { pattern, at, written }) =>
      text.replace(pattern, (whole, ...rest) => {
        const place = rest.findIndex((each) => typeof each === 'number');
        if (onlyZoneless && zoned.test(text.slice(Number(rest[place]) + whole.length))) return whole;
        const found = [whole, ...rest.slice(0, place)];
        return written(at(found) + by, found);
      }),
    line,
  );
}

const ofProxy = /^(?:access|error|haproxy|caddy|kern)\.log/;
const shifted = (name: string, by: number, onlyZoneless: boolean): Trouble => ({
  name,
  make: (logs, into) =>
    copied(logs, into, (line, file) => (ofProxy.test(file) ? line : later(line, by, onlyZoneless))),
});

/** Decoys, and clocks of the backend that are wrong or say a time of day without a zone. */
export const troubles: readonly Trouble[] = [
  ...decoys,
  shifted('backend 2 s ahead', 2 * second, false),
  shifted('backend 2 s behind', -2 * second, false),
  shifted('backend an hour ahead, where it names no zone', hour, true),
];

function copied(logs: string, into: string, change: (line: string, file: string) => string): void {
  mkdirSync(into, { recursive: true });
  for (const file of readdirSync(logs)) {
    const path = join(logs, file);
    if (ofProxy.test(file)) {
      copyFileSync(path, join(into, file));
      continue;
    }
    const bytes = readFileSync(path);
    const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    writeFileSync(
      join(into, file.replace(/\.gz$/, '')),
      text
        .split('\n')
        .map((line) => change(line, file))
        .join('\n'),
    );
  }
}

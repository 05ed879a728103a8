import type { Alert } from '#lib/model/alert.ts';
import type {
  EvidenceLine,
  Finding,
  IncidentVerdict,
  RunbookStep,
  SourceRead,
  Tally,
  Verdict,
} from '#lib/model/verdict.ts';

/** Verdicts made by hand, one for each shape that a reader meets. */
export interface MadeVerdict {
  readonly name: string;
  readonly verdict: Verdict;
}

type Figures = readonly [name: string, closes: number][];

const tally = (named: Figures, names = 0, closes = 0): Tally => ({
  named: named.map(([name, some]) => ({ name, closes: some })),
  more: { names, closes },
});

function line(
  [origin, number]: readonly [string, number | null],
  at: string | null,
  signature: keyof typeof says,
  text: string,
  telling: string,
): EvidenceLine {
  const from = text.indexOf(telling);
  if (from < 0) throw new Error(`${telling} is not in ${text}`);
  return {
    origin,
    line: number,
    at,
    text,
    mark: [from, from + telling.length],
    signature,
    says: says[signature],
  };
}

const says = {
  'nginx/closed-before-header': 'The backend closed the connection before it had answered.',
  'nginx/closed-mid-response': 'The backend closed the connection in the middle of its answer.',
  'nginx/client-closed': 'The client hung up while nginx waited for the backend.',
  'nginx/timed-out': 'The backend took longer than nginx waits; nginx closed.',
  'gunicorn/worker-timeout':
    'gunicorn ended a worker that had given no sign of life for longer than its timeout.',
  'gunicorn/worker-killed': 'gunicorn killed a worker, or found one that had been killed.',
  'kernel/oom-kill': 'The kernel killed this process because a memory limit was reached.',
  'python/error': 'The application ended with an exception that nothing caught.',
} as const;

const titles = [
  'Match the timestamps',
  'Tie it to a crash, a timeout, a recycle or a route',
  'Check limits, memory and worker health',
  'Compare proxy timeouts with the backend',
  'Look for application errors and deploys',
  'Check upload size, buffering and response generation',
  'Correct the backend or the mismatch, then reload',
  'Re-run the failing path and confirm a whole response',
  'Do not suppress it at the proxy',
] as const;

type Answers = Readonly<
  Record<number, readonly [state: RunbookStep['state'], text: string, command?: string]>
>;

interface Place {
  readonly where: string;
  readonly route: string;
  readonly from: string;
  readonly to: string;
}

const local: Place = { where: '127.0.0.1:8000', route: '/reports/monthly', from: '23:10:02', to: '23:10:35' };

const runbook = (answers: Answers, place = local): readonly RunbookStep[] =>
  titles.map((title, index) => {
    const [state, text, command] = answers[index + 1] ?? usual(place)[index + 1] ?? ['todo', ''];
    return { step: index + 1, title, state, text, ...(command === undefined ? {} : { command }) };
  });

const usual = ({ where, route, from, to }: Place): Answers => ({
  1: [
    'todo',
    `Read the log of ${where} from two seconds before to three seconds after each close (${from} to ${to}).`,
  ],
  2: ['answered', 'Nothing in view explains them.'],
  3: [
    'todo',
    `On the host of ${where}: memory, restarts and worker counts between ${from} and ${to}.`,
    "journalctl -k --since '-1 hour' | grep -iE 'oom|killed process|segfault'; systemctl status '<your service>'",
  ],
  4: [
    'todo',
    'Put the proxy’s response and keep-alive timeouts beside the backend’s worker, request and keep-alive timeouts; tell closecall with --set nginx.proxy_read_timeout=60s and the like.',
  ],
  5: [
    'todo',
    `Look for application errors on ${route} and for a deploy or a reload in the two minutes before ${from}.`,
  ],
  6: [
    'answered',
    'No close came while a request was being sent or in the middle of a response: upload size, buffering and response generation are not what failed.',
  ],
  7: ['todo', `Correct the cause on ${where}, then reload it and the proxy: nginx -t && nginx -s reload.`],
  8: [
    'todo',
    `Ask for ${route} again and compare status, bytes and time with a healthy answer.`,
    `curl -sS -o /dev/null -w '%{http_code} %{size_download} bytes %{time_total} s\\n' 'http://shop.example.com${route}'`,
  ],
  9: [
    'todo',
    'Leave proxy_next_upstream, error pages and log levels as they are: retries and silence hide the close and keep the cause.',
  ],
});

const closedLine = (request: string, clock: string, connection: number, rest = '') =>
  `2026/11/24 ${clock} [error] 10298#10298: *${connection} upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.5, server: shop.example.com, request: "${request} HTTP/1.1", upstream: "http://127.0.0.1:8000${request.split(' ')[1]}", host: "shop.example.com"${rest}`;
const header = 'upstream prematurely closed connection while reading response header from upstream';

const closed = (number: number, clock: string, connection: number, request: string) =>
  line(
    ['/var/log/nginx/error.log', number],
    `2026-11-24T${clock}.000Z`,
    'nginx/closed-before-header',
    closedLine(request, clock, connection),
    header,
  );

const timedOut = (number: number, clock: string, pid: number) =>
  line(
    ['gunicorn.log', number],
    `2026-11-24T${clock}.000Z`,
    'gunicorn/worker-timeout',
    `[2026-11-24 ${clock} +0000] [10295] [CRITICAL] WORKER TIMEOUT (pid:${pid})`,
    `WORKER TIMEOUT (pid:${pid})`,
  );

const killed = (number: number, clock: string, pid: number) =>
  line(
    ['gunicorn.log', number],
    `2026-11-24T${clock}.000Z`,
    'gunicorn/worker-killed',
    `[2026-11-24 ${clock} +0000] [10295] [ERROR] Worker (pid:${pid}) was sent SIGKILL! Perhaps out of memory?`,
    `Worker (pid:${pid}) was sent SIGKILL! Perhaps out of memory?`,
  );

const source = (
  origin: string,
  format: string,
  role: string,
  lines: number,
  over: Partial<SourceRead> = {},
): SourceRead => ({
  origin,
  format,
  role,
  lines,
  examined: lines,
  understood: lines,
  first: '2026-11-24T23:09:40.000Z',
  last: '2026-11-24T23:12:01.000Z',
  zone: { offset: '+00:00', how: 'in-line' },
  ...over,
});

const why =
  'gunicorn killed 4 workers that were busy for longer than its limit (--timeout 3 s) on /reports/monthly; 4 connections ended with them.';

const workerTimeout: Finding = {
  cause: 'worker-timeout',
  family: 'timed out',
  confidence: 'confirmed',
  closes: 4,
  routes: tally([['/reports/monthly', 4]]),
  upstreams: tally([['127.0.0.1:8000', 4]]),
  why,
  evidence: [
    timedOut(8, '23:10:01', 10300),
    closed(1, '23:10:02', 66, 'GET /reports/monthly?‹query 1›'),
    killed(9, '23:10:02', 10300),
    timedOut(12, '23:10:21', 10296),
    closed(2, '23:10:22', 130, 'GET /reports/monthly?‹query 2›'),
    killed(13, '23:10:22', 10296),
    timedOut(16, '23:10:32', 10345),
    closed(3, '23:10:33', 158, 'GET /reports/monthly?‹query 1›'),
    killed(17, '23:10:33', 10345),
    timedOut(20, '23:10:34', 10301),
    closed(4, '23:10:35', 170, 'GET /reports/monthly?‹query 3›'),
    killed(21, '23:10:35', 10301),
  ],
  against: [],
};

const incident: IncidentVerdict = {
  id: 'default-9a3f',
  service: 'default',
  start: '2026-11-24T23:10:02.000Z',
  end: '2026-11-24T23:10:35.000Z',
  closes: 4,
  requests: 4,
  how: [{ phase: 'header', by: 'fin', closes: 4 }],
  findings: [workerTimeout],
  unexplained: null,
  ruledOut: [
    { cause: 'oom-kill', because: 'the kernel log in view shows no OOM kill near the closes' },
    { cause: 'crash', because: 'the kernel log in view shows no segfault near the closes' },
  ],
  blindSpots: [],
  runbook: runbook({
    1: [
      'answered',
      'The close at 23:10:02 and this line 1 s before it: gunicorn ended a worker that had given no sign of life for longer than its timeout.',
    ],
    2: ['answered', why],
    4: [
      'answered',
      'gunicorn --timeout 3 s (configured) is shorter than nginx proxy_read_timeout 60 s (default): the backend gives up first.',
    ],
    5: [
      'todo',
      'Find what /reports/monthly waits for: a query, a lock, another service; the worker was alive and busy when it was killed.',
    ],
    7: [
      'todo',
      'Make the route faster or move its work to a queue; only if it must take that long, raise the worker’s limit and keep the proxy’s response timeout above it.',
    ],
  }),
  fix: [
    {
      cause: 'worker-timeout',
      where: 'gunicorn --timeout',
      diff: '---timeout 3\n+--timeout 6',
      because:
        'Only if the route must take this long: the proxy’s response timeout has to stay longer than this.',
    },
  ],
};

const clientClosed = line(
  ['/var/log/nginx/access.log', 17],
  '2026-11-24T23:11:02.000Z',
  'nginx/client-closed',
  '203.0.113.24 - - [24/Nov/2026:23:11:02 +0000] "GET /api/search?‹query 1› HTTP/1.1" 499 0 "-" "ShopApp/5.3.1 (Android 15)" rt=2.004 urt="2.004"',
  '499',
);
const proxyTimeout = line(
  ['/var/log/nginx/error.log', 9],
  '2026-11-24T23:11:40.000Z',
  'nginx/timed-out',
  '2026/11/24 23:11:40 [error] 10298#10298: *201 upstream timed out (110: Connection timed out) while reading response header from upstream, client: 203.0.113.5, server: shop.example.com, request: "GET /export HTTP/1.1", upstream: "http://127.0.0.1:8000/export", host: "shop.example.com"',
  'upstream timed out (110: Connection timed out) while reading response header from upstream',
);

const sources = [
  source('/var/log/nginx/error.log', 'nginx-error', 'proxy', 14),
  source('/var/log/nginx/access.log', 'nginx-access', 'proxy', 1204),
  source('gunicorn.log', 'gunicorn', 'backend', 28),
];

function verdictOf(
  incidents: readonly IncidentVerdict[],
  lookalikes: Verdict['lookalikes'] = [],
  read: Verdict['read'] = { sources, warnings: [] },
): Verdict {
  const closes = incidents.reduce((sum, each) => sum + each.closes, 0);
  const unexplained = incidents.reduce((sum, each) => sum + (each.unexplained?.closes ?? 0), 0);
  return {
    schema: 'closecall/verdict@1',
    tool: { name: 'closecall', version: 'goldens' },
    read,
    incidents,
    lookalikes,
    summary: {
      closes,
      explained: closes - unexplained,
      unexplained,
      lookalikes: lookalikes.reduce((sum, { count }) => sum + count, 0),
    },
  };
}

const oomLine =
  '[1284511.902133] Memory cgroup out of memory: Killed process 29147 (gunicorn) total-vm:812344kB, anon-rss:524288kB, file-rss:8192kB, shmem-rss:0kB, UID:1000 pgtables:1240kB oom_score_adj:0';
const streamed = (at: string, connection: number) =>
  line(
    ['/ecs/shop/nginx', null],
    `2026-11-24T${at}Z`,
    'nginx/closed-mid-response',
    `2026/11/24 ${at.slice(0, 8)} [error] 29#29: *${connection} upstream prematurely closed connection while reading upstream, client: 198.51.100.90, server: shop.example.com, request: "GET /export/:id.csv HTTP/1.1", upstream: "http://10.0.12.7:8000/export/77.csv", host: "shop.example.com"`,
    'upstream prematurely closed connection while reading upstream',
  );

/** In the stack: no line numbers, a line that shows no time of its own, two causes and a rest. */
const two: IncidentVerdict = {
  id: 'shop-11bc',
  service: 'shop',
  start: '2026-11-24T03:12:44.000Z',
  end: '2026-11-24T03:31:09.000Z',
  closes: 41,
  requests: 40,
  how: [
    { phase: 'body', by: 'fin', closes: 37 },
    { phase: 'header', by: 'reset', closes: 4 },
  ],
  findings: [
    {
      cause: 'oom-kill',
      family: 'exited',
      confidence: 'confirmed',
      closes: 37,
      routes: tally(
        [
          ['/export/:id.csv', 31],
          ['/export/:id.xlsx', 4],
        ],
        0,
        2,
      ),
      upstreams: tally([
        ['10.0.12.7:8000', 20],
        ['10.0.12.9:8000', 17],
      ]),
      why: 'gunicorn ran out of memory and was killed at 512 MiB resident; 37 connections ended with it.',
      evidence: [
        line(
          ['/aws/host/messages', null],
          '2026-11-24T03:12:43.900Z',
          'kernel/oom-kill',
          oomLine,
          'Memory cgroup out of memory: Killed process 29147 (gunicorn) total-vm:812344kB, anon-rss:524288kB',
        ),
        ...[
          '03:12:44.000',
          '03:12:44.000',
          '03:15:01.000',
          '03:19:52.000',
          '03:20:10.000',
          '03:31:09.000',
        ].map((at, index) => streamed(at, 4410 + 7 * index)),
      ],
      against: [],
      trigger: { says: 'task definition shop:118 was deployed', at: '2026-11-24T03:02:10.000Z' },
    },
    {
      cause: 'crash',
      family: 'exited',
      confidence: 'possible',
      closes: 2,
      routes: tally([['/api/orders', 2]]),
      upstreams: tally([['10.0.12.9:8000', 2]]),
      why: 'An exception that nothing caught ended the process while it held 2 requests.',
      evidence: [
        {
          ...line(
            ['/ecs/shop/web', null],
            '2026-11-24T03:21:00.512Z',
            'python/error',
            'Traceback (most recent call last):',
            'Traceback (most recent call last):',
          ),
          block: [
            '  File "/srv/shop/app.py", line 88, in create_order',
            '    total = price(cart)',
            '  File "/srv/shop/price.py", line 12, in price',
            '    return sum(rate[item.zone] for item in cart)',
            '  File "/srv/shop/price.py", line 12, in <genexpr>',
            '    return sum(rate[item.zone] for item in cart)',
            '               ~~~~^^^^^^^^^^^',
            "KeyError: 'EU-3'",
          ],
        },
      ],
      against: ['the process that printed it went on to answer other requests'],
    },
  ],
  unexplained: {
    closes: 2,
    lookedFor: ['The kernel ended the process for memory.', 'The process crashed.'],
    candidates: [
      { cause: 'restart', because: 'the connection was reset before the answer began' },
      { cause: 'keepalive-race', because: 'the connection had carried another request before' },
    ],
    evidence: [],
    nearest: [],
    missing: [
      'the events of the orchestrator (ECS, Kubernetes): whether the task was replaced at that moment',
    ],
  },
  ruledOut: [
    {
      cause: 'worker-timeout',
      because: 'the application server’s log shows no worker time-out near the closes',
    },
    {
      cause: 'worker-recycle',
      because: 'the application server’s log shows no worker time-out near the closes',
    },
  ],
  blindSpots: [
    {
      source: 'the events of the orchestrator (ECS, Kubernetes)',
      wouldSettle: 'whether the task was replaced at that moment',
    },
    { source: 'the load balancer’s access log', wouldSettle: 'whether a hop between closed the connection' },
  ],
  runbook: runbook(
    {
      2: [
        'answered',
        'gunicorn ran out of memory and was killed at 512 MiB resident; 37 connections ended with it.',
      ],
      3: [
        'todo',
        'Memory is the limit that was hit: compare the process’s resident size with the limit, and find what /export/:id.csv allocates.',
        "dmesg -T | grep -iE 'oom|killed process'; cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory.current",
      ],
      6: ['answered', '37 of 41 closes came in the middle of a response: part of the answer was sent.'],
      7: [
        'todo',
        'Give the process more memory or make the route need less (stream instead of load, page the query), lower the number of workers, then restart it.',
      ],
    },
    {
      where: '10.0.12.7:8000 and 10.0.12.9:8000',
      route: '/export/:id.csv',
      from: '03:12:44',
      to: '03:31:09',
    },
  ),
  fix: [],
};

const unexplained: IncidentVerdict = {
  ...incident,
  closes: 2,
  requests: 2,
  end: '2026-11-24T23:10:22.000Z',
  how: [{ phase: 'header', by: 'fin', closes: 2 }],
  findings: [],
  unexplained: {
    closes: 2,
    lookedFor: [
      'The kernel ended the process for memory.',
      'The process crashed.',
      'A planned recycle cut a request.',
    ],
    candidates: [
      { cause: 'worker-timeout', because: 'the close came after 30.1 s, at gunicorn’s --timeout of 30 s' },
      { cause: 'oom-kill', because: 'the connection broke while an answer was awaited or under way' },
    ],
    evidence: [
      closed(1, '23:10:02', 66, 'GET /reports/monthly?‹query 1›'),
      closed(2, '23:10:22', 130, 'GET /reports/monthly?‹query 2›'),
    ],
    nearest: [
      {
        origin: 'app.log',
        line: 1041,
        at: '2026-11-24T23:09:59.120Z',
        text: '{"time":"2026-11-24T23:09:59.120Z","level":"info","msg":"report started","month":"2024-03","user":"‹email 1›"}',
      },
      {
        origin: 'app.log',
        line: 1042,
        at: '2026-11-24T23:10:04.310Z',
        text: '{"time":"2026-11-24T23:10:04.310Z","level":"info","msg":"cache miss","key":"products:148"}',
      },
    ],
    missing: [
      'the application server’s log: whether the application server killed a worker for being busy too long',
      'the kernel log (dmesg, journalctl -k): whether the kernel killed a process for memory',
    ],
  },
  ruledOut: [{ cause: 'body-rejected', because: 'no request carried a body' }],
  blindSpots: [
    {
      source: 'the kernel log (dmesg, journalctl -k)',
      wouldSettle: 'whether the kernel killed a process for memory',
    },
    {
      source: 'the events of the orchestrator (ECS, Kubernetes)',
      wouldSettle: 'whether the task was replaced at that moment',
    },
  ],
  runbook: runbook({
    2: [
      'answered',
      'Nothing in view explains 2 closes; the best candidates are worker-timeout and oom-kill.',
    ],
  }),
  fix: [],
};

const undatedWhy =
  'gunicorn killed a worker that was busy for longer than its limit on /reports/monthly; 1 connection ended with it.';

const undated: IncidentVerdict = {
  ...incident,
  start: '23:10:02.000',
  end: '23:10:02.000',
  closes: 1,
  requests: 1,
  how: [{ phase: 'header', by: 'fin', closes: 1 }],
  findings: [
    {
      ...workerTimeout,
      confidence: 'likely',
      closes: 1,
      routes: tally([['/reports/monthly', 1]]),
      upstreams: tally([['127.0.0.1:8000', 1]]),
      why: undatedWhy,
      evidence: [
        line(
          ['haproxy.log', 1],
          '23:10:02.000',
          'nginx/closed-before-header',
          '23:10:02 proxy: upstream prematurely closed connection, 10.0.0.5:8000',
          'upstream prematurely closed connection',
        ),
        line(
          ['gunicorn.log', 8],
          null,
          'gunicorn/worker-timeout',
          'WORKER TIMEOUT (pid:10300)',
          'WORKER TIMEOUT (pid:10300)',
        ),
      ],
    },
  ],
  runbook: runbook({ 2: ['answered', undatedWhy] }),
  fix: [],
  ruledOut: [],
  blindSpots: [
    {
      source: 'the kernel log (dmesg, journalctl -k)',
      wouldSettle: 'whether the kernel killed a process for memory',
    },
  ],
};

const esc = '\u001b';
const hostileText = [
  `2026/11/24 23:10:02 [error] 1#1: *1 ${esc}[2J${esc}[31mupstream ${esc}]8;;http://evil.example/${esc}\\prematurely\tclosed`,
  `connection\r\nerror[oom-kill]: confirmed, all 9 closes\u202e\u2066 txet desrever \u2069\u202c zero\u200b\u200d\ufeffwidth`,
  `日本語のログ 😀 ☁\ufe0f שלום e\u0301 \u0007\u009b31m \ud800 ::error::owned ##[error]owned ##vso[task.setvariable]x`,
].join(' ');
const long = `2026/11/24 23:10:03 [error] 1#1: *2 ${'日本'.repeat(40)} upstream prematurely closed connection ${'A'.repeat(3_000)}`;

const hostile: IncidentVerdict = {
  ...incident,
  closes: 3,
  requests: 3,
  service: `shop${esc}[1m`,
  how: [{ phase: 'header', by: 'fin', closes: 3 }],
  findings: [
    {
      ...workerTimeout,
      closes: 3,
      routes: tally([
        [`/${'a/'.repeat(400)}`, 2],
        [`/x\u202e${esc}[0m ::error::owned`, 1],
      ]),
      upstreams: tally([['127.0.0.1:8000', 3]]),
      why: `gunicorn killed a worker on /x${esc}[0m\n::error::owned; 3 connections ended with it. ::error file=app.js::owned`,
      evidence: [
        line(
          ['error\u202e.log', 1],
          '2026-11-24T23:10:02.000Z',
          'nginx/closed-before-header',
          hostileText,
          'upstream',
        ),
        {
          ...line(
            ['error\u202e.log', 2],
            '2026-11-24T23:10:02.000Z',
            'gunicorn/worker-timeout',
            hostileText,
            '日本語のログ 😀 ☁\ufe0f שלום e\u0301',
          ),
        },
        line(
          ['error\u202e.log', 3],
          '2026-11-24T23:10:03.000Z',
          'nginx/closed-before-header',
          long,
          'upstream prematurely closed connection',
        ),
        {
          ...line(['error\u202e.log', 4], null, 'gunicorn/worker-killed', '::error::owned', '::error::owned'),
          mark: [0, 0],
        },
      ],
    },
  ],
  ruledOut: [],
  runbook: runbook({
    8: ['todo', `Ask for /x${esc}[0m again.`, `curl 'http://shop.example.com/'${esc}[31m\nrm -rf /`],
  }),
  fix: [
    {
      cause: 'crash',
      where: `/etc/nginx/${esc}[1m.conf`,
      diff: `-a ${esc}[0m\n::error::owned\n+b`,
      because: 'So.',
    },
  ],
};

export const stories: readonly MadeVerdict[] = [
  {
    name: 'one-cause',
    verdict: verdictOf(
      [incident],
      [{ cause: 'client-closed', closedBy: 'client', count: 12, example: clientClosed }],
    ),
  },
  { name: 'two-causes', verdict: verdictOf([two], [], { sources: [], warnings: [] }) },
  {
    name: 'unexplained',
    verdict: verdictOf([unexplained], [], {
      sources: [
        source('/var/log/nginx/error.log', 'nginx-error', 'proxy', 14, {
          zone: { offset: '+05:30', how: 'inferred' },
        }),
        source('app.log', 'app-json', 'backend', 1204, { understood: 190 }),
      ],
      warnings: [
        'backend.log.1.gz is a damaged gzip file (unexpected end of file): what came before the damage was read.',
      ],
    }),
  },
  {
    name: 'three-incidents',
    verdict: verdictOf([
      incident,
      unexplained,
      { ...incident, start: '2026-11-25T01:00:00.000Z', end: '2026-11-25T01:00:33.000Z' },
    ]),
  },
  {
    name: 'look-alikes',
    verdict: verdictOf(
      [],
      [
        { cause: 'client-closed', closedBy: 'client', count: 12, example: clientClosed },
        { cause: 'proxy-timeout', closedBy: 'proxy', count: 1, example: proxyTimeout },
      ],
    ),
  },
  {
    name: 'nothing',
    verdict: verdictOf([], [], {
      sources: [
        ...sources,
        source('php-fpm.log', 'php-fpm', 'backend', 0, {
          first: null,
          last: null,
          zone: { offset: '+00:00', how: 'none' },
        }),
      ],
      warnings: [],
    }),
  },
  {
    name: 'no-proxy',
    verdict: verdictOf([], [], {
      sources: [source('gunicorn.log', 'gunicorn', 'backend', 28)],
      warnings: [],
    }),
  },
  {
    name: 'undated',
    verdict: verdictOf([undated], [], {
      sources: [
        source('haproxy.log', 'leading-time', 'proxy', 3, {
          first: '23:10:02.000',
          last: '23:12:00.000',
          zone: { offset: '+00:00', how: 'assumed' },
        }),
        source('gunicorn.log', 'plain', 'backend', 28, {
          first: null,
          last: null,
          zone: { offset: '+00:00', how: 'none' },
        }),
      ],
      warnings: [],
    }),
  },
  {
    name: 'hostile',
    verdict: verdictOf([hostile], [], { sources: [], warnings: [`x${esc}[1m\n::error::owned`] }),
  },
];

export function storyNamed(name: string): Verdict {
  const story = stories.find((each) => each.name === name);
  if (!story) throw new Error(`there is no story ${name}`);
  return story.verdict;
}

const firing: Alert = {
  conversation: 'shop/2026-11-24T03:12:44Z',
  status: 'firing',
  revision: 3,
  news: '12 more closes, and a second cause: crash.',
  incident: two,
};

export const alerts: readonly Alert[] = [
  firing,
  { conversation: 'shop/2026-11-24T23:10:02Z', status: 'provisional', revision: 1, incident: unexplained },
  {
    conversation: 'shop/2026-11-24T23:10:02Z',
    status: 'resolved',
    revision: 4,
    news: 'it was not one: the client had closed.',
    incident: { ...incident, closes: 0, requests: 0, how: [], findings: [], ruledOut: [] },
  },
];

/** Characters that have broken somebody's terminal. */
export const hostileCharacters = [
  ...[
    '\u001b[2J',
    '\u001b]8;;x\u0007',
    '\u009b31m',
    '\r',
    '\n',
    '\t',
    '\0',
    '\u007f',
    '\u202e',
    '\u2066',
    '\u200b',
  ],
  ...[
    '\ufeff',
    '\u0301',
    '\u2028',
    '\u00a0',
    '\u3000',
    '\ud800',
    '日本',
    'ｱ',
    '😀',
    '👩‍👩‍👧',
    '🇩🇪',
    'שלום',
    'ﷺ',
    '…',
    '’',
  ],
  ...[
    '::error::x',
    ' ::warning::y',
    '##[error]z',
    '##vso[task.setvariable]v',
    '`',
    '$(x)',
    '^^^^',
    'error[oom-kill]: ',
  ],
];

export const evidenceOf = (text: string, mark: readonly [number, number]): EvidenceLine => ({
  origin: 'app.log',
  line: 1,
  at: null,
  text,
  mark,
  signature: 'gunicorn/worker-timeout',
  says: 'It says so.',
});

export const withEvidence = (evidence: readonly EvidenceLine[]): Verdict =>
  verdictOf([{ ...incident, findings: [{ ...workerTimeout, evidence }] }]);

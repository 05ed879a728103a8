import { catalogue } from '#lib/catalogue/catalogue.ts';
import { groupsOf } from '#test/parity/scenarios.ts';
import { account, region } from './emulator.ts';

export interface Line {
  readonly group: string;
  readonly stream: string;
  /** Milliseconds since the epoch, as the agent that sent it would stamp it. */
  readonly timestamp: number;
  readonly message: string;
}

export interface Incident {
  readonly proxy: readonly Line[];
  readonly backend: readonly Line[];
}

/** Named like files, so that the command reads them under the names that they have in the stack. */
export const groups = { proxy: 'shop/nginx', backend: 'shop/api', edge: 'pay/edge' } as const;
export const streams = ['a', 'b'] as const;

const captured = 'gunicorn-worker-timeout';
const lastClose = Date.UTC(2026, 10, 24, 23, 10, 35);

/**
 * Four closes in 33 s, recorded in our lab, moved so that the last is at `end`. Every group has two streams, which take
 * turns: two containers whose lines belong together.
 */
export function incidentAt(end: number): Incident {
  const shift = Math.floor((end - lastClose) / 1_000) * 1_000;
  const lines = groupsOf(captured, catalogue).flatMap(({ role, lines }) =>
    lines.map(({ text, at }, index) => ({
      group: role === 'proxy' ? groups.proxy : groups.backend,
      stream: streams[index % streams.length] ?? '',
      timestamp: at + shift,
      message: moved(text, shift),
    })),
  );
  const of = (group: string) =>
    lines.filter((line) => line.group === group).sort((a, b) => a.timestamp - b.timestamp);
  return { proxy: of(groups.proxy), backend: of(groups.backend) };
}

/** Three closes of another service, which ECS can explain. */
export const edgeLinesAt = (end: number): readonly Line[] =>
  [4_000, 3_000, 3_000].map((before, index) => {
    const timestamp = Math.floor(end / 1_000) * 1_000 - before;
    const stamp = new Date(timestamp).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
    return {
      group: groups.edge,
      stream: 'a',
      timestamp,
      message: `${stamp} [error] 31#31: *${7 + index} upstream prematurely closed connection while reading response header from upstream, client: 198.51.100.7, server: pay.example.com, request: "POST /charge HTTP/1.1", upstream: "http://10.0.1.17:8080/charge", host: "pay.example.com"`,
    };
  });

/** What ECS says of a task of that service, which began to run, or of whose container was killed for memory, at `at`. */
export const taskAt = (at: number, cluster: string, status: 'RUNNING' | 'STOPPED') => {
  const moment = (later: number) => new Date(at + later).toISOString();
  const arn = (name: string) => `arn:aws:ecs:${region}:${account}:${name}`;
  const taskArn = arn(`task/${cluster}/8993cbec849642b8a9e00da5a620c3fe`);
  const ended = {
    executionStoppedAt: moment(0),
    stoppingAt: moment(500),
    stoppedAt: moment(1_000),
    stoppedReason: 'Essential container in task exited',
    stopCode: 'EssentialContainerExited',
  };
  const killed = { exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' };
  const isOver = status === 'STOPPED';
  return {
    taskArn,
    detail: {
      attachments: [
        {
          type: 'eni',
          status: isOver ? 'DETACHED' : 'ATTACHED',
          details: [{ name: 'privateIPv4Address', value: '10.0.1.17' }],
        },
      ],
      clusterArn: arn(`cluster/${cluster}`),
      containers: [{ name: 'web', lastStatus: status, ...(isOver ? killed : {}) }],
      desiredStatus: status,
      group: 'service:pay',
      lastStatus: status,
      startedBy: 'ecs-svc/0068978569384120015',
      ...(isOver ? ended : { startedAt: moment(0) }),
      updatedAt: moment(isOver ? 1_000 : 0),
      taskArn,
      taskDefinitionArn: arn('task-definition/pay:7'),
      version: 6,
    },
  };
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The stamps of nginx's error log, nginx's access log and gunicorn: `2026/11/24 …`, `24/Nov/2026:…`, `2026-11-24 …`. */
const stamps =
  /\b(\d{4})([/-])(\d\d)\2(\d\d) (\d\d:\d\d:\d\d)\b|\b(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):(\d\d:\d\d:\d\d)\b/g;

function moved(text: string, shift: number): string {
  return text.replace(stamps, (...parts) => {
    const [, year, mark, month, day, time, day2, name = '', year2, time2] = parts as string[];
    const was = mark
      ? `${year}-${month}-${day}T${time}Z`
      : `${year2}-${String(months.indexOf(name) + 1).padStart(2, '0')}-${day2}T${time2}Z`;
    const now = new Date(Date.parse(was) + shift).toISOString();
    const [date, clock] = [now.slice(0, 10), now.slice(11, 19)];
    const [y = '', m = '', d = ''] = date.split('-');
    return mark ? `${[y, m, d].join(mark)} ${clock}` : `${d}/${months[Number(m) - 1]}/${y}:${clock}`;
  });
}

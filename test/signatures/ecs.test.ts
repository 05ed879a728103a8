import { describe, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { filterPattern } from '#lib/catalogue/filter-pattern.ts';
import { needlesOf } from '#lib/engine/match.ts';
import { observer } from '#lib/engine/observe.ts';
import { sniff } from '#lib/engine/sniff.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Source } from '#lib/model/record.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { judge, runOf } from '#lib/pipeline.ts';
import { deploymentEvent, type TaskEvent, taskEvent } from './ecs-event.ts';

const source = (name: string, role: Source['role'], ...formats: NonEmpty<string>): Source => ({
  name,
  role,
  formats,
  scope: 'default',
  shared: false,
  zone: 0,
  skew: 1_000,
});
const proxy = source('proxy', 'proxy', 'nginx-error');
const events = source('ecs:prod', 'platform', 'ecs-event');
const app = source('app', 'backend', 'cloudwatch-event', 'gunicorn', 'plain');

/** A close at noon and so many seconds. */
const close = (seconds: number, upstream = '10.0.1.7:8080', path = '/orders'): string =>
  `2026/11/24 12:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')} [error] 31#31: *${seconds}${path.length} upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.24, server: shop.example.com, request: "GET ${path} HTTP/1.1", upstream: "http://${upstream}${path}", host: "shop.example.com"`;

const observe = observer(catalogue);
function verdict(
  closes: readonly string[],
  told: readonly string[],
  said: readonly string[] = [],
): IncidentVerdict {
  const given = [
    [proxy, closes],
    [events, told],
    [app, said],
  ] as const;
  const pages = given.flatMap(([from, lines]) => {
    const records = lines.map((text, index) => ({ id: `line:${index + 1}`, source: from.name, text }));
    return observe.observe(records, from).pages;
  });
  const [incident] = judge(pages, 'default', runOf([proxy, events, app]), catalogue).incidents;
  if (!incident) throw new Error('no incident');
  return incident;
}
const found = (incident: IncidentVerdict) =>
  incident.findings.map(({ cause, confidence, closes }) => [cause, confidence, closes]);

const oom = 'OutOfMemoryError: Container killed due to memory usage';
const itself = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' };
const died = (more: TaskEvent = {}): string =>
  taskEvent({ ...itself, executionStoppedAt: 5.2, stoppingAt: 15.4, stoppedAt: 31.4, ...more });
const wanted = {
  stopCode: 'ServiceSchedulerInitiated',
  stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/2718281828459045235)',
};
const stopped = (more: TaskEvent = {}): string =>
  taskEvent({ ...wanted, stoppingAt: 4.1, executionStoppedAt: 5.2, stoppedAt: 31.4, ...more });
const running = (more: TaskEvent = {}): string =>
  taskEvent({ lastStatus: 'RUNNING', desiredStatus: 'RUNNING', updatedAt: -60, version: 3, ...more });

describe('a task behind the upstream', () => {
  it.each([
    ['used up its memory', died({ exits: [{ code: 137, reason: oom }] }), 'oom-kill', 'confirmed'],
    ['died of a fault', died({ exits: [{ code: 139 }] }), 'crash', 'confirmed'],
    ['ended with an error', died({ exits: [{ code: 1 }] }), 'crash', 'likely'],
    ['was stopped by a deployment', stopped({ exits: [{ code: 143 }] }), 'restart', 'confirmed'],
    ['was killed after its stop timeout', stopped({ exits: [{ code: 137 }] }), 'restart', 'confirmed'],
    [
      'ran on spot capacity',
      stopped({
        stopCode: 'SpotInterruption',
        stoppedReason: 'Your Spot Task was interrupted.',
        exits: [{ code: 143 }],
      }),
      'restart',
      'confirmed',
    ],
    [
      'failed the checks of its load balancer',
      stopped({
        stoppedReason: 'Task failed ELB health checks in (target-group api)',
        exits: [{ code: 143 }],
      }),
      'restart',
      'likely',
    ],
  ])('%s', (_, event, cause, confidence) => {
    expect(found(verdict([close(5)], [event]))).toEqual([[cause, confidence, 1]]);
  });

  it('was killed, and nobody says why: that is no more than a hint', () => {
    const [first] = found(verdict([close(5)], [died({ exits: [{ code: 137 }] })]));
    expect(first?.[1]).not.toBe('confirmed');
  });

  it('explains what was cut from SIGTERM until it had ended, and nothing a minute later', () => {
    const event = stopped({ stoppingAt: 4, executionStoppedAt: 34, exits: [{ code: 137 }] });
    expect(found(verdict([close(5), close(33)], [event]))).toEqual([['restart', 'confirmed', 2]]);
    expect(found(verdict([close(110)], [event]))).toEqual([]);
  });

  it('never started: no connection to it can have been cut', () => {
    const event = taskEvent({
      stopCode: 'TaskFailedToStart',
      stoppedReason: 'CannotPullContainerError: not found',
      stoppingAt: 4,
      stoppedAt: 6,
    });
    expect(found(verdict([close(5)], [event]))).toEqual([]);
  });
});

describe('events of one task are about one exit', () => {
  const exits = [{ code: 139 }];
  const told = [
    died({ id: 'a', lastStatus: 'DEPROVISIONING', exits, version: 5 }),
    died({ id: 'b', exits }),
    died({ id: 'c', exits }),
  ];

  it('and say nothing more together than one of them', () => {
    const [alone, together] = [verdict([close(5)], told.slice(1, 2)), verdict([close(5)], told)];
    expect(together.findings[0]?.why).toBe(alone.findings[0]?.why);
    expect(alone.findings[0]?.why).toContain('Container api of task 0b8f1c2d of service api died of SIGSEGV');
  });

  it('and two tasks are two', () => {
    const other = died({ task: '5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c0d', address: '10.0.2.12', exits });
    const why = verdict([close(5), close(5, '10.0.2.12:8080')], [...told, other]).findings[0]?.why;
    expect(why).toContain('Containers of 2 tasks of service api');
  });

  it('a stop that is over speaks for its beginning, at both times', () => {
    const stopping = taskEvent({ ...wanted, lastStatus: 'STOPPING', updatedAt: 4, version: 4 });
    const incident = verdict(
      [close(4)],
      [stopping, stopped({ executionStoppedAt: 34, exits: [{ code: 137 }] })],
    );
    expect(found(incident)).toEqual([['restart', 'confirmed', 1]]);
    const signatures = incident.findings.flatMap(({ evidence }) =>
      evidence.map(({ signature }) => signature),
    );
    expect(signatures).not.toContain('ecs/task-stopping');
  });

  it('the container that was stopped for another’s fault is not the culprit', () => {
    const both = died({
      exits: [
        { name: 'envoy', code: 137 },
        { name: 'api', code: 134 },
      ],
    });
    expect(verdict([close(5)], [both]).findings[0]?.why).toContain('Container api');
    const fault = died({
      exits: [
        { name: 'agent', code: 1 },
        { name: 'api', code: 139 },
      ],
    });
    expect(verdict([close(5)], [fault]).findings[0]?.why).toContain('Container api');
  });
});

describe('what is not behind the upstream', () => {
  const elsewhere = { task: 'c13b4cb40f1f4fe4a2971f76ae5a47ad', service: 'billing', address: '10.0.9.9' };
  const decoy = died({ ...elsewhere, exits: [{ code: 137, reason: oom }] });

  it('never confirms while nothing shows who has the upstream’s address', () => {
    for (const [, confidence] of found(verdict([close(5)], [decoy]))) expect(confidence).toBe('possible');
  });

  it('says nothing once an event shows whose the address is', () => {
    expect(found(verdict([close(5)], [decoy, running()]))).toEqual([]);
    expect(found(verdict([close(5)], [decoy, stopped({ exits: [{ code: 143 }] })]))).toEqual([
      ['restart', 'confirmed', 1],
    ]);
  });

  it('a job of no service says nothing', () => {
    const job = died({ ...elsewhere, service: undefined, exits: [{ code: 1 }] });
    expect(found(verdict([close(5)], [job]))).toEqual([]);
  });

  it('a deployment suggests no more than its tie allows', () => {
    const begun = deploymentEvent('SERVICE_DEPLOYMENT_IN_PROGRESS', 2);
    for (const [, confidence] of found(verdict([close(5)], [begun]))) expect(confidence).toBe('possible');
    const tied = verdict([close(5)], [begun, running(), stopped({ exits: [{ code: 143 }] })]);
    expect(tied.findings[0]?.trigger?.says).toContain('A deployment of the service began');
    const other = deploymentEvent('SERVICE_DEPLOYMENT_IN_PROGRESS', 2, 'mail');
    const foreign = verdict([close(5)], [other, running(), stopped({ exits: [{ code: 143 }] })]);
    expect(foreign.findings[0]?.trigger).toBeUndefined();
  });
});

it('a line from the log stream of a task is tied by the address of that task', () => {
  const stream = 'web/api/0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d';
  const line = JSON.stringify({
    logStreamName: stream,
    timestamp: Date.UTC(2026, 10, 24, 12, 0, 5),
    message: '[2026-11-24 12:00:05 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:12)',
  });
  const closes = [close(5), close(5, '10.0.2.12:8080', '/cart')];
  const upstreams = ({ findings }: IncidentVerdict) =>
    findings
      .filter(({ confidence }) => confidence === 'confirmed')
      .flatMap((each) => each.upstreams.named.map(({ name }) => name));
  expect(upstreams(verdict(closes, [running()], [line]))).toEqual(['10.0.1.7:8080']);
  expect(upstreams(verdict(closes, [], [line]))).toEqual([]);
});

it('gives ECS steps: commands with the names of the case, and the settings to change', () => {
  const { runbook, fix } = verdict([close(5)], [stopped({ exits: [{ code: 137 }] })]);
  const commands = runbook.map(({ command = '' }) => command).join('\n');
  expect(commands).toContain('aws ecs describe-services --cluster prod --services api');
  expect(fix.map(({ diff }) => diff).join()).toContain('"stopTimeout"');
  const memory = verdict([close(5)], [died({ exits: [{ code: 137, reason: oom }] })]);
  expect(memory.runbook.map(({ command = '' }) => command).join('\n')).toContain(
    'aws ecs describe-tasks --cluster prod --tasks 0b8f1c2d3e4f5a6b7c8d9e0f1a2b3c4d',
  );
  expect(memory.fix[0]?.diff).toBe('-"memory": 512\n+"memory": 1024');
});

it('takes the values of variables with telling names out of an event', () => {
  const event = died({
    environment: { DB_PASSWORD: 'hunter2-hunter2', PLAIN: 'shown' },
    exits: [{ code: 139 }],
  });
  const text = JSON.stringify(verdict([close(5)], [event]));
  expect(text).not.toContain('hunter2');
  expect(text).toContain('shown');
});

it('an event that went to a log group first is read in its envelope, and its code is what is shown', () => {
  const message = died({ exits: [{ code: 139 }] });
  const line = JSON.stringify({ timestamp: Date.UTC(2026, 10, 24, 12, 0, 31), message, ingestionTime: 1 });
  const shipped = source('events', 'platform', 'cloudwatch-event', 'ecs-event');
  const records = [{ id: 'line:1', source: 'events', text: line }];
  const [page] = observe.observe(records, shipped).pages;
  const [excerpt] = page?.excerpts ?? [];
  expect(page?.facts.map(({ signature }) => signature)).toEqual(['ecs/container-crashed']);
  expect(excerpt?.text.slice(...excerpt.mark)).toBe('\\"exitCode\\":139'.slice(1));
});

it('a file of events is a platform’s, and no filter pattern keeps one of them back', () => {
  const lines = [
    died({ exits: [{ code: 1 }] }),
    running(),
    deploymentEvent('SERVICE_DEPLOYMENT_COMPLETED', 9),
  ];
  expect(sniff(lines, catalogue)).toMatchObject({
    main: 'ecs-event',
    formats: ['ecs-event'],
    role: 'platform',
  });
  const { needles } = filterPattern(needlesOf(catalogue, ['ecs-event']));
  expect(needles).toEqual(['aws.ecs']);
  for (const line of lines) expect(line).toContain(needles[0]);
});

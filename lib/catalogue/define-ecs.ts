import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';

/** What the signatures of ECS events share: how an event says whom it is about, who wanted a stop and which container ended it. */
export const ecsEvents = {
  formats: ['ecs-event'],
  // Events come from EventBridge and pass no filter pattern: the one needle lets each of them through.
  needles: ['aws.ecs'],
} as const;

export const guide = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';

/** A container that ended. `code` is 128 and the signal's number for one that a signal ended. */
export interface Exit {
  readonly container: string;
  readonly code: number | undefined;
  /** Its memory limit or, where it has none of its own, its task's. */
  readonly bytes: number | undefined;
  readonly reason: string;
}

export const isTask = ({ fields }: LogEvent): boolean => fields['event'] === 'ECS Task State Change';
/** Its containers have ended: what follows is the network interface and the bookkeeping. */
export const isOver = ({ fields }: LogEvent): boolean =>
  fields['lastStatus'] === 'STOPPED' || fields['lastStatus'] === 'DEPROVISIONING';

export function exitsOf({ fields }: LogEvent): readonly Exit[] {
  return (fields['exits'] ?? '').split('\n').flatMap((line) => {
    const found = /^(\S+) (-|\d+) (-|\d+) ?(.*)$/.exec(line);
    if (!found) return [];
    const [, container = '', code = '', memory = '', reason = ''] = found;
    return [
      {
        container,
        code: code === '-' ? undefined : Number(code),
        bytes: memory === '-' ? undefined : Number(memory) * 1_024 ** 2,
        reason,
      },
    ];
  });
}

/** The agent on an instance writes it with a capital, Fargate without. */
const memory = /^OutOfMemory(?:Error)?:? ?(?:container killed due to memory usage)?/i;
export const outOfMemory = (event: LogEvent): Exit | undefined =>
  exitsOf(event).find(({ reason }) => memory.test(reason));

/** Signals that a process brings upon itself, by number. */
export const faults: Readonly<Record<number, string>> = {
  132: 'SIGILL',
  133: 'SIGTRAP',
  134: 'SIGABRT',
  135: 'SIGBUS',
  136: 'SIGFPE',
  139: 'SIGSEGV',
  159: 'SIGSYS',
};
const killed = 137;
/** A server that answers SIGTERM with it. */
const terminated = 143;

/** Whether an essential container ended by itself, and nobody had asked for it. */
export const endedItself = (event: LogEvent): boolean =>
  isTask(event) &&
  event.fields['stopCode'] === 'EssentialContainerExited' &&
  event.fields['desiredStatus'] === 'STOPPED';

/**
 * The container that ended a task by itself. The others are stopped for it, so what is left of them (0, 137, 143) says
 * nothing while one of them has a fault or an error of its own.
 */
export function culprit(event: LogEvent): Exit | undefined {
  const exits = exitsOf(event).filter(({ code }) => code !== undefined);
  const own = (code: number) => code !== 0 && code !== killed && code !== terminated;
  return (
    exits.find(({ code = 0 }) => faults[code] !== undefined) ??
    exits.find(({ code = 0 }) => own(code)) ??
    exits.find(({ code }) => code === killed) ??
    exits[0]
  );
}

const asked: ReadonlySet<string> = new Set([
  'ServiceSchedulerInitiated',
  'UserInitiated',
  'TerminationNotice',
  'SpotInterruption',
  'InfrastructureHealth',
]);

/** Why a task was stopped by somebody; undefined where it is not one, or ended by itself. */
export type Stop = 'wanted' | 'spot' | 'infrastructure' | 'load-balancer-check' | 'container-check';
export function stopOf(event: LogEvent): Stop | undefined {
  const { desiredStatus, stopCode = '', reason = '' } = event.fields;
  if (!isTask(event) || desiredStatus !== 'STOPPED' || !asked.has(stopCode)) return undefined;
  // Whoever calls StopTask chooses the reason.
  if (stopCode === 'UserInitiated') return 'wanted';
  if (stopCode === 'SpotInterruption' || /\bSpot\b/.test(reason)) return 'spot';
  if (/failed ELB health checks/i.test(reason)) return 'load-balancer-check';
  if (/failed container health checks/i.test(reason)) return 'container-check';
  return stopCode === 'InfrastructureHealth' || infrastructure.test(reason) ? 'infrastructure' : 'wanted';
}
const infrastructure =
  /performing maintenance on the underlying infrastructure|^Host EC2 |container instance|DRAINING/i;

/** A stop that was asked for and is over, and no container of it had to be killed. */
export const endedAs = (event: LogEvent, stop: Stop): boolean =>
  isOver(event) && stopOf(event) === stop && !outOfMemory(event) && !wasKilled(event);
export const wasKilled = (event: LogEvent): Exit | undefined =>
  exitsOf(event).find(({ code }) => code === killed);

/** One signal of an event. `parts` are what may give it away, the most telling first; the first that stands in the line does. */
export function told(
  event: LogEvent,
  parts: readonly (string | undefined)[],
  says: Particulars = {},
): readonly Matched[] {
  const { unit, service, cluster, addresses, reason } = event.fields;
  return [
    {
      says: {
        ...(unit === undefined ? {} : { unit }),
        ...(service === undefined ? {} : { service }),
        ...(cluster === undefined ? {} : { cluster }),
        ...(addresses === undefined ? {} : { addresses: addresses.split(' ') }),
        ...(reason === undefined ? {} : { reason }),
        ...says,
      },
      telling: parts.find((part) => part !== undefined && event.record.text.includes(part)) ?? '',
    },
  ];
}

/** What the lines of one deployment have in common. */
export const deploymentIn = ({ fields: { deployment } }: LogEvent): Particulars =>
  deployment === undefined ? {} : { deployment };

/** A container's end as a line has it, and what it says. */
export const toldExit = (
  event: LogEvent,
  { container, code, reason }: Exit,
  says: Particulars = {},
): readonly Matched[] =>
  told(
    event,
    [reason || undefined, code === undefined ? undefined : codeIn(event, code), event.fields['reason']],
    {
      container,
      ...(code === undefined ? {} : { code }),
      ...(reason === '' ? {} : { reason }),
      ...says,
    },
  );

/** The exit code as this line writes it: whoever printed the JSON chose the blanks, an envelope adds backslashes. */
const codeIn = ({ record }: LogEvent, code: number): string | undefined =>
  new RegExp(`"exitCode\\\\*": ?${code}(?!\\d)`).exec(record.text)?.[0];

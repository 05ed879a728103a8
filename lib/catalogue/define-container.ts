import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';

/** How a main process ended, by its exit code: 128 and the signal's number for one that a signal ended. */
export type Ending = 'ended' | 'failed' | 'faulted' | 'killed';

/** Signals that a process brings upon itself. */
const faults: Readonly<Record<number, string>> = {
  132: 'SIGILL',
  133: 'SIGTRAP',
  134: 'SIGABRT',
  135: 'SIGBUS',
  136: 'SIGFPE',
  139: 'SIGSEGV',
  159: 'SIGSYS',
};

export function endingOf(code: number): Ending {
  if (code === 0 || code === 143) return 'ended';
  if (code === 137) return 'killed';
  return faults[code] === undefined ? 'failed' : 'faulted';
}

/** What an exit code says of the signal. */
export const signalOf = (code: number): Particulars => {
  const signal = code === 137 ? 'SIGKILL' : faults[code];
  return signal === undefined ? { code } : { code, signal };
};

/** A container of Docker by its id and the name that stands before its logs. */
export function dockerContainer({ fields }: LogEvent): Particulars {
  const { container, containerName } = fields;
  return {
    ...(container === undefined ? {} : { container }),
    ...(containerName === undefined ? {} : { unit: containerName }),
  };
}

const composed = /^([A-Za-z0-9][\w.-]{0,200}[-_]\d{1,4}) exited with code (\d{1,3})(?: \(restarting\))?$/;

/** A container's end as `docker events` and `docker compose up` print it. */
export function dockerExit(event: LogEvent, ending: Ending): readonly Matched[] {
  const { action, exitCode } = event.fields;
  if (event.format === 'docker-events') {
    if (action !== 'die' || exitCode === undefined || endingOf(Number(exitCode)) !== ending) return [];
    return [
      {
        says: { ...dockerContainer(event), ...signalOf(Number(exitCode)) },
        telling: event.message.includes(`exitCode=${exitCode}`) ? `exitCode=${exitCode}` : '',
      },
    ];
  }
  const found = composed.exec(event.message);
  const code = Number(found?.[2]);
  if (!found || endingOf(code) !== ending) return [];
  return [{ says: { unit: found[1] ?? '', ...signalOf(code) }, telling: found[0] }];
}

/** An action of a container in `docker events`. */
export function dockerAction(
  event: LogEvent,
  fits: (fields: LogEvent['fields']) => boolean,
  says: Particulars = {},
): readonly Matched[] {
  const { action, type, signal } = event.fields;
  if (type !== 'container' || action === undefined || !fits(event.fields)) return [];
  return [
    {
      says: {
        ...dockerContainer(event),
        ...(signal === undefined ? {} : { reason: `signal ${signal}` }),
        ...says,
      },
      telling: action,
    },
  ];
}

const containerdExit =
  /^(?:received (?:container )?exit event|TaskExit event) (?:&TaskExit\{ContainerID:([\w-]{1,128}),ID:\1,Pid:(\d+),ExitStatus:(\d+),|container_id:"([\w-]{1,128})" {1,2}id:"\4" {1,2}(?:pid:(\d+) {1,2})?(?:exit_status:(\d+))?)/;

/**
 * A container's end as containerd's CRI prints it: with the old and the new way of protobuf; no `exit_status` is 0.
 * Another `id` is that of a command that was run inside.
 */
export function containerdEnd({ message }: LogEvent, ending: Ending): readonly Matched[] {
  const found = containerdExit.exec(message);
  if (!found) return [];
  const code = Number(found[3] ?? found[6] ?? 0);
  if (endingOf(code) !== ending) return [];
  const container = found[1] ?? found[4] ?? '';
  return [{ says: { container, ...signalOf(code) }, telling: found[0] }];
}

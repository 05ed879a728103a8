import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';

export const kubernetesEvents = { formats: ['kubernetes-event'] } as const;

/** An event with one of these reasons whose message fits. Names of workloads are no unit: only a pod answers requests. */
export function said(
  event: LogEvent,
  reasons: readonly string[],
  pattern: RegExp = /^/,
  says: Particulars = {},
): readonly Matched[] {
  const { event: reason = '', unit, container } = event.fields;
  if (!reasons.includes(reason)) return [];
  const found = pattern.exec(event.message);
  if (!found) return [];
  const named = found.groups ?? {};
  const about = named['unit'] ?? unit;
  return [
    {
      says: {
        ...(about === undefined ? {} : { unit: about }),
        ...(container === undefined ? {} : { container }),
        reason: event.message.slice(0, 200),
        ...(named['process'] === undefined ? {} : { process: named['process'] }),
        ...(named['pid'] === undefined ? {} : { pid: Number(named['pid']) }),
        ...says,
      },
      telling: found[0] || event.message,
    },
  ];
}

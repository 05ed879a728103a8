import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars, Phase } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';
import { carriedFields } from './define.ts';

/** What a record of a managed router says of a request, in the fields that its format reads. */
export interface Named {
  /** How the product itself calls what happened. */
  readonly reason: string;
  /** What the client got; 0: nothing. */
  readonly status: number | undefined;
  readonly bytes: number | undefined;
  readonly event: LogEvent;
}

const figure = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;

/** Method, path and host of `https://shop.example.com:443/cart?x`, or of a path. */
export function place(url: string | undefined): {
  readonly host: string | undefined;
  readonly target: string | undefined;
} {
  const p = /^(?:[a-z]+:\/\/([^/?#]*))?([^#]*)/i.exec(url ?? '');
  return { host: p?.[1]?.replace(/:(?:80|443)$/, '') || undefined, target: url ? p?.[2] || '/' : undefined };
}

/** Seconds as text, as whole milliseconds. */
export const inMillis = (seconds: string | undefined): string | undefined =>
  seconds !== undefined && /^\d+(?:\.\d+)?$/.test(seconds)
    ? String(Math.round(Number(seconds) * 1_000))
    : undefined;

/** How far an answer had come, of which only the status is known that the client got. */
export const phaseBy = (status: number | undefined): Phase =>
  status === 101 ? 'tunnel' : status === undefined || status === 0 || status >= 500 ? 'header' : 'body';

/** The `reads` of a signature for records in which the product itself names the outcome: one match where it `fits`. */
export const whenNamed =
  (fits: (named: Named) => Particulars | undefined) =>
  (event: LogEvent): readonly Matched[] => {
    const { reason, status: told, elapsed, sent, bytes } = event.fields;
    if (reason === undefined) return [];
    const status = figure(told);
    const added = fits({ reason, status, bytes: figure(bytes), event });
    if (!added) return [];
    const all = {
      status: status === 0 ? undefined : status,
      elapsed: figure(elapsed),
      sent: figure(sent),
    };
    const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    return [{ says: { ...carriedFields(event), ...said, ...added }, telling: reason }];
  };

/** The same for a list of reasons that all mean one thing. */
export const whenOneOf = (reasons: readonly string[], adds: Particulars = {}) =>
  whenNamed(({ reason }) => (reasons.includes(reason) ? adds : undefined));

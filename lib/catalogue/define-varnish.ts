import type { LogEvent } from '#lib/model/event.ts';
import type { ClosedBy, Particulars, Phase } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';

export const varnishFetch = {
  project: 'Varnish',
  file: 'bin/varnishd/http1/cache_http1_fetch.c, cache_http1_vfp.c; include/tbl/htc.h',
  version: 'varnish-7.1.1, captured; 7.5 and 6.0 read',
} as const;

export const varnishFormats = ['varnishncsa', 'varnishlog'] as const;

/** The words of `FetchError` that say the backend ended the connection, and what they tell of it. */
const closes: readonly (readonly [words: RegExp, phase: Phase, by: ClosedBy])[] = [
  [/^HTC eof\b/, 'header', 'other'],
  [/^HTC status -1$/, 'header', 'other'],
  [/^backend closed$/, 'header', 'other'],
  [/^(?:straight insufficient bytes|chunked read err|chunked insufficient bytes)$/, 'body', 'fin'],
  [/^(?:Connection reset by peer|eof socket fail)$/, 'body', 'reset'],
  [/^(?:backend write error|req\.body read error): (?:104|54|32) \(/, 'request', 'reset'],
];

const closeOf = (words: string): { readonly phase: Phase; readonly by: ClosedBy } | undefined => {
  const found = closes.find(([pattern]) => pattern.test(words));
  return found && { phase: found[1], by: found[2] };
};

const carried = ['status', 'elapsed', 'received', 'sent'] as const;

/** One match for a `FetchError` whose words `fit`, with what they add. */
export const whenFetchFailed =
  (fits: (words: string) => Particulars | undefined) =>
  ({ fields }: LogEvent): readonly Matched[] => {
    const words = fields['error'];
    const added = words === undefined || words === '-' ? undefined : fits(words);
    if (words === undefined || !added) return [];
    const texts = Object.fromEntries(
      ['method', 'target', 'host', 'upstream', 'requestId'].flatMap((name) =>
        fields[name] ? [[name, fields[name]]] : [],
      ),
    );
    const figures = Object.fromEntries(
      carried.flatMap((name) => (fields[name] ? [[name, Number(fields[name])]] : [])),
    );
    return [{ says: { ...texts, ...figures, ...added }, telling: words }];
  };

/** Raw records say one reset twice: first the errno, then what it broke. The second is the one that counts. */
const first = /^(?:Connection reset by peer$|req\.body read error)/;

/** The same for a close by the backend in this phase. A header that failed and a good status: it was repeated, which Varnish does on a reused connection alone. */
export const whenBackendClosed =
  (phase: Phase) =>
  (event: LogEvent): readonly Matched[] => {
    const { format, fields } = event;
    return whenFetchFailed((words) => {
      const close = closeOf(words);
      if (close?.phase !== phase || (format === 'varnishlog' && first.test(words))) return undefined;
      const repeated = phase === 'header' && /^[1-4]/.test(fields['status'] ?? '');
      return {
        ...close,
        ...(format === 'varnishlog' && phase === 'body' ? { by: 'other' as const } : {}),
        ...(repeated ? { reused: true } : {}),
      };
    })(event);
  };

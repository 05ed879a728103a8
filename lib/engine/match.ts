import type { Lexicon } from '#lib/model/catalogue.ts';
import type { LogEvent } from '#lib/model/event.ts';
import { hash64 } from '#lib/model/hash.ts';
import type { Service } from '#lib/model/record.ts';
import type { Excerpt, Fact, Keys, Particulars, Signal, Stored } from '#lib/model/signal.ts';
import type { Matched, Signature } from '#lib/model/signature.ts';
import { eventTime } from '#lib/model/time.ts';
import { textOf } from './read.ts';
import { type Redaction, secretsIn } from './redact.ts';
import { pathOf, routeOf } from './route.ts';
import { mapped } from './scope.ts';
import { type Sieve, sieve } from './sieve.ts';

/** Characters of a line kept as evidence; the telling part is always among them. */
const longestExcerpt = 2_000;
const methods = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'CONNECT',
  'TRACE',
  'PROPFIND',
  'MKCOL',
]);

/** True when some signature's needle is in the line: nothing that would match is ever without one. */
export const mayMatch = (line: string, needles: readonly string[]): boolean =>
  needles.some((needle) => line.includes(needle));

/** Every needle of the signatures that a source in these formats can show: the prefilter, and the CloudWatch pattern. */
export function needlesOf(catalogue: Lexicon, formats: readonly string[]): readonly string[] {
  const relevant = catalogue.signatures.filter((signature) =>
    signature.formats.some((id) => formats.includes(id)),
  );
  return [...new Set(relevant.flatMap(({ needles }) => needles))].sort();
}

/** `services` are the rules of the event's source. */
export type Match = (event: LogEvent, services?: readonly Service[]) => readonly Signal[];

export function matcher(catalogue: Lexicon, redaction?: Redaction): Match {
  const byFormat = new Map<string, Signature[]>();
  for (const signature of catalogue.signatures)
    for (const format of signature.formats)
      byFormat.set(format, [...(byFormat.get(format) ?? []), signature]);
  const sieves = new Map<string, Sieve<number>>();
  const sieveFor = (format: string, signatures: readonly Signature[]): Sieve<number> => {
    const made =
      sieves.get(format) ??
      sieve(signatures.flatMap(({ needles }, index) => needles.map((needle) => [needle, index] as const)));
    sieves.set(format, made);
    return made;
  };
  return (event, services) => {
    const text = textOf(event.record);
    const signatures = byFormat.get(event.format) ?? [];
    const places = [...sieveFor(event.format, signatures)(text)].sort((a, b) => a - b);
    return places.flatMap((place) => {
      const signature = signatures[place];
      if (!signature) return [];
      return matchesOf(signature, event).map((matched, index) =>
        signal({ event, text, signature, matched, index, services, redaction }),
      );
    });
  };
}

/** What a signature finds in an event that has one of its needles. */
export const matchesOf = (signature: Signature, event: LogEvent): readonly Matched[] =>
  (signature.bare && isQuoted(event)) || isAnothers(signature, event) ? [] : signature.match(event);

function isAnothers({ behind }: Signature, { format, fields: { logger = '' } }: LogEvent): boolean {
  if (!behind?.formats.includes(format)) return false;
  return logger !== behind.logger && !logger.startsWith(`${behind.logger}.`);
}

const isQuoted = ({ fields: { level, logger } }: LogEvent): boolean => Boolean(level || logger);

interface Hit {
  readonly event: LogEvent;
  readonly text: string;
  readonly signature: Signature;
  readonly matched: Matched;
  /** Among those of this signature in the line. */
  readonly index: number;
  readonly services: readonly Service[] | undefined;
  readonly redaction: Redaction | undefined;
}

function signal({ event, text, signature, matched, index, services, redaction }: Hit): Signal {
  const { record, resolution } = event;
  const scope = mapped(matched.says, services);
  const at = event.at === undefined ? null : eventTime(event.at - (matched.earlier ?? 0));
  const content = hash64(`${at}\n${text}`);
  const { says, keys } = parted(matched.says);
  const fact: Fact = {
    id: hash64(`${record.source}\n${record.id}\n${signature.id}\n${index}`),
    at,
    resolution,
    source: record.source,
    ...(scope === undefined ? {} : { scope }),
    signature: signature.id,
    content,
    says,
    keys,
    ...(event.clock === 'own' || event.at === undefined ? {} : { clock: event.clock }),
  };
  const { target, host } = matched.says;
  const line = /^line:(\d+)$/.exec(record.id)?.[1];
  const excerpt: Excerpt = {
    content,
    at,
    source: record.source,
    ...cutAround(text, [matched.telling, ...signature.needles], redaction),
    ...(target === undefined ? {} : { route: routeOf(target) }),
    ...(host === undefined ? {} : { host: host.slice(0, longestSaid) }),
    ...(line === undefined ? {} : { line: Number(line) }),
  };
  return { fact, excerpt };
}

/** Characters of one particular: a page of a thousand facts must fit an item of the table, whatever a client sends. */
const longestSaid = 200;

const bounded = <T extends object>(said: T): T =>
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > longestSaid ? `${value.slice(0, longestSaid)}…` : value,
    ]),
  ) as T;

/** What a client can influence becomes a key's hash; the rest is stored as it is. */
function parted(said: Particulars): { readonly says: Stored; readonly keys: Keys } {
  const { target, client, connection, requestId, host: _host, method, ...rest } = said;
  const known = method === undefined ? undefined : methods.has(method) ? method : 'other';
  return {
    says: { ...bounded(rest), ...(known === undefined ? {} : { method: known }) },
    keys: {
      ...(target === undefined
        ? {}
        : {
            route: hash64(routeOf(target)),
            request: hash64(`${known ?? ''} ${pathOf(target)}`),
            target: hash64(target),
          }),
      ...(client === undefined ? {} : { client: hash64(client) }),
      ...(connection === undefined ? {} : { connection: hash64(connection) }),
      ...(requestId === undefined ? {} : { requestId: hash64(requestId) }),
    },
  };
}

function cutAround(
  text: string,
  telling: readonly string[],
  redaction: Redaction | undefined,
): Pick<Excerpt, 'text' | 'mark'> {
  const shown = telling.find((part) => part !== '' && text.includes(part)) ?? '';
  const from = shown === '' ? 0 : text.indexOf(shown);
  if (text.length <= longestExcerpt) return { text, mark: [from, from + shown.length] };
  let start = from < longestExcerpt / 2 ? 0 : from - 200;
  let end = start + longestExcerpt;
  // What stands before a secret gives it away: half of one would be shown as it is.
  for (const secret of secretsIn(text, redaction)) {
    if (secret.start < start && start < secret.end) start = secret.end <= from ? secret.end : secret.start;
    if (secret.start > from && secret.start < end && end < secret.end) end = secret.start;
  }
  const kept = text.slice(start, Math.min(end, start + longestExcerpt));
  const within = (offset: number) => Math.min(Math.max(0, offset - start), kept.length);
  return { text: kept, mark: [within(from), within(from + shown.length)] };
}

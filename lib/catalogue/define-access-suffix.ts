import type { Fields } from '#lib/model/event.ts';
import { epochStamp, type Stamp } from '#lib/model/time.ts';
import { accessValue, spelling } from './define-access-fields.ts';

interface Word {
  readonly key: string | undefined;
  readonly value: string;
  readonly kind: 'quoted' | 'bracketed' | 'bare';
}

// key="value", key: "value", key=value, "value", [value], value; an unquoted value may be a list (`A, B` or `A : B`).
const word =
  /(?:([A-Za-z][\w.-]*)(?:=|: ?(?=")))?(?:"((?:[^"\\]|\\.)*)"|\[([^\]]{0,400})\](?= |$)|(?!: )([^\s",=]+(?:(?:,| :) [^\s",=]+)*))/y;

function words(rest: string): readonly Word[] {
  const found: Word[] = [];
  for (let at = 0; at < rest.length; ) {
    word.lastIndex = at;
    const next = word.exec(rest);
    if (next) {
      const value = next[2] ?? next[3] ?? next[4] ?? '';
      const kind = next[2] !== undefined ? 'quoted' : next[3] !== undefined ? 'bracketed' : 'bare';
      found.push({ key: next[1], value, kind });
    }
    // A name begins after a blank only: inside a word it may be the client's.
    const blank = rest.indexOf(' ', next ? word.lastIndex : at);
    if (blank < 0) break;
    at = blank + 1;
  }
  return found;
}

/** Named values; a name written twice is not believed, since an unquoted value of the client's may hold the second. */
function named(all: readonly Word[]): Fields {
  const fields: Record<string, string> = {};
  const met = new Set<string>();
  for (const { key, value } of all) {
    const spelt = key === undefined ? undefined : spelling(key);
    const text = spelt && accessValue(spelt, value);
    if (!spelt || text === undefined) continue;
    if (met.has(spelt.field)) delete fields[spelt.field];
    else fields[spelt.field] = text;
    met.add(spelt.field);
  }
  return fields;
}

const seconds = /^(?:\d+\.\d{3}|-)(?:(?:, | : )(?:\d+\.\d{3}|-))*$/;
const statuses = /^(?:[1-5]\d\d|-)(?:(?:, | : )(?:[1-5]\d\d|-))*$/;
const peers =
  /^(?:unix:[^\s,]+|[\w.-]+:\d{1,5}|\[[0-9a-f:]+\]:\d{1,5})(?:(?:, | : )(?:unix:[^\s,]+|[\w.-]+(?::\d{1,5})?|\[[0-9a-f:]+\]:\d{1,5}))*$/;
const epoch = /^\d{10}\.\d{3}$/;

/** Values without names, told by their shape: a peer list beside its status list, and a run of times. */
function positional(all: readonly Word[]): Fields {
  if (all.length === 0) return {};
  const at = all.findIndex(({ value }) => peers.test(value) && !seconds.test(value));
  const lone = at >= 0 && all.filter(({ value }) => peers.test(value)).length === 1;
  const beside = [at + 1, at - 1].find((index) => {
    const other = all[index];
    if (!lone || !other || other.kind !== all[at]?.kind || !statuses.test(other.value)) return false;
    return other.value !== '-' || (index === at + 1 && other.kind !== 'quoted');
  });
  const isTime = ({ kind, value }: Word): boolean =>
    seconds.test(value) &&
    !epoch.test(value) &&
    (kind !== 'quoted' || (beside !== undefined && all[at]?.kind === 'quoted'));
  const first = all.findIndex((each) => each.value !== '-' && isTime(each));
  const run: string[] = [];
  for (let index = first; index >= 0 && index < all.length && run.length < 4; index++) {
    const each = all[index];
    if (!each || index === beside || !isTime(each)) break;
    run.push(each.value);
  }
  const peer = all[at];
  const status = beside === undefined ? undefined : all[beside];
  return {
    ...(peer && status ? { upstream_addr: peer.value, upstream_status: status.value } : {}),
    ...timesOf(run, peer !== undefined && status !== undefined),
  };
}

function timesOf(run: readonly string[], withPeer: boolean): Fields {
  const [a, b, c, d] = run;
  if (a !== undefined && b !== undefined && c !== undefined && d !== undefined && d !== '-')
    return { request_time: a, upstream_connect_time: b, upstream_header_time: c, upstream_response_time: d };
  if (a === undefined) return {};
  if (c !== undefined && c !== '-' && d === undefined) return { request_time: a, upstream_response_time: c };
  const single = (text: string) => !text.includes(' ');
  if (b === undefined || (b === '-' && !withPeer))
    return single(a) ? { request_time: a } : { upstream_response_time: a };
  const swapped = !single(a) || (single(b) && Number(b) > Number(a) + 0.005);
  return swapped && single(b)
    ? { request_time: b, upstream_response_time: a }
    : { request_time: a, upstream_response_time: b };
}

/** Whatever an operator appended to `combined`. */
export function suffix(rest: string): {
  readonly fields: Record<string, string>;
  readonly stamp: Stamp | undefined;
} {
  const all = words(rest);
  // Referrer and user agent come first, where both are there.
  const [first, second] = all;
  const isText = (each: Word | undefined) => each?.kind === 'quoted' && each.key === undefined;
  const own = isText(first) && isText(second) ? all.slice(2) : all;
  const bare = own.filter(({ key }) => key === undefined);
  const msec = own.find(
    ({ key, value }) => epoch.test(value) && (key === undefined || /^(?:msec|ts|time)$/.test(key)),
  );
  return {
    fields: { ...positional(bare), ...named(own) },
    stamp: msec ? epochStamp(Number(msec.value)) : undefined,
  };
}

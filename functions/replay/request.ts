import { momentOf } from '#functions/cli/moment.ts';
import { Problem } from '#functions/cli/problem.ts';
import type { Millis } from '#lib/model/time.ts';
import { list } from '#lib/model/words.ts';
import type { Run } from '#lib/pipeline.ts';
import { groupsOf } from './recall.ts';

/** A question to the replay function, as it is put away between two calls. Both ends of the window are inside. */
export interface Question {
  readonly from: Millis;
  readonly to: Millis;
  /** Names of log groups; none: all that are configured. */
  readonly sources: readonly string[];
  readonly publish: boolean;
  /** Read every line, whatever the filter patterns would let through. */
  readonly unfiltered: boolean;
  readonly rate: number | undefined;
}

/** What is wrong, where in the request, and what to write instead. */
export interface Wrong {
  readonly what: string;
  readonly path?: string;
  readonly remedy: string;
}

export type Request =
  | { readonly kind: 'new'; readonly question: Question }
  /** The token of an answer that was not complete. */
  | { readonly kind: 'onward'; readonly token: string }
  | { readonly kind: 'wrong'; readonly error: Wrong };

const time = 'write 2026-11-22T12:00:00Z, milliseconds since 1970, or 2h for two hours ago';
const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean';

/** What each member must be. Checked by hand: a schema library would double what is loaded before the first line is read. */
const members: Readonly<
  Record<string, { readonly fits: (value: unknown) => boolean; readonly remedy: string }>
> = {
  since: { fits: isMoment, remedy: time },
  until: { fits: (value) => value === undefined || isMoment(value), remedy: time },
  sources: {
    fits: (value) => value === undefined || (Array.isArray(value) && value.length > 0 && value.every(isText)),
    remedy: 'write a list of log groups: ["/app/nginx"], or leave it out for all',
  },
  publish: { fits: isFlag, remedy: 'write true or false' },
  unfiltered: { fits: isFlag, remedy: 'write true or false' },
  rate: {
    fits: (value) =>
      value === undefined || (typeof value === 'number' && value > 0 && Number.isFinite(value)),
    remedy: 'write calls a second, more than 0: 2.5',
  },
};

interface Asked {
  readonly since: string | number;
  readonly until?: string | number;
  readonly sources?: readonly string[];
  readonly publish?: boolean;
  readonly unfiltered?: boolean;
  readonly rate?: number;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isMoment(value: unknown): boolean {
  return isText(value) || Number.isSafeInteger(value);
}

/** The first member that is not as it must be; undefined where all are. */
function flawIn(event: object): Request | undefined {
  const stranger = Object.keys(event).find((name) => !Object.hasOwn(members, name));
  if (stranger !== undefined)
    return wrong(
      `the request has a member ${JSON.stringify(stranger)} that nothing reads`,
      'it may have since, until, sources, publish, unfiltered, rate and next',
      stranger,
    );
  for (const [name, { fits, remedy }] of Object.entries(members)) {
    const value = (event as Record<string, unknown>)[name];
    if (!fits(value))
      return wrong(
        value === undefined ? `${name} is missing` : `${name} is ${JSON.stringify(value)}`,
        remedy,
        name,
      );
  }
  return undefined;
}

/** Reads what somebody passed to `aws lambda invoke`. With `next`, all else is as it was in the first call. */
export function requestOf(event: unknown, run: Run, now: Millis): Request {
  if (typeof event === 'object' && event !== null && 'next' in event) {
    if (typeof event.next === 'string' && /^[0-9a-f]{16}$/.test(event.next))
      return { kind: 'onward', token: event.next };
    return wrong(
      `next is ${JSON.stringify(event.next)}, which no answer ever gave`,
      'pass the next of the last answer as it is, or leave it out to begin anew',
      'next',
    );
  }
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    return wrong('the request is no JSON object', 'pass { "since": "2h" }, for example');
  const flaw = flawIn(event);
  if (flaw) return flaw;
  const { since, until, sources = [], publish = false, unfiltered = false, rate } = event as Asked;
  const from = millis(since, now);
  const to = until === undefined ? now : millis(until, now);
  if (from === undefined) return wrong(`since is ${JSON.stringify(since)}: that is no time`, time, 'since');
  if (to === undefined) return wrong(`until is ${JSON.stringify(until)}: that is no time`, time, 'until');
  if (from > to)
    return wrong(
      `since (${new Date(from).toISOString()}) is later than until (${new Date(to).toISOString()}): nothing lies between them`,
      'exchange them',
      'since',
    );
  const groups = groupsOf(run);
  if (groups.length === 0)
    return wrong(
      'the configuration of this stack names no log group',
      'add sources to closecall.config.json and deploy again',
    );
  const stranger = sources.findIndex((name) => !groups.includes(name));
  if (stranger >= 0)
    return wrong(
      `sources[${stranger}] is ${JSON.stringify(sources[stranger])}, which this stack does not read`,
      `choose from ${list(groups)}, or leave sources out for all`,
      `sources[${stranger}]`,
    );
  return { kind: 'new', question: { from, to, sources, publish, unfiltered, rate } };
}

function millis(at: string | number, now: Millis): Millis | undefined {
  if (typeof at === 'number') return Math.abs(at) <= 8.64e15 ? at : undefined;
  try {
    return momentOf('', at, now);
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

const wrong = (what: string, remedy: string, path?: string): Request => ({
  kind: 'wrong',
  error: { what, ...(path === undefined ? {} : { path }), remedy },
});

import * as z from 'zod/mini';
import { momentOf } from '#functions/cli/known.ts';
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
const moment = z.union([z.string(), z.int()], time);
const flag = z._default(z.boolean('write true or false'), false);
const schema = z.strictObject({
  since: moment,
  until: z.optional(moment),
  sources: z.optional(
    z
      .array(
        z.string('write the name of a log group'),
        'write a list of log groups: ["/app/nginx"], or leave it out for all',
      )
      .check(z.minLength(1, 'name at least one log group, or leave it out for all')),
  ),
  publish: flag,
  unfiltered: flag,
  rate: z.optional(z.number('write calls a second: 2.5').check(z.positive('write more than 0'))),
});
const onward = z.looseObject({ next: z.string().check(z.regex(/^[0-9a-f]{16}$/)) });

/** Reads what somebody passed to `aws lambda invoke`. With `next`, all else is as it was in the first call. */
export function requestOf(event: unknown, run: Run, now: Millis): Request {
  if (typeof event === 'object' && event !== null && 'next' in event) {
    const read = onward.safeParse(event);
    if (read.success) return { kind: 'onward', token: read.data.next };
    return wrong(
      `next is ${JSON.stringify(event.next)}, which no answer ever gave`,
      'pass the next of the last answer as it is, or leave it out to begin anew',
      'next',
    );
  }
  const read = schema.safeParse(event, { reportInput: true });
  if (!read.success) return wrongIn(read.error.issues[0]);
  const { since, until, sources = [], publish, unfiltered, rate } = read.data;
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

function wrongIn(issue: z.core.$ZodIssue | undefined): Request {
  const path = (issue?.path ?? []).reduce<string>(
    (at, step) =>
      typeof step === 'number' ? `${at}[${step}]` : at === '' ? String(step) : `${at}.${String(step)}`,
    '',
  );
  if (issue?.code === 'unrecognized_keys')
    return wrong(
      `the request has a member ${JSON.stringify(issue.keys[0])} that nothing reads`,
      'it may have since, until, sources, publish, unfiltered, rate and next',
      issue.keys[0],
    );
  if (path === '') return wrong('the request is no JSON object', 'pass { "since": "2h" }, for example');
  return wrong(
    issue?.input === undefined ? `${path} is missing` : `${path} is ${JSON.stringify(issue.input)}`,
    issue?.message ?? '',
    path,
  );
}

const wrong = (what: string, remedy: string, path?: string): Request => ({
  kind: 'wrong',
  error: { what, ...(path === undefined ? {} : { path }), remedy },
});

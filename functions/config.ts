import { z } from 'zod';
import { defaultTiming } from '#lib/engine/join.ts';
import type { Settings } from '#lib/engine/limits.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Medium, Pace } from '#lib/model/conversation.ts';
import type { Limit } from '#lib/model/defaults.ts';
import { isNonEmpty } from '#lib/model/nonempty.ts';
import { defaultScope, type Role, type Source } from '#lib/model/record.ts';
import { hour, type Millis, minute, second, zoneOffset } from '#lib/model/time.ts';
import { list } from '#lib/model/words.ts';
import { type Run, runOf } from '#lib/pipeline.ts';
import { durationOf, settingValue } from './values.ts';

/** Everything a handler knows besides its event. */
export interface Setup {
  readonly catalogue: Catalogue;
  readonly run: Run;
  readonly pace: Pace;
  readonly media: readonly Medium[];
  /** Older lines are counted and not stored. */
  readonly horizon: Millis;
  /** How long pages are kept. */
  readonly ttl: Millis;
}

export const defaultPace: Pace = {
  gap: defaultTiming.gap,
  lateness: 3 * minute,
  provisional: 20 * second,
  recount: 5 * minute,
  repeat: 4 * hour,
  amend: 24 * hour,
};
const defaultHorizon: Millis = 24 * hour;
const defaultTtl: Millis = 72 * hour;
const defaultSkew: Millis = second;

/** The log groups of closecall itself: reading them would feed what it says back to it. */
export const ownGroups = '/closecall/';

const readAs = <T>(read: (text: string) => T | undefined, remedy: string) =>
  z.string(remedy).transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', message: remedy, input: text });
    return z.NEVER;
  });

const duration = readAs(durationOf, 'write a time with its unit: 250ms, 30s, 10m, 4h');
const zone = readAs(zoneOffset, 'write the offset from UTC: +02:00, -05:00 or UTC');
const positive = z.int('write a whole number').min(1, 'write 1 or more');
const name = z.string('write a name in quotes').min(1, 'write a name that is not empty');

const source = z.strictObject({
  logGroup: name.regex(/^[.\-_/#A-Za-z0-9]{1,512}$/, 'write the name of a CloudWatch log group: /app/nginx'),
  role: z.enum(['proxy', 'backend', 'platform'], 'write proxy, backend or platform'),
  formats: z.array(name).min(1, 'name at least one format, or leave formats out').optional(),
  scope: name.default(defaultScope),
  shared: z.boolean('write true or false').default(false),
  tz: zone.default(0),
  skew: duration.default(defaultSkew),
  addresses: z.array(name).optional(),
});

const schema = z.strictObject({
  sources: z.array(source).default([]),
  settings: z
    .record(z.string(), z.union([z.string(), z.number()], 'write a value: "60s", "10M", 4 or "off"'))
    .default({}),
  notify: z
    .strictObject({
      slack: z.strictObject({ channel: name, minCloses: positive.default(1) }).optional(),
      email: z
        .strictObject({
          to: z.array(z.email('write an address: a@example.com')).min(1),
          minCloses: positive.default(3),
        })
        .optional(),
    })
    .default({}),
  timings: z
    .strictObject({
      gap: duration.default(defaultPace.gap),
      lateness: duration.default(defaultPace.lateness),
      provisional: duration.default(defaultPace.provisional),
      repeat: duration.default(defaultPace.repeat),
      horizon: duration.default(defaultHorizon),
      ttl: duration.default(defaultTtl),
    })
    .prefault({}),
});
type Written = z.output<typeof schema>;

export type Configured =
  | { readonly kind: 'ready'; readonly setup: Setup }
  /** Each error names where, what stands there, and what to write instead. */
  | { readonly kind: 'wrong'; readonly errors: readonly string[] };

/** A configuration, as parsed from JSON, made ready for the handlers. */
export function configure(json: unknown, catalogue: Catalogue): Configured {
  const parsed = schema.safeParse(json, { reportInput: true });
  if (!parsed.success) return { kind: 'wrong', errors: parsed.error.issues.flatMap(sentencesOf) };
  const written = parsed.data;
  const settings = settingsOf(written.settings, catalogue);
  const errors = [...settings.errors, ...groupErrors(written, catalogue), ...timingErrors(written)];
  if (errors.length > 0) return { kind: 'wrong', errors };
  const { gap, lateness, provisional, repeat, horizon, ttl } = written.timings;
  const run = runOf(
    written.sources.map((each) => sourceOf(each, catalogue)),
    settings.known,
    { ...defaultTiming, gap },
  );
  const pace = { ...defaultPace, gap, lateness, provisional, repeat };
  return { kind: 'ready', setup: { catalogue, run, pace, media: mediaOf(written), horizon, ttl } };
}

function sentencesOf(issue: z.core.$ZodIssue): readonly string[] {
  const at = issue.path.reduce<string>(
    (path, step) =>
      typeof step === 'number' ? `${path}[${step}]` : path === '' ? String(step) : `${path}.${String(step)}`,
    '',
  );
  const place = at === '' ? 'the configuration' : at;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(
      (key) => `${place} has a member "${key}" that nothing reads: correct its spelling or remove it.`,
    );
  if (issue.input === undefined) return [`${place} is missing: ${issue.message}.`];
  return [`${place} is ${JSON.stringify(issue.input)}: ${issue.message}.`];
}

function settingsOf(written: Written['settings'], catalogue: Catalogue) {
  const limits = catalogue.programs.flatMap((program) => program.limits);
  const errors: string[] = [];
  const known: Record<string, number | null> = {};
  for (const [setting, value] of Object.entries(written)) {
    const limit = limits.find((each) => each.setting === setting);
    const read = limit && settingValue(limit, String(value));
    if (!limit) errors.push(`settings["${setting}"] is not known: ${knownNames(setting, limits)}.`);
    else if (read === undefined)
      errors.push(`settings["${setting}"] is ${JSON.stringify(value)}: ${examples[limit.unit]}.`);
    else known[setting] = read;
  }
  return { errors, known: known satisfies Settings };
}

const examples: Readonly<Record<Limit['unit'], string>> = {
  ms: 'write a time such as "60s", "500ms" or "off"; a bare number is seconds',
  bytes: 'write a size such as "8k", "10M" or "off"',
  count: 'write a number, or "off"',
};

function knownNames(setting: string, limits: readonly Limit[]): string {
  const [program = ''] = setting.split('.');
  const near = limits.map((limit) => limit.setting).filter((each) => each.startsWith(`${program}.`));
  if (near.length > 0) return `${program} has ${list(near)}`;
  const programs = [...new Set(limits.map((limit) => limit.setting.split('.')[0] ?? ''))];
  return `begin it with one of ${list(programs, 'or')}`;
}

/** What one source alone cannot show: groups named twice, our own groups, formats that do not exist. */
function groupErrors({ sources }: Written, catalogue: Catalogue): readonly string[] {
  const ids = catalogue.formats.map(({ id }) => id);
  return sources.flatMap(({ logGroup, formats }, index) => [
    ...(logGroup.startsWith(ownGroups)
      ? [
          `sources[${index}].logGroup is ${logGroup}: closecall writes that group itself; name the group of your proxy or backend.`,
        ]
      : []),
    ...(sources.findIndex((each) => each.logGroup === logGroup) < index
      ? [`sources[${index}].logGroup is ${logGroup}, which is listed before: one entry per group.`]
      : []),
    ...(formats ?? [])
      .filter((format) => !ids.includes(format))
      .map(
        (format) => `sources[${index}].formats has ${format}, which is not known: choose from ${list(ids)}.`,
      ),
  ]);
}

function timingErrors({ timings: { horizon, ttl } }: Written): readonly string[] {
  const least = horizon + defaultTiming.maxSpan + 12 * hour;
  return ttl < least
    ? [
        `timings.ttl is ${ttl / hour}h: pages must outlive what may still be judged, so write at least ${least / hour}h.`,
      ]
    : [];
}

function sourceOf(written: Written['sources'][number], catalogue: Catalogue): Source {
  const { logGroup, role, scope, shared, tz, skew, addresses } = written;
  const formats = catalogue.formats
    .filter(
      (format) => written.formats?.includes(format.id) ?? (format.role === undefined || format.role === role),
    )
    .map(({ id }) => id);
  if (!isNonEmpty(formats)) throw new Error(`the catalogue has no format for a ${role satisfies Role}`);
  return {
    name: logGroup,
    role,
    formats,
    ...(written.formats === undefined ? { open: true as const } : {}),
    scope,
    shared,
    zone: tz,
    skew,
    ...(addresses ? { addresses } : {}),
  };
}

const mediaOf = ({ notify: { slack, email } }: Written): readonly Medium[] => [
  ...(slack ? [{ id: 'slack', manner: 'living', minCloses: slack.minCloses } as const] : []),
  ...(email ? [{ id: 'email', manner: 'letters', minCloses: email.minCloses } as const] : []),
];

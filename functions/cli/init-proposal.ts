import type { ListedGroup } from '#functions/account.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { filterPattern } from '#lib/catalogue/filter-pattern.ts';
import { mayMatch, needlesOf } from '#lib/engine/match.ts';
import type { Sniffed } from '#lib/engine/sniff.ts';
import { isNonEmpty, type NonEmpty } from '#lib/model/nonempty.ts';
import type { Role } from '#lib/model/record.ts';
import { day, type Millis } from '#lib/model/time.ts';
import type { GroupLoad } from './cost.ts';
import { roleByName } from './init-groups.ts';
import type { Sample } from './init-sample.ts';
import { formatsIn, type SampledZone, zoneIn } from './log-samples.ts';

/** What a log group is taken for, from its lines; from its name only where they do not tell. */
export interface Proposal {
  readonly group: string;
  readonly role: Role;
  /** `lines`: some program in it spoke for the role; `person`: somebody said so; `name`, `nothing`: a guess. */
  readonly by: 'lines' | 'person' | 'name' | 'nothing';
  /** Undefined where no line tells which program writes it: then everything that its role may hold is read. */
  readonly formats: NonEmpty<string> | undefined;
  readonly zone: SampledZone;
  readonly sample: Sample;
}

export function proposalOf(group: string, sample: Sample): Proposal {
  const sniffed = sample.kind === 'lines' ? sample.sniffed : undefined;
  if (sniffed && sniffed.roles.size > 0)
    return {
      group,
      role: sniffed.role,
      by: 'lines',
      formats: formatsFor(sniffed, sniffed.role),
      zone: zoneIn(sniffed, undefined),
      sample,
    };
  const named = roleByName(group);
  return {
    group,
    role: named ?? 'backend',
    by: named === undefined ? 'nothing' : 'name',
    formats: undefined,
    zone: sniffed ? zoneIn(sniffed, undefined) : { how: 'none', minutes: 0 },
    sample,
  };
}

/** A proposal whose role somebody told. */
export const withRole = (proposal: Proposal, role: Role): Proposal => ({ ...proposal, role, by: 'person' });

const requests: ReadonlySet<string> = new Set(
  catalogue.formats.filter(({ kind }) => kind === 'access').map(({ id }) => id),
);
/** Logs of a whole host, in which the kernel speaks seldom. */
const hosts: ReadonlySet<string> = new Set(catalogue.formats.filter(({ host }) => host).map(({ id }) => id));

/**
 * What was found, and what the same writer says so seldom that a sample of a few hundred lines need not show it: the
 * errors of a proxy beside its requests, a backend's last words, the kernel's on its host. What no format names is
 * never delivered.
 */
function formatsFor(sniffed: Sniffed, role: Role): NonEmpty<string> | undefined {
  const found = formatsIn(sniffed);
  const seldom = [
    ...(role === 'proxy' && found.some((id) => requests.has(id)) ? ['nginx-error'] : []),
    ...(sniffed.roles.has('backend') ? ['plain'] : []),
    ...(role !== 'proxy' && found.some((id) => hosts.has(id)) ? ['kernel', 'plain'] : []),
  ];
  const formats = catalogue.formats
    .map(({ id }) => id)
    .filter((id) => found.includes(id) || seldom.includes(id));
  return isNonEmpty(formats) ? formats : undefined;
}

/** Where nothing is known of a group. */
export const guessed = { gigabytes: 10, bytesPerLine: 250, streams: 2 } as const;
const month: Millis = 730 * 3_600_000;

/** What reading it amounts to, for the reckoning; undefined `facts` for a group that could not be listed. */
export function loadOf(
  proposal: Proposal,
  transport: GroupLoad['transport'],
  facts: ListedGroup | undefined,
  now: Millis,
): GroupLoad {
  const { sample } = proposal;
  const texts = sample.kind === 'lines' ? sample.texts : [];
  return {
    transport,
    gigabytes: gigabytesOf(facts, now) ?? guessed.gigabytes,
    // What CloudWatch counts on top of each event.
    bytesPerLine:
      texts.length === 0
        ? guessed.bytesPerLine
        : texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / texts.length + 26,
    delivered: deliveredOf(proposal, texts),
    streams: sample.kind === 'lines' ? sample.streams : guessed.streams,
  };
}

/** Written a month, on average over what it still holds; undefined where CloudWatch does not say what that is. */
export function gigabytesOf(facts: ListedGroup | undefined, now: Millis): number | undefined {
  if (facts?.bytes === undefined) return undefined;
  const age = Math.min(facts.retention ?? Number.POSITIVE_INFINITY, Math.max(day, now - facts.created));
  return ((facts.bytes / 1e9) * month) / age;
}

/** The share of lines that its filter pattern lets through. One more than were seen may have been missed. */
function deliveredOf({ formats, role }: Proposal, texts: readonly string[]): number {
  const read =
    formats ??
    catalogue.formats
      .filter((format) => format.role === undefined || format.role === role)
      .map(({ id }) => id);
  const { needles } = filterPattern(needlesOf(catalogue, read));
  const passing = texts.filter((text) => mayMatch(text, needles)).length;
  return needles.includes('') ? 1 : (passing + 1) / (texts.length + 1);
}

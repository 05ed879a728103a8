/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html */
export const longestPattern = 1_024;

export interface FilterPattern {
  /** `?"needle" ?"needle"`, or `""` for everything. */
  readonly pattern: string;
  readonly needles: readonly string[];
  /** Why it is not the plain list of needles, where it is not. */
  readonly note?: string;
}

/**
 * The CloudWatch filter pattern of a log group: every needle as a `?"…"` term. Where that is too long, needles that
 * share a beginning are cut to it, longest groups first; when even that does not fit, everything is let through.
 */
export function filterPattern(needles: readonly string[]): FilterPattern {
  if (needles.length === 0)
    return { pattern: '""', needles: [], note: 'no signature is known for these formats' };
  const covered = withoutCovered(needles);
  if (written(covered).length <= longestPattern) return { pattern: written(covered), needles: covered };
  const shared = shareBeginnings(covered, endsWord) ?? shareBeginnings(covered, () => true);
  if (shared)
    return {
      pattern: written(shared),
      needles: shared,
      note: 'needles were cut to beginnings that they share',
    };
  return {
    pattern: '""',
    needles: [''],
    note: `the needles need ${written(covered).length} characters and a pattern holds ${longestPattern}: every line is delivered`,
  };
}

const written = (needles: readonly string[]): string => needles.map((needle) => `?"${needle}"`).join(' ');

/** A needle that contains another adds nothing to it. */
const withoutCovered = (needles: readonly string[]): readonly string[] =>
  [...new Set(needles)]
    .sort()
    .filter((needle, _, all) => !all.some((other) => other !== needle && needle.includes(other)));

/** Shorter than this, a beginning lets through most of a busy log. */
const shortestBeginning = 6;

/** CloudWatch promises to find words and phrases, not pieces of words. */
const endsWord = (beginning: string, members: readonly string[]): boolean =>
  /\W$/.test(beginning) || members.every((member) => /^(?:\W|$)/.test(member.slice(beginning.length)));

function shareBeginnings(
  needles: readonly string[],
  fits: (beginning: string, members: readonly string[]) => boolean,
): readonly string[] | undefined {
  let held = needles;
  while (written(held).length > longestPattern) {
    let best: { readonly beginning: string; readonly saved: number } | undefined;
    for (const needle of held)
      for (let length = shortestBeginning; length < needle.length; length++) {
        const beginning = needle.slice(0, length).trimEnd();
        const members = held.filter((other) => other.startsWith(beginning));
        if (members.length < 2) break;
        const saved = written(members).length - written([beginning]).length;
        if (
          beginning.length >= shortestBeginning &&
          fits(beginning, members) &&
          (!best || saved >= best.saved)
        )
          best = { beginning, saved };
      }
    if (!best) return undefined;
    const { beginning } = best;
    held = [beginning, ...held.filter((needle) => !needle.startsWith(beginning))].sort();
  }
  return held;
}

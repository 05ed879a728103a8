import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with a configuration's shape: where, what stands there, and what to write instead. */
export const sentencesOf = (issue: Issue): readonly string[] => toldOf(issue, []);

function toldOf(issue: Issue, above: readonly PropertyKey[]): readonly string[] {
  const path = [...above, ...issue.path];
  const place = placeOf(path);
  if (issue.code === 'invalid_union') {
    const nearest = nearestOf(issue);
    if (nearest) return nearest.flatMap((each) => toldOf(each, path));
  }
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(
      (key) =>
        `${place} has a member ${shown(key, path)} that nothing reads: correct its spelling or remove it.`,
    );
  if (issue.input === undefined) return [`${place} is missing: ${issue.message}.`];
  return [`${place} is ${shown(issue.input, path)}: ${issue.message}.`];
}

/** Of several shapes the one that was meant: that which knows most of the members that stand there. */
function nearestOf({
  input,
  errors,
}: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] | undefined {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
  const unknown = (issues: readonly Issue[]) =>
    issues.reduce((sum, each) => sum + (each.code === 'unrecognized_keys' ? each.keys.length : 0), 0);
  return [...errors].sort((a, b) => unknown(a) - unknown(b))[0];
}

/** `sources[0].services[1].paths`. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step}]`;
    const name = secretive.test(String(step)) ? hidden : String(step);
    return place === '' ? name : `${place}.${name}`;
  }, '') || 'the configuration';

/** Members of `notify.slack` and `notify.webhook` that hold no secret. */
const open: ReadonlySet<PropertyKey | undefined> = new Set(['channel', 'api', 'minCloses']);
const secret: ReadonlySet<PropertyKey | undefined> = new Set(['slack', 'webhook']);
const secretive = /xox[a-z]|xapp-|hooks\.slack\.|:\/\/[^/"]*@/i;
const hidden = '(not repeated here, since it may be a secret)';

/** What stands in a configuration, but for what may be a secret by mistake: errors end in build logs. */
export function shown(input: unknown, path: readonly PropertyKey[] = []): string {
  const written = JSON.stringify(input);
  const isOpen = path[0] !== 'notify' || !secret.has(path[1]) || open.has(path[2]);
  return isOpen && !secretive.test(written) ? written : hidden;
}

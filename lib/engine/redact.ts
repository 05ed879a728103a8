import type { SafeText } from '#lib/model/alert.ts';

/** What people know of their own secrets. */
export interface Redaction {
  /** Further names whose values are secrets: of headers, members, parameters. In either case; `-` and `_` are one. */
  readonly names: readonly string[];
  /** What is shown all the same. The secrets in a query are still taken out. */
  readonly keep: readonly Keepable[];
}
export type Keepable = 'email' | 'query';

export const usualRedaction: Redaction = { names: [], keep: [] };

interface Rule {
  readonly kind: string;
  readonly keepable?: Keepable;
  /** Linear in time on any text: what repeats is bounded, or cannot begin anew inside itself. */
  readonly pattern: RegExp;
  /** Where the value that begins at `from` ends, where the pattern finds only what stands before it. */
  readonly end?: (text: string, from: number) => number;
}

/** What a placeholder looks like: nothing inside one is taken out again. */
const placed = '(?!‹[a-z]+ \\d+›)';
const rule = (kind: string, pattern: string, flags = '', end?: Rule['end']): Rule => ({
  kind,
  pattern: new RegExp(pattern, `g${flags}`),
  ...(end ? { end } : {}),
});
const keepable = (kind: Keepable, pattern: string): Rule => ({ ...rule(kind, pattern), keepable: kind });

/** At its closing quote, where one opens before it, else at the first mark that no bare value holds. */
function endOfValue(text: string, from: number): number {
  const quote = /\\{0,3}["']$/.exec(text.slice(Math.max(0, from - 4), from))?.[0];
  if (quote !== undefined) {
    for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1))
      if (quote.length > 1 || text[at - 1] !== '\\') return at;
    return text.length;
  }
  const rest = /[\s"'&)}\]]|[,;](?=\s|$)/g;
  rest.lastIndex = from;
  return rest.exec(text)?.index ?? text.length;
}
/** Credentials without quotes may be several words: a scheme that nobody listed, parameters after commas. */
function endOfCredentials(text: string, from: number): number {
  if (/["']$/.test(text.slice(Math.max(0, from - 1), from))) return endOfValue(text, from);
  const words =
    /(?:[^\s"',;]|,(?=\S)|"[^"]{0,2000}"){1,4000}(?:(?: |, ?)(?=[\w-]{1,40}=|\S{6})(?:[^\s"',;]|"[^"]{0,2000}"){1,4000}){0,12}/y;
  words.lastIndex = from;
  return words.exec(text) ? words.lastIndex : from;
}

const separator = '\\\\{0,3}["\']?\\s{0,8}[:=]\\s{0,8}\\[?(?:\\\\{0,3}["\'])?';
const secretNames =
  'password|passwd|passphrase|pwd|secret|token|credentials?|signature|api[_-]?key|access[_-]?key|private[_-]?key|secret[_-]?key|sess(?:ion)?[_-]?id|csrf';

/** What is taken out, in this order: first what follows a path. Group 1, where there is one, stays. */
const queryRules: readonly Rule[] = [
  // A question mark inside a word: what follows it up to the next blank or quote, whatever it looks like.
  keepable('query', `((?<=^|[^\\s"'?])\\?)${placed}(?=[\\w%&=.~/+[-])(?:[^\\s"]|"(?=&))+`),
  rule('query', `(;jsessionid=)${placed}[^\\s"?#/;]+`, 'i'),
];

const rules: readonly Rule[] = [
  rule(
    'key',
    '-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]*(?:-(?!----)[^-]*){0,50}(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?',
  ),
  rule('token', '\\beyJ[A-Za-z0-9_-]{8,4000}\\.[A-Za-z0-9_-]{4,4000}(?:\\.[A-Za-z0-9_-]{0,4000}){0,4}'),
  rule('token', '\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b'),
  rule(
    'token',
    '\\b(?:xox[a-z]-|xoxe\\.xox[a-z]-|gh[opsur]_|github_pat_|glpat-|npm_|[rs]k_(?:live|test)_|sk-|AIza|SG\\.)[A-Za-z0-9_.-]{10,400}',
  ),
  rule('token', `(hooks\\.slack\\.com/services/)${placed}[A-Za-z0-9/]{8,200}`),
  rule(
    'credentials',
    `\\b((?:proxy-)?authorization${separator}(?:(?:basic|bearer|digest|token|negotiate)\\s{1,8})?)${placed}(?=[^\\s"'])`,
    'i',
    endOfCredentials,
  ),
  rule('credentials', `\\b(bearer\\s{1,8})${placed}[A-Za-z0-9._~+/-]{8,4000}=*`, 'i'),
  rule('cookie', `\\b((?:set-)?cookie${separator})${placed}(?=[^"'\\r\\n])`, 'i', (text, from) =>
    /["']$/.test(text.slice(Math.max(0, from - 1), from))
      ? endOfValue(text, from)
      : (/[\r\n]|$/.exec(text.slice(from))?.index ?? 0) + from,
  ),
  // A variable of a container: its name stands in one member, its value in the next.
  rule(
    'secret',
    `("name\\\\{0,3}":\\s{0,8}\\\\{0,3}"\\w{0,80}(?:${secretNames})\\w{0,80}\\\\{0,3}",\\s{0,8}\\\\{0,3}"value\\\\{0,3}":\\s{0,8}\\\\{0,3}")${placed}(?=[^"\\\\])`,
    'i',
    endOfValue,
  ),
  rule('secret', `((?:${secretNames})${separator})${placed}(?=[^\\s"'&)}\\]])`, 'i', endOfValue),
  // A password may hold an @; a user may be left out, or be the whole secret.
  rule('credentials', `(://)${placed}(?:[^\\s/@:"']{0,100}:[^\\s/"']{1,200}|[^\\s/@:"']{8,200})(?=@)`),
  keepable(
    'email',
    '(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}(?:@|%40)[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}\\b',
  ),
];

/** Before the schemes that stand in front of credentials are looked for, so that one of them stays readable. */
const namedRule = (names: readonly string[]): Rule => {
  const any = names.map((name) => name.replace(/[-_]/g, '[-_]').replaceAll('.', '\\.')).join('|');
  return rule(
    'secret',
    `((?<![A-Za-z0-9])(?:${any})${separator}(?:(?:basic|bearer|digest|token|negotiate)\\s{1,8})?)${placed}(?=[^\\s"'&)}\\]])`,
    'i',
    endOfValue,
  );
};

const rulesFor = new WeakMap<Redaction, readonly Rule[]>();

function rulesOf(redaction: Redaction): readonly Rule[] {
  const known = rulesFor.get(redaction);
  if (known) return known;
  const { names, keep } = redaction;
  const named = names.length > 0 ? [namedRule(names)] : [];
  const wanted = [...queryRules, ...named, ...rules].filter(
    (each) => each.keepable === undefined || !keep.includes(each.keepable),
  );
  rulesFor.set(redaction, wanted);
  return wanted;
}

export interface Redactor {
  readonly text: (raw: string) => SafeText;
  /** The text with its mark moved to where the telling part now stands. */
  readonly marked: (
    raw: string,
    mark: readonly [number, number],
  ) => { readonly text: SafeText; readonly mark: readonly [number, number] };
}

/** Where one rule finds secrets: ascending, never touching. */
function* spansOf(
  { pattern, end }: Rule,
  text: string,
): Generator<{ readonly start: number; readonly end: number }> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index + (match[1]?.length ?? 0);
    const stop = end ? end(text, start) : match.index + match[0].length;
    if (stop > start) yield { start, end: stop };
    pattern.lastIndex = Math.max(pattern.lastIndex, stop, match.index + 1);
  }
}

/** Every stretch of a text that holds a secret, ascending; those that touch are one. A cut must not fall inside one. */
export function secretsIn(
  text: string,
  redaction: Redaction = usualRedaction,
): readonly { readonly start: number; readonly end: number }[] {
  const all = rulesOf(redaction)
    .flatMap((each) => [...spansOf(each, text)])
    .sort((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of all) {
    const last = joined[joined.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/**
 * Takes secrets out of log text. One value has one placeholder for as long as the redactor lives (one incident), and
 * they are numbered in the order of use, so that texts shown in canonical order read the same from every way in.
 */
export function redactor(redaction: Redaction = usualRedaction): Redactor {
  const rules = rulesOf(redaction);
  const known = new Map<string, string>();
  const counts = new Map<string, number>();
  const placeholder = (kind: string, value: string): string => {
    const key = `${kind} ${value}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const made = `‹${kind} ${number}›`;
    known.set(key, made);
    return made;
  };
  const marked: Redactor['marked'] = (raw, mark) => {
    let text = raw;
    let [from, to] = mark;
    for (const each of rules) {
      const parts: string[] = [];
      let done = 0;
      let shift = 0;
      let [newFrom, newTo] = [from, to];
      for (const { start, end } of spansOf(each, text)) {
        const put = placeholder(each.kind, text.slice(start, end));
        parts.push(text.slice(done, start), put);
        const grown = put.length - (end - start);
        const moved = (offset: number, inside: number) =>
          offset >= end ? offset + shift + grown : offset > start ? inside + shift : offset + shift;
        if (from >= start) newFrom = moved(from, start);
        if (to >= start) newTo = moved(to, start + put.length);
        shift += grown;
        done = end;
      }
      if (done === 0) continue;
      text = parts.join('') + text.slice(done);
      [from, to] = [newFrom, newTo];
    }
    return { text: text as SafeText, mark: [from, to] };
  };
  return { marked, text: (raw) => marked(raw, [0, 0]).text };
}

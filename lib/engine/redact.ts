import type { SafeText } from '#lib/model/alert.ts';

interface Rule {
  readonly kind: string;
  readonly pattern: RegExp;
}

/** What is taken out of every text, in this order. Group 1, where there is one, stays. */
const rules: readonly Rule[] = [
  { kind: 'query', pattern: /(\?)(?=[^\s"'<>]*=)[^\s"'<>]+/g },
  { kind: 'key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(?:-----END [A-Z ]*PRIVATE KEY-----)?/g },
  { kind: 'token', pattern: /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)?/g },
  { kind: 'token', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  { kind: 'token', pattern: /\b(?:xox[abprs]-|ghp_|gho_|ghs_|github_pat_|sk_live_|sk-)[A-Za-z0-9_-]{10,}/g },
  {
    kind: 'credentials',
    pattern: /\b((?:proxy-)?authorization["']?\s*[:=]\s*["']?(?:basic|bearer|digest|token)?\s*)[^\s"',;]+/gi,
  },
  { kind: 'credentials', pattern: /\b(bearer\s+)[A-Za-z0-9._~+/-]{8,}=*/gi },
  { kind: 'cookie', pattern: /\b((?:set-)?cookie["']?\s*[:=]\s*["']?)[^"'\r\n]+/gi },
  {
    kind: 'secret',
    pattern:
      /\b((?:[a-z0-9]+[_-])*(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|session[_-]?id|sessionid)["']?\s*[:=]\s*["']?)[^\s"',;&)}\]]+/gi,
  },
  { kind: 'credentials', pattern: /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@:"']+:[^\s/@"']+(?=@)/gi },
  { kind: 'email', pattern: /\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+\b/g },
];

export interface Redactor {
  readonly text: (raw: string) => SafeText;
  /** The text with its mark moved to where the telling part now stands. */
  readonly marked: (
    raw: string,
    mark: readonly [number, number],
  ) => { readonly text: SafeText; readonly mark: readonly [number, number] };
}

/**
 * Takes secrets out of log text. One value has one placeholder for as long as the redactor lives (one incident), and
 * they are numbered in the order of use, so that texts shown in canonical order read the same from every way in.
 */
export function redactor(): Redactor {
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
    for (const { kind, pattern } of rules) {
      const secrets = [...text.matchAll(pattern)].flatMap((match) => {
        const start = match.index + (match[1]?.length ?? 0);
        const end = match.index + match[0].length;
        const value = text.slice(start, end);
        return value === '' || value.startsWith('‹') ? [] : [{ start, end, put: placeholder(kind, value) }];
      });
      for (const { start, end, put } of secrets.reverse()) {
        text = text.slice(0, start) + put + text.slice(end);
        const moved = (offset: number) =>
          offset >= end ? offset + put.length - (end - start) : offset > start ? start + put.length : offset;
        from = from > start && from < end ? start : moved(from);
        to = moved(to);
      }
    }
    return { text: text as SafeText, mark: [from, to] };
  };
  return { marked, text: (raw) => marked(raw, [0, 0]).text };
}

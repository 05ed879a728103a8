/**
 * What CloudWatch Logs makes of a filter pattern for unstructured text, as far as its documentation goes.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export type Passes = (message: string) => boolean;

/**
 * The documentation says that a message "contains" a term and not whether "err" is in "stderr". `anywhere` finds a term
 * inside a word, `words` does not: a pattern is safe when both readings deliver what it is for.
 */
export type Reading = 'anywhere' | 'words';

interface Term {
  readonly is: 'must' | 'may' | 'must not';
  readonly text: string;
}

/** Throws where the service would refuse the pattern, and for JSON and space-delimited patterns. */
export function passes(pattern: string, reading: Reading = 'anywhere'): Passes {
  const trimmed = pattern.trim();
  if (trimmed === '') return () => true;
  if (/^[{[]/.test(trimmed)) throw new Error(`not a pattern for unstructured text: ${pattern}`);
  const expression = /^%(.+)%$/s.exec(trimmed)?.[1];
  if (expression !== undefined) {
    const regex = regexOf(expression);
    return (message) => regex.test(message);
  }
  const terms = termsOf(trimmed);
  const of = (is: Term['is']) => terms.filter((term) => term.is === is).map(({ text }) => text);
  const found = (message: string) => (text: string) => holds(message, text, reading);
  // Beside any other term, those with a question mark are ignored.
  if (terms.every(({ is }) => is === 'may')) return (message) => of('may').some(found(message));
  const [must, mustNot] = [of('must'), of('must not')];
  return (message) => must.every(found(message)) && !mustNot.some(found(message));
}

function termsOf(pattern: string): readonly Term[] {
  const terms: Term[] = [];
  const next = /\s*([?-]?)(?:"([^"\\]*)"|([^\s"]+))(?=\s|$)/y;
  while (next.lastIndex < pattern.length) {
    const from = next.lastIndex;
    const [, sign, phrase, word] = next.exec(pattern) ?? [];
    const text = phrase ?? word;
    if (text === undefined) throw new Error(`cannot be read from character ${from} on: ${pattern}`);
    if (phrase === undefined && !/^\p{Alphabetic}*[\p{Alphabetic}\p{Number}]*$/u.test(text))
      throw new Error(`${text} holds more than letters and digits and must be quoted: ${pattern}`);
    terms.push({ is: sign === '?' ? 'may' : sign === '-' ? 'must not' : 'must', text });
  }
  return terms;
}

function holds(message: string, text: string, reading: Reading): boolean {
  if (text.trim() === '') return true;
  const inWord = (at: number): boolean => /^[A-Za-z0-9]{2}$/.test(message.slice(Math.max(0, at - 1), at + 1));
  for (let at = message.indexOf(text); at >= 0; at = message.indexOf(text, at + 1))
    if (reading === 'anywhere' || !(inWord(at) || inWord(at + text.length))) return true;
  return false;
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/regex-expressions.html: no parentheses, blanks or quotes. */
function regexOf(expression: string): RegExp {
  const strange = /[^A-Za-z0-9:_#=@/;,\-^$?[\]{}|\\*+.]/.exec(expression)?.[0];
  if (strange !== undefined)
    throw new Error(`a regular expression cannot hold ${JSON.stringify(strange)}: %${expression}%`);
  return new RegExp(expression);
}

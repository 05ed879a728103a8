import { describe, expect, it } from 'vitest';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { filterPattern } from '#lib/catalogue/filter-pattern.ts';
import { needlesOf } from '#lib/engine/match.ts';
import { passes, type Reading } from './filter-grammar.ts';

/** Every message that the documentation's examples show. */
const messages = [
  '[INFO 200] SUCCESSFUL REQUEST',
  '[ERROR 400] BAD REQUEST',
  '[ERROR 401] UNAUTHORIZED REQUEST',
  '[ERROR 419] MISSING ARGUMENTS',
  '[ERROR 420] INVALID ARGUMENTS',
  '[ERROR 500] INTERNAL SERVER ERROR',
  '[SUCCESS 200] AUTHORIZED REQUEST',
  '[INFO] INVALID ARGUMENTS PROVIDED',
];
const delivered = (pattern: string, reading: Reading = 'anywhere') =>
  messages.filter(passes(pattern, reading));
const errors = messages.filter((message) => message.includes('ERROR'));

describe('the grammar of CloudWatch filter patterns', () => {
  it.each<[string, readonly string[]]>([
    ['ERROR', errors],
    ['error', []],
    ['ERROR ARGUMENTS', ['[ERROR 419] MISSING ARGUMENTS', '[ERROR 420] INVALID ARGUMENTS']],
    ['ARGUMENTS ERROR', ['[ERROR 419] MISSING ARGUMENTS', '[ERROR 420] INVALID ARGUMENTS']],
    ['?ERROR ?ARGUMENTS', [...errors, '[INFO] INVALID ARGUMENTS PROVIDED']],
    ['"INTERNAL SERVER ERROR"', ['[ERROR 500] INTERNAL SERVER ERROR']],
    ['"SERVER INTERNAL"', []],
    ['ERROR -ARGUMENTS', errors.filter((message) => !message.includes('ARGUMENTS'))],
    ['-ERROR', messages.filter((message) => !message.includes('ERROR'))],
    [' ', messages],
    ['" "', messages],
    ['""', messages],
    ['%AUTHORIZED%', ['[ERROR 401] UNAUTHORIZED REQUEST', '[SUCCESS 200] AUTHORIZED REQUEST']],
    ['%^\\[INFO\\]|\\s500%', ['[ERROR 500] INTERNAL SERVER ERROR', '[INFO] INVALID ARGUMENTS PROVIDED']],
  ])('as documented: %s', (pattern, expected) => {
    expect(delivered(pattern)).toEqual(expected);
  });

  it.each(['?INFO ERROR', '?INFO "ERROR"', 'ERROR ?"nowhere at all"'])(
    'ignores ?terms beside others: %s',
    (mixed) => {
      expect(delivered(mixed)).toEqual(errors);
    },
  );

  it('ignores ?terms beside an exclusion', () => {
    expect(delivered('?ERROR -ARGUMENTS')).toEqual(messages.filter((each) => !each.includes('ARGUMENTS')));
  });

  it.each(['?"AUTHORIZED"', 'AUTHORIZED'])('may mean words where it says contains: %s', (pattern) => {
    expect(delivered(pattern)).toHaveLength(2);
    expect(delivered(pattern, 'words')).toEqual(['[SUCCESS 200] AUTHORIZED REQUEST']);
  });

  it.each([
    ['upstream: closed', 'must be quoted'],
    ['?"no end', 'cannot be read'],
    ['?"a"?"b"', 'cannot be read'],
    ['?"a \\" b"', 'cannot be read'],
    ['{ $.level = "error" }', 'not a pattern for unstructured text'],
    ['[ip, user, ...]', 'not a pattern for unstructured text'],
    ['%something!%', 'cannot hold "!"'],
    ['%(a|b)%', 'cannot hold "("'],
    ['%closed by peer%', 'cannot hold " "'],
  ])('refuses what the service refuses: %s', (pattern, why) => {
    expect(() => passes(pattern)).toThrow(why);
  });
});

/** The formats of one group: those that one role may have, as a configuration without formats means, and each alone. */
const groups: readonly (readonly [string, readonly string[]])[] = [
  ...catalogue.formats.map(({ id }) => [id, [id]] as const),
  ...(['proxy', 'backend', 'platform'] as const).map(
    (role) =>
      [
        `any ${role}`,
        catalogue.formats.filter((each) => (each.role ?? role) === role).map(({ id }) => id),
      ] as const,
  ),
];

describe('the pattern of a log group', () => {
  it.each(groups)('delivers every sample of %s, whatever "contains" means', (_, formats) => {
    const pattern = filterPattern(needlesOf(catalogue, formats)).pattern;
    const lines = catalogue.signatures.flatMap((signature) =>
      signature.samples
        .filter(({ format = signature.formats[0] }) => formats.includes(format))
        .map(({ line }) => line),
    );
    for (const reading of ['anywhere', 'words'] as const)
      expect(
        lines.filter((line) => !passes(pattern, reading)(line)),
        reading,
      ).toEqual([]);
  });
});

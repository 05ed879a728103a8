import { describe, expect, test } from 'vitest';
import {
  defineCause,
  defineClue,
  defineFormat,
  defineLookalike,
  defineProgram,
} from '#lib/catalogue/define.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Cause } from '#lib/model/cause.ts';
import type { Program } from '#lib/model/defaults.ts';
import type { Format } from '#lib/model/format.ts';
import type { Clue, Sample } from '#lib/model/signature.ts';
// biome-ignore lint/style/noRestrictedImports: the laws that are broken here live beside their own test, and no subpath leads into test/
import { laws } from '../catalogue/laws.ts';

/** A made-up house of one lamp: every law holds in it, until one thing is broken. */
const lampLog: Format = defineFormat({
  id: 'lamp-log',
  title: 'log of a lamp',
  manual: 'https://lamp.example/log',
  kind: 'text',
  role: 'backend',
  program: 'lamp',
  clock: { zone: 'absent', resolution: 1_000, stamps: 'none' },
  read: (line) =>
    line.startsWith('lamp: ')
      ? { kind: 'line', stamp: undefined, message: line.slice(6), fields: {} }
      : undefined,
  samples: [{ line: 'lamp: went out', gives: { message: 'went out' }, from: 'made up' }],
  forgeries: [],
});

const box: Format = defineFormat({
  ...lampLog,
  id: 'box',
  kind: 'envelope',
  read: (line) =>
    line.startsWith('box ')
      ? { kind: 'envelope', stamp: undefined, inner: line.slice(4), fields: {} }
      : undefined,
});

const wentOut: Clue = defineClue({
  id: 'lamp/went-out',
  formats: ['lamp-log'],
  needles: ['went out'],
  pattern: /^went out at (?<pid>\d+)$/,
  means: 'The lamp went out.',
  provenance: { project: 'lamp', file: 'lamp.c', version: '1.0' },
  points: [{ cause: 'dark', strength: 'strong' }],
  within: { from: -1_000, to: 1_000 },
  consequences: [],
  samples: [
    { line: 'lamp: went out at 7', gives: { pid: 7 }, from: 'made up' },
    { line: 'box lamp: went out at 8', gives: { pid: 8 }, from: 'made up', format: 'box' },
  ],
  nearMisses: [{ line: 'lamp: never went out at 7', because: 'it burned on' }],
});

const smoked: Clue = defineClue({
  ...wentOut,
  id: 'lamp/smoked',
  needles: ['smoked'],
  pattern: /^smoked/,
  consequences: [{ of: 'lamp/went-out', within: { from: -1_000, to: 0 } }],
  samples: [{ line: 'lamp: smoked', gives: {}, from: 'made up' }],
  nearMisses: [],
});

const dark: Cause = defineCause({
  id: 'dark',
  family: 'exited',
  means: 'It is dark.',
  prior: 0.5,
  expects: [{ id: 'night', weight: 1, tells: 'any', sees: () => undefined }],
  against: [{ id: 'day', weight: -1, tells: 'any', sees: () => undefined }],
  settledBy: [
    {
      source: 'the lamp',
      formats: ['lamp-log'],
      programs: ['lamp'],
      because: 'it would say so',
      silence: 'it says nothing',
    },
  ],
  why: () => 'it is dark',
  steps: () => ({}),
  fixes: () => [],
});

const lamp: Program = defineProgram({
  program: 'lamp',
  title: 'Lamp',
  role: 'backend',
  processes: ['lamp'],
  limits: [
    {
      kind: 'execution',
      setting: 'lamp.hours',
      written: '--hours',
      unit: 'ms',
      values: [
        { since: '1.0', value: 1 },
        { since: '2.0', value: 2 },
      ],
      manual: 'https://lamp.example/hours',
    },
  ],
});

const shut = defineLookalike({ id: 'shut', means: 'Somebody shut it.', closedBy: 'client', advice: 'none' });

const good: Catalogue = {
  version: '1',
  formats: [box, lampLog],
  signatures: [wentOut, smoked],
  causes: [dark],
  lookalikes: [shut],
  programs: [lamp],
};
const files: readonly string[] = [
  'lib/causes/dark.ts',
  'lib/causes/shut.ts',
  'lib/defaults/lamp.ts',
  'lib/formats/box.ts',
  'lib/formats/lamp-log.ts',
  'lib/signatures/lamp/smoked.ts',
  'lib/signatures/lamp/went-out.ts',
];

const complaintsOf = (catalogue: Catalogue, onDisk = files): readonly string[] =>
  laws.flatMap(({ complaints }) => complaints(catalogue, onDisk));

const withWentOut = (change: Partial<Clue>): Catalogue => ({
  ...good,
  signatures: [{ ...wentOut, ...change }, smoked],
});
/** The pattern and what it makes of a line, changed together. */
const withPattern = (pattern: RegExp, change: Partial<Clue> = {}): Catalogue => {
  const { points, within, consequences, samples, nearMisses, ...rest } = { ...wentOut, ...change };
  return {
    ...good,
    signatures: [defineClue({ ...rest, pattern, points, within, consequences, samples, nearMisses }), smoked],
  };
};
const sample = (change: Partial<Sample>): readonly [Sample] => [{ ...wentOut.samples[0], ...change }];
const withFormat = (change: Partial<Format>): Catalogue => ({
  ...good,
  formats: [box, { ...lampLog, ...change }],
});
const withDark = (change: Partial<Cause>): Catalogue => ({ ...good, causes: [{ ...dark, ...change }] });
const [hours] = lamp.limits;
const withHours = (change: Partial<NonNullable<typeof hours>>): Catalogue => ({
  ...good,
  programs: [{ ...lamp, limits: hours ? [{ ...hours, ...change }] : [] }],
});

const at = 'lib/signatures/lamp/went-out.ts';

interface Broken {
  readonly what: string;
  readonly catalogue: Catalogue;
  readonly onDisk?: readonly string[];
  /** The complaints, all of them, in the order of the laws. */
  readonly says: readonly (string | RegExp)[];
}

const broken: readonly Broken[] = [
  {
    what: 'an entry that stands in its list twice',
    catalogue: {
      ...good,
      causes: [
        { ...dark, prior: 0.2 },
        { ...dark, prior: 0.2 },
      ],
    },
    says: ['lib/catalogue/causes.ts: dark is listed twice; keep one.'],
  },
  {
    what: 'a file that is not listed',
    catalogue: { ...good, signatures: [wentOut] },
    says: [
      'lib/signatures/lamp/smoked.ts is not listed; add it to lib/catalogue/signatures.ts, under the id that is its path.',
    ],
  },
  {
    what: 'a default that is not listed',
    catalogue: { ...good, programs: [lamp] },
    onDisk: [...files, 'lib/defaults/candle.ts'],
    says: [
      'lib/defaults/candle.ts is not listed; add it to lib/catalogue/programs.ts, under the id that is its path.',
    ],
  },
  {
    what: 'an id that is not its path',
    catalogue: { ...good, signatures: [wentOut, { ...smoked, id: 'lamp/smoking' }] },
    says: [
      'lib/signatures/lamp/smoked.ts is not listed; add it to lib/catalogue/signatures.ts, under the id that is its path.',
      'lib/catalogue/signatures.ts: lamp/smoking has no file; an id is a path, so write lib/signatures/lamp/smoking.ts or correct the id.',
    ],
  },
  {
    what: 'no needle',
    catalogue: withWentOut({ needles: [] as unknown as Clue['needles'] }),
    says: [
      `${at} has no needle; add literal text that every matching line contains.`,
      `${at}: the sample "lamp: went out at 7" contains none of the needles; add one that it contains.`,
      `${at}: the sample "box lamp: went out at 8" contains none of the needles; add one that it contains.`,
    ],
  },
  {
    what: 'a needle that JSON would escape, and one that is too short',
    catalogue: withWentOut({ needles: ['went out', 'a "quote"', 'at '] }),
    says: [
      `${at}: the needle "a \\"quote\\"" must be at least 4 printable ASCII characters without double quote or backslash, or a status.`,
      `${at}: the needle "at " must be at least 4 printable ASCII characters without double quote or backslash, or a status.`,
    ],
  },
  {
    what: 'a needle that the sample does not contain',
    catalogue: withWentOut({ needles: ['went dark'] }),
    says: [
      `${at}: the sample "lamp: went out at 7" contains none of the needles; add one that it contains.`,
      `${at}: the sample "box lamp: went out at 8" contains none of the needles; add one that it contains.`,
    ],
  },
  {
    what: 'no sample',
    catalogue: withWentOut({ samples: [] as unknown as Clue['samples'] }),
    says: [
      `${at} has no sample; add a real line, with what it gives and where it is from.`,
      `${at}: no sample gives pid, which the pattern captures; add it to the gives of one.`,
    ],
  },
  {
    what: 'no provenance',
    catalogue: withWentOut({ provenance: { project: 'lamp', file: '', version: '1.0' } }),
    says: [`${at}: provenance must name project, file and version.`],
  },
  {
    what: 'a sample from nowhere',
    catalogue: withWentOut({ samples: sample({ from: '' }) }),
    says: [`${at}: the sample "lamp: went out at 7" must say where it is from.`],
  },
  {
    what: 'a meaning of two sentences',
    catalogue: withWentOut({ means: 'The lamp went out. It is dark now.' }),
    says: [
      `${at}: means must be one sentence on one line that ends with a full stop; it is "The lamp went out. It is dark now.".`,
    ],
  },
  {
    what: 'a meaning without its full stop',
    catalogue: withDark({ means: 'It is dark' }),
    says: [
      'lib/causes/dark.ts: means must be one sentence on one line that ends with a full stop; it is "It is dark".',
    ],
  },
  {
    what: 'an unknown cause',
    catalogue: withWentOut({ points: [{ cause: 'gloom', strength: 'strong' }] }),
    says: [`${at} points to the cause gloom, which is not in lib/catalogue/causes.ts.`],
  },
  {
    what: 'an unknown format',
    catalogue: withWentOut({ formats: ['lamp-log', 'candle-log'] }),
    says: [`${at} names the format candle-log, which is not in lib/catalogue/formats.ts.`],
  },
  {
    what: 'an unknown origin',
    catalogue: withWentOut({ consequences: [{ of: 'lamp/fell', within: { from: -1, to: 0 } }] }),
    says: [`${at} follows from lamp/fell, which is not in lib/catalogue/signatures.ts.`],
  },
  {
    what: 'an unknown look-alike',
    catalogue: {
      ...good,
      signatures: [{ ...wentOut, role: 'aside', basis: 'stated', cause: 'open', closedBy: 'client' }, smoked],
    },
    says: [`${at} names the look-alike open, which is not in lib/catalogue/causes.ts.`],
  },
  {
    what: 'an interval that ends before it begins',
    catalogue: withWentOut({ within: { from: 1, to: -1 } }),
    says: [`${at}: the interval from 1 to -1 is empty; swap its ends.`],
  },
  {
    what: 'two lines that follow from each other',
    catalogue: withWentOut({ consequences: [{ of: 'lamp/smoked', within: { from: -1, to: 0 } }] }),
    says: [
      `${at} follows from itself by way of lamp/smoked; take one consequence away, or both lines fall silent.`,
      'lib/signatures/lamp/smoked.ts follows from itself by way of lamp/went-out; take one consequence away, or both lines fall silent.',
    ],
  },
  {
    what: 'a sample that its format does not read',
    catalogue: withWentOut({ samples: sample({ line: 'went out at 7' }) }),
    says: [
      `${at}: the sample "went out at 7" is not read by the format lamp-log; name the format that reads it.`,
    ],
  },
  {
    what: 'a sample that is read as a format of which the signature knows nothing',
    catalogue: {
      ...withWentOut({ samples: sample({ format: 'candle-log' }) }),
      formats: [box, lampLog, { ...lampLog, id: 'candle-log' }],
    },
    onDisk: [...files, 'lib/formats/candle-log.ts'],
    says: [
      `${at}: the sample "lamp: went out at 7" is read as candle-log, which is not among the signature's formats; add it there.`,
    ],
  },
  {
    what: 'a sample that its own signature does not match',
    catalogue: withPattern(/^went out on (?<pid>\d+)$/),
    says: [
      `${at}: the sample "lamp: went out at 7" is not matched by its own signature; its message is "went out at 7".`,
      `${at}: the sample "box lamp: went out at 8" is not matched by its own signature; its message is "went out at 8".`,
    ],
  },
  {
    what: 'a sample that gives something else',
    catalogue: withWentOut({ samples: sample({ gives: { pid: 9 } }) }),
    says: [`${at}: the sample "lamp: went out at 7": pid is 7 and not 9.`],
  },
  {
    what: 'a sample that gives another number of signals',
    catalogue: withWentOut({ samples: sample({ gives: [{ pid: 7 }, { pid: 8 }] }) }),
    says: [`${at}: the sample "lamp: went out at 7" gives 1 signals and not 2; list each of them in gives.`],
  },
  {
    what: 'a sample that two signatures match',
    catalogue: {
      ...good,
      signatures: [
        wentOut,
        defineClue({ ...smoked, needles: ['smoked', 'went'], pattern: /^(?:smoked|went out)/ }),
      ],
    },
    says: [
      `${at}: the sample "lamp: went out at 7" is also matched by lamp/smoked; narrow one of the two.`,
      `${at}: the sample "box lamp: went out at 8" is also matched by lamp/smoked; narrow one of the two.`,
    ],
  },
  {
    what: 'a near miss that matches',
    catalogue: withWentOut({ nearMisses: [{ line: 'lamp: went out at 70', because: 'too late' }] }),
    says: [`${at}: the near miss "lamp: went out at 70" is matched; narrow the pattern.`],
  },
  {
    what: 'a near miss that nothing reads',
    catalogue: withWentOut({ nearMisses: [{ line: 'candle: went out', because: 'no lamp' }] }),
    says: [
      `${at}: the near miss "candle: went out" is not read by the format lamp-log, so it proves nothing; name the format that reads it.`,
    ],
  },
  {
    what: 'a near miss without a reason',
    catalogue: withWentOut({ nearMisses: [{ line: 'lamp: never went out at 7', because: '' }] }),
    says: [`${at}: the near miss "lamp: never went out at 7" must say because of what it is none.`],
  },
  ...[
    /went out at (?<pid>\d+)$/,
    /^went out at (?<pid>\d+)$|went down$/,
    /(?:^)?went out at (?<pid>\d+)$/,
  ].map(
    (pattern): Broken => ({
      what: `the unanchored pattern ${pattern}`,
      catalogue: withPattern(pattern, { nearMisses: [] }),
      says: [`${at}: the pattern is not anchored; begin it, or each of its alternatives, with ^.`],
    }),
  ),
  {
    what: 'a pattern whose anchor holds at every line',
    catalogue: withPattern(/^went out at (?<pid>\d+)$/m),
    says: [`${at}: the flags m undo the anchor or keep a state; use at most i, s, u.`],
  },
  {
    what: 'a group that is no particular',
    catalogue: withPattern(/^went out at (?<pid>(?<hour>\d+))$/),
    says: [`${at}: the group hour is no particular (lib/model/signal.ts); rename it or leave it unnamed.`],
  },
  {
    what: 'a group that no sample gives',
    catalogue: withPattern(/^went out at (?<pid>\d+)(?: of (?<process>\w+))?$/),
    says: [`${at}: no sample gives process, which the pattern captures; add it to the gives of one.`],
  },
  ...[
    /^went out at (?<pid>(?:\d+)+)$/,
    /^went (?:\w+\s?)* (?<pid>\d+)$/,
    /^went.*out.*at.* (?<pid>\d+)$/,
    /^went out at (?<pid>\d+)\s*\s*$/,
  ].map(
    (pattern): Broken => ({
      what: `the catastrophic pattern ${pattern}`,
      catalogue: withPattern(pattern),
      says: wentOut.samples.map(
        () =>
          /^lib\/signatures\/lamp\/went-out\.ts: matching takes \d+ ms when \d+ characters of ".+" follow ".*"; leave no two parts that can take the same text\.$/,
      ),
    }),
  ),
  {
    what: 'names and addresses that may be somebody’s',
    catalogue: withWentOut({
      nearMisses: [
        {
          line: 'lamp: never went out at 8.8.8.8, nor at http://lamp.example.org:80/ or http://user@shop.lamp.com/, said me@lamp.io in 192.0.2.1',
          because: 'it burned on',
        },
      ],
    }),
    says: ['8.8.8.8', 'shop.lamp.com', 'lamp.io'].map(
      (name) => `${at}: ${name} may belong to somebody; use a name of RFC 2606 or an address of RFC 5737.`,
    ),
  },
  {
    what: 'a proxy’s format without a forgery',
    catalogue: withFormat({ role: 'proxy' }),
    says: [
      'lib/formats/lamp-log.ts has no forgery; add a line in which a client chose the words, and what must come out all the same.',
    ],
  },
  {
    what: 'priors that leave nothing for the unknown',
    catalogue: withDark({ prior: 1 }),
    says: ['lib/catalogue/causes.ts: the priors sum to 1; leave something for what is not known.'],
  },
  {
    what: 'a weight of the wrong sign',
    catalogue: withDark({ against: dark.expects }),
    says: ['lib/causes/dark.ts: the weight 1 of night in against must be negative.'],
  },
  {
    what: 'a cause that is settled by what nobody knows',
    catalogue: withDark({
      settledBy: [
        {
          source: 'a candle',
          formats: ['candle-log'],
          programs: ['candle'],
          because: 'it glows',
          silence: 'it does not glow',
        },
      ],
    }),
    says: [
      'lib/causes/dark.ts is settled by the format candle-log, which is not in lib/catalogue/formats.ts.',
      'lib/causes/dark.ts is settled by the program candle, which neither lib/catalogue/programs.ts nor a signature knows.',
    ],
  },
  {
    what: 'a limit under a foreign name, out of order, without its manual',
    catalogue: withHours({
      setting: 'candle.hours',
      manual: '',
      values: [
        { since: '2.0', value: 2 },
        { since: '1.0', value: 1 },
      ],
    }),
    says: [
      'lib/defaults/lamp.ts: the setting candle.hours must begin with "lamp.".',
      'lib/defaults/lamp.ts: candle.hours must give the address of its manual.',
      'lib/defaults/lamp.ts: candle.hours since 1.0 must come after the older versions.',
    ],
  },
];

test('the unbroken catalogue passes', () => {
  expect(complaintsOf(good)).toEqual([]);
});

describe('broken', () => {
  // A pattern that is not linear may take its time before that is noticed.
  test.each(broken)('$what', { timeout: 180_000 }, ({ catalogue, onDisk, says }) => {
    const complaints = complaintsOf(catalogue, onDisk);
    expect(complaints.length, complaints.join('\n')).toBe(says.length);
    says.forEach((expected, index) => {
      if (typeof expected === 'string') expect(complaints[index]).toBe(expected);
      else expect(complaints[index]).toMatch(expected);
    });
  });

  test('every law is broken at least once', () => {
    const caught = laws.filter(({ complaints }) =>
      broken.some(({ catalogue, onDisk }) => complaints(catalogue, onDisk ?? files).length > 0),
    );
    expect(caught.map(({ says }) => says)).toEqual(laws.map(({ says }) => says));
  });
});

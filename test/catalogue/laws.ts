import { compareVersions } from '#lib/engine/limits.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Expectation } from '#lib/model/cause.ts';
import type { Format } from '#lib/model/format.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Sample, Signature } from '#lib/model/signature.ts';
import { anchored } from './anchored.ts';
import { slowGrowth } from './growth.ts';
import { eventOf, found, missing } from './reading.ts';
import { strangers } from './reserved.ts';

/**
 * A law takes the lists, and the paths of the files that lie in `lib/`, and answers with one sentence for each place
 * that breaks it: which file, what is wrong or missing, what to do.
 */
export interface Law {
  readonly says: string;
  readonly complaints: (catalogue: Catalogue, files: readonly string[]) => readonly string[];
}

const fileOf = ({ id }: Signature): string => `lib/signatures/${id}.ts`;
const each = <T>(items: readonly T[], complain: (item: T) => readonly string[]): readonly string[] =>
  items.flatMap(complain);
const perSignature = (
  says: string,
  complain: (signature: Signature, catalogue: Catalogue) => readonly string[],
): Law => ({
  says,
  complaints: (catalogue) => each(catalogue.signatures, (signature) => complain(signature, catalogue)),
});
const shown = (line: string): string => (line.length > 120 ? `${line.slice(0, 120)}…` : line);
const given = ({ gives }: Sample): readonly Particulars[] => [gives].flat();

const particulars: ReadonlySet<string> = new Set(
  Object.keys({
    phase: 1,
    by: 1,
    scheme: 1,
    upstream: 1,
    method: 1,
    target: 1,
    client: 1,
    connection: 1,
    requestId: 1,
    host: 1,
    status: 1,
    elapsed: 1,
    attempt: 1,
    reused: 1,
    received: 1,
    sent: 1,
    process: 1,
    pid: 1,
    worker: 1,
    master: 1,
    signal: 1,
    code: 1,
    limit: 1,
    bytes: 1,
    version: 1,
    unit: 1,
    container: 1,
    cluster: 1,
    deployment: 1,
    addresses: 1,
    service: 1,
    listens: 1,
    reason: 1,
  } satisfies Record<keyof Particulars, 1>),
);

interface Entry {
  readonly id: string;
  readonly file: string;
  readonly list: string;
}

const entriesOf = (catalogue: Catalogue): readonly Entry[] => [
  ...catalogue.formats.map(({ id }) => ({ id, file: `lib/formats/${id}.ts`, list: 'formats' })),
  ...catalogue.signatures.map((signature) => ({
    id: signature.id,
    file: fileOf(signature),
    list: 'signatures',
  })),
  ...[...catalogue.causes, ...catalogue.lookalikes].map(({ id }) => ({
    id,
    file: `lib/causes/${id}.ts`,
    list: 'causes',
  })),
  ...catalogue.programs.map(({ program }) => ({
    id: program,
    file: `lib/defaults/${program}.ts`,
    list: 'programs',
  })),
];

const idsOnce: Law = {
  says: 'an id stands once in its list',
  complaints: (catalogue) => {
    const entries = entriesOf(catalogue);
    return entries
      .filter(({ file }, at) => entries.findIndex((other) => other.file === file) !== at)
      .map(({ id, list }) => `lib/catalogue/${list}.ts: ${id} is listed twice; keep one.`);
  },
};

const filesListed: Law = {
  says: 'each file is listed, and each entry of a list has its file',
  complaints: (catalogue, files) => {
    const entries = entriesOf(catalogue);
    const lists: Readonly<Record<string, string>> = {
      formats: 'formats',
      signatures: 'signatures',
      causes: 'causes',
      defaults: 'programs',
    };
    return [
      ...files
        .filter((file) => !entries.some((entry) => entry.file === file))
        .map(
          (file) =>
            `${file} is not listed; add it to lib/catalogue/${lists[file.split('/')[1] ?? ''] ?? 'signatures'}.ts, under the id that is its path.`,
        ),
      ...entries
        .filter(({ file }) => !files.includes(file))
        .map(
          ({ id, file, list }) =>
            `lib/catalogue/${list}.ts: ${id} has no file; an id is a path, so write ${file} or correct the id.`,
        ),
    ];
  },
};

const needles = perSignature('needles are literal text that a JSON envelope leaves as it is', (signature) =>
  signature.needles.length === 0
    ? [`${fileOf(signature)} has no needle; add literal text that every matching line contains.`]
    : signature.needles
        .filter((needle) => !/^(?:[ !#-[\]-~]{4,}|[1-5]\d\d)$/.test(needle))
        .map(
          (needle) =>
            `${fileOf(signature)}: the needle ${JSON.stringify(needle)} must be at least 4 printable ASCII characters without double quote or backslash, or a status.`,
        ),
);

const sampled = perSignature('each signature has a sample', (signature) =>
  signature.samples.length === 0
    ? [`${fileOf(signature)} has no sample; add a real line, with what it gives and where it is from.`]
    : [],
);

const provenance = perSignature('each signature and sample says where it is from', (signature) => {
  const { project, file, version } = signature.provenance ?? {};
  return [
    ...(project && file && version
      ? []
      : [`${fileOf(signature)}: provenance must name project, file and version.`]),
    ...signature.samples
      .filter(({ from }) => !from)
      .map(({ line }) => `${fileOf(signature)}: the sample "${shown(line)}" must say where it is from.`),
  ];
});

const sentence = (text: string): boolean => /^\S[^\n]*[^\s.]\.$/.test(text) && !/[.!?] [A-Z]/.test(text);

const meanings: Law = {
  says: '`means` is one sentence on one line',
  complaints: (catalogue) =>
    [
      ...catalogue.signatures.map((signature) => ({ file: fileOf(signature), means: signature.means })),
      ...[...catalogue.causes, ...catalogue.lookalikes].map(({ id, means }) => ({
        file: `lib/causes/${id}.ts`,
        means,
      })),
    ]
      .filter(({ means }) => !sentence(means))
      .map(
        ({ file, means }) =>
          `${file}: means must be one sentence on one line that ends with a full stop; it is "${means}".`,
      ),
};

const names = perSignature('what a signature names exists', (signature, catalogue) => {
  const known = (list: readonly { readonly id: string }[], id: string): boolean =>
    list.some((entry) => entry.id === id);
  return [
    ...signature.formats
      .filter((id) => !known(catalogue.formats, id))
      .map((id) => `${fileOf(signature)} names the format ${id}, which is not in lib/catalogue/formats.ts.`),
    ...(signature.role === 'aside' ? [] : signature.points)
      .filter(({ cause }) => !known(catalogue.causes, cause))
      .map(
        ({ cause }) =>
          `${fileOf(signature)} points to the cause ${cause}, which is not in lib/catalogue/causes.ts.`,
      ),
    ...(signature.role === 'aside' && !known(catalogue.lookalikes, signature.cause)
      ? [
          `${fileOf(signature)} names the look-alike ${signature.cause}, which is not in lib/catalogue/causes.ts.`,
        ]
      : []),
    ...(signature.role === 'clue' ? signature.consequences : [])
      .filter(({ of }) => !known(catalogue.signatures, of))
      .map(
        ({ of }) => `${fileOf(signature)} follows from ${of}, which is not in lib/catalogue/signatures.ts.`,
      ),
  ];
});

const intervals = perSignature('an interval begins before it ends', (signature) =>
  signature.role !== 'clue'
    ? []
    : [signature.within, ...signature.consequences.map(({ within }) => within)]
        .filter(({ from, to }) => from > to)
        .map(
          ({ from, to }) =>
            `${fileOf(signature)}: the interval from ${from} to ${to} is empty; swap its ends.`,
        ),
);

const noCircle: Law = {
  says: 'no line follows from itself',
  complaints: (catalogue) => {
    const causesOf = new Map(
      catalogue.signatures.map((signature) => [
        signature.id,
        signature.role === 'clue' ? signature.consequences.map(({ of }) => of) : [],
      ]),
    );
    const reaches = (from: string, to: string, seen: Set<string>): boolean =>
      (causesOf.get(from) ?? []).some((next) => {
        if (next === to) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return reaches(next, to, seen);
      });
    return catalogue.signatures
      .filter(({ id }) => reaches(id, id, new Set()))
      .map(
        (signature) =>
          `${fileOf(signature)} follows from itself by way of ${(causesOf.get(signature.id) ?? []).join(', ')}; take one consequence away, or both lines fall silent.`,
      );
  },
};

const samplesMatch = perSignature(
  'each sample is read, and its own signature finds in it what it gives',
  (signature, catalogue) =>
    each(signature.samples, (sample) => {
      const at = `${fileOf(signature)}: the sample "${shown(sample.line)}"`;
      if (!signature.needles.some((needle) => sample.line.includes(needle)))
        return [`${at} contains none of the needles; add one that it contains.`];
      const event = eventOf(catalogue, signature, sample.line, sample.format);
      if (!event)
        return [
          `${at} is not read by the format ${sample.format ?? signature.formats[0]}; name the format that reads it.`,
        ];
      if (!signature.formats.includes(event.format))
        return [
          `${at} is read as ${event.format}, which is not among the signature's formats; add it there.`,
        ];
      const matched = found(signature, event);
      if (matched.length === 0)
        return [`${at} is not matched by its own signature; its message is "${shown(event.message)}".`];
      const expected = given(sample);
      if (matched.length !== expected.length)
        return [
          `${at} gives ${matched.length} signals and not ${expected.length}; list each of them in gives.`,
        ];
      return expected.flatMap((gives, index) => {
        const lack = missing(matched[index]?.says ?? {}, gives);
        return lack === undefined ? [] : [`${at}: ${lack}.`];
      });
    }),
);

/** Asked of every signature that reads one of the same formats: the words may come to us in any of them. */
const samplesAlone = perSignature('each sample is matched by no other signature', (signature, catalogue) =>
  each(signature.samples, (sample) => {
    const event = eventOf(catalogue, signature, sample.line, sample.format);
    if (!event) return [];
    return catalogue.signatures
      .filter(
        (other) => other !== signature && other.formats.some((format) => signature.formats.includes(format)),
      )
      .filter((other) => found(other, event).length > 0)
      .map(
        (other) =>
          `${fileOf(signature)}: the sample "${shown(sample.line)}" is also matched by ${other.id}; narrow one of the two.`,
      );
  }),
);

const nearMisses = perSignature('near misses are refused', (signature, catalogue) =>
  each(signature.nearMisses, ({ line, because, format }) => {
    const at = `${fileOf(signature)}: the near miss "${shown(line)}"`;
    if (!because) return [`${at} must say because of what it is none.`];
    const event = eventOf(catalogue, signature, line, format);
    if (!event)
      return [
        `${at} is not read by the format ${format ?? signature.formats[0]}, so it proves nothing; name the format that reads it.`,
      ];
    return found(signature, event).length > 0 ? [`${at} is matched; narrow the pattern.`] : [];
  }),
);

const anchors = perSignature('patterns are anchored', (signature) => {
  const { pattern } = signature;
  if (!pattern) return [];
  return [
    ...(anchored(pattern.source)
      ? []
      : [
          `${fileOf(signature)}: the pattern is not anchored; begin it, or each of its alternatives, with ^.`,
        ]),
    ...(/[gmy]/.test(pattern.flags)
      ? [
          `${fileOf(signature)}: the flags ${pattern.flags} undo the anchor or keep a state; use at most i, s, u.`,
        ]
      : []),
  ];
});

const groups = perSignature('each named group is a particular that some sample gives', (signature) => {
  const inPattern = [...(signature.pattern?.source ?? '').matchAll(/\(\?<([A-Za-z]\w*)>/g)].map(
    ([, name]) => name ?? '',
  );
  const inSamples = new Set(signature.samples.flatMap(given).flatMap((gives) => Object.keys(gives)));
  return [...new Set(inPattern)].flatMap((name) =>
    !particulars.has(name)
      ? [
          `${fileOf(signature)}: the group ${name} is no particular (lib/model/signal.ts); rename it or leave it unnamed.`,
        ]
      : inSamples.has(name)
        ? []
        : [
            `${fileOf(signature)}: no sample gives ${name}, which the pattern captures; add it to the gives of one.`,
          ],
  );
});

const linear = perSignature('matching takes time in proportion to the line', (signature, catalogue) =>
  each(signature.samples, ({ line, format }) => {
    const event = eventOf(catalogue, signature, line, format);
    if (!event) return [];
    const slow = slowGrowth((message) => signature.match({ ...event, message }), event.message);
    return slow === undefined
      ? []
      : [
          `${fileOf(signature)}: matching takes ${Math.round(slow.ms)} ms when ${slow.length} characters of ${JSON.stringify(slow.run)} follow "${shown(slow.before)}"; leave no two parts that can take the same text.`,
        ];
  }),
);

const strangersOut: Law = {
  says: 'samples use reserved names and addresses only',
  complaints: (catalogue) =>
    [
      ...catalogue.signatures.flatMap((signature) =>
        [...signature.samples, ...signature.nearMisses].map(({ line }) => ({
          file: fileOf(signature),
          line,
        })),
      ),
      ...catalogue.formats.flatMap(({ id, samples, forgeries }) =>
        [...samples, ...forgeries].map(({ line }) => ({ file: `lib/formats/${id}.ts`, line })),
      ),
    ].flatMap(({ file, line }) =>
      strangers(line).map(
        (name) =>
          `${file}: ${name} may belong to somebody; use a name of RFC 2606 or an address of RFC 5737.`,
      ),
    ),
};

const forgeries: Law = {
  says: 'what a client can write into has a forgery',
  complaints: ({ formats }) =>
    formats
      .filter(
        (format: Format) =>
          (format.role === 'proxy' || format.kind === 'access') && format.forgeries.length === 0,
      )
      .map(
        ({ id }) =>
          `lib/formats/${id}.ts has no forgery; add a line in which a client chose the words, and what must come out all the same.`,
      ),
};

const signed = (
  file: string,
  list: string,
  expectations: readonly Expectation[],
  sign: 1 | -1,
): readonly string[] =>
  expectations
    .filter(({ weight }) => weight * sign <= 0)
    .map(
      ({ id, weight }) =>
        `${file}: the weight ${weight} of ${id} in ${list} must be ${sign > 0 ? 'positive' : 'negative'}.`,
    );

const causes: Law = {
  says: 'causes are weighed and settled by what exists',
  complaints: ({ causes: listed, formats, programs, signatures }) => {
    const speaking = new Set([
      ...programs.map(({ program }) => program),
      ...signatures.map(({ id }) => id.split('/')[0] ?? ''),
    ]);
    const total = listed.reduce((sum, { prior }) => sum + prior, 0);
    return [
      ...(total < 1
        ? []
        : [`lib/catalogue/causes.ts: the priors sum to ${total}; leave something for what is not known.`]),
      ...listed.flatMap(({ id, prior, expects, against, settledBy }) => [
        ...(prior > 0 ? [] : [`lib/causes/${id}.ts: the prior must be positive.`]),
        ...signed(`lib/causes/${id}.ts`, 'expects', expects, 1),
        ...signed(`lib/causes/${id}.ts`, 'against', against, -1),
        ...settledBy
          .flatMap((settler) => settler.formats)
          .filter((format) => !formats.some((known) => known.id === format))
          .map(
            (format) =>
              `lib/causes/${id}.ts is settled by the format ${format}, which is not in lib/catalogue/formats.ts.`,
          ),
        ...settledBy
          .flatMap((settler) => settler.programs)
          .filter((program) => !speaking.has(program))
          .map(
            (program) =>
              `lib/causes/${id}.ts is settled by the program ${program}, which neither lib/catalogue/programs.ts nor a signature knows.`,
          ),
      ]),
    ];
  },
};

const limits: Law = {
  says: 'limits are named after their program and ascend by version',
  complaints: ({ programs }) =>
    programs.flatMap(({ program, limits: listed }) =>
      listed.flatMap(({ setting, values, manual }) => [
        ...(setting.startsWith(`${program}.`)
          ? []
          : [`lib/defaults/${program}.ts: the setting ${setting} must begin with "${program}.".`]),
        ...(/^https?:\/\//.test(manual)
          ? []
          : [`lib/defaults/${program}.ts: ${setting} must give the address of its manual.`]),
        ...values
          .filter(({ since }, at) => at > 0 && compareVersions(values[at - 1]?.since ?? since, since) >= 0)
          .map(
            ({ since }) =>
              `lib/defaults/${program}.ts: ${setting} since ${since} must come after the older versions.`,
          ),
      ]),
    ),
};

export const laws: readonly Law[] = [
  idsOnce,
  filesListed,
  needles,
  sampled,
  provenance,
  meanings,
  names,
  intervals,
  noCircle,
  samplesMatch,
  samplesAlone,
  nearMisses,
  anchors,
  groups,
  linear,
  strangersOut,
  forgeries,
  causes,
  limits,
];

import process from 'node:process';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { observer } from '#lib/engine/observe.ts';
import { chain, sniff } from '#lib/engine/sniff.ts';
import type { LogEvent } from '#lib/model/event.ts';
import { defaultScope, type Source } from '#lib/model/record.ts';
import type { NearMiss, Signature } from '#lib/model/signature.ts';
import { programOf } from '#lib/model/signature.ts';
import { instant, list } from '#lib/model/words.ts';
import { described, row } from './described.ts';
import { Problem } from './problem.ts';

/** Of the signatures that a line comes near, the nearest is explained and this many more are named. */
const mostNamed = 6;
/** A line is put side by side with a near miss when they share this part of their words. */
const alikeFrom = 0.6;

/** Every line given, or on standard input where `-` is given, as plain text. */
export async function explainLines(given: string): Promise<string> {
  const text = given === '-' ? await standardInput() : given;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0)
    throw new Problem(
      `${given === '-' ? 'standard input' : 'the line'} is empty. Quote a line of a log, or pass - and pipe lines in.`,
    );
  if (lines.length === 1) return explainLine(lines[0] ?? '');
  return lines.map((line, index) => `line ${index + 1}: ${line.trimEnd()}\n${explainLine(line)}`).join('\n');
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** How one line is read, and why it is or is not a signature. */
export function explainLine(given: string): string {
  const text = given.replace(/^\ufeff/, '').replace(/\r$/, '');
  const sniffed = sniff([text], catalogue);
  const read = chain(text, catalogue);
  if (!sniffed || !read)
    return text.trim() === '' || !/[\p{L}\p{N}]{2}/u.test(text)
      ? 'No format reads this line: it has no words.\n'
      : 'No format reads this line: it looks binary, or its envelope is not closed (was it cut?).\n';
  const source: Source = {
    name: 'line',
    role: sniffed.role,
    formats: sniffed.formats,
    scope: defaultScope,
    shared: false,
    zone: 0,
    skew: 0,
  };
  const eye = observer(catalogue);
  const event = eye.read({ id: '', source: 'line', text }, source);
  if (!event) return `Read as far as ${read.formats.map(({ id }) => id).join(' ▸ ')}, and no further.\n`;
  const signals = eye.match(event);
  const matched = new Set(signals.map(({ fact }) => fact.signature));
  const near = catalogue.signatures.flatMap((signature) =>
    matched.has(signature.id) ? [] : nearness(signature, event, text),
  );
  near.sort((a, b) => b.alike - a.alike || b.needle.length - a.needle.length);
  const rows = [
    row('format', read.formats.map(({ id, title }) => `${id} (${title})`).join(' ▸ ')),
    row('time', timeOf(event, sniffed.zoneless.length > 0)),
    row('message', event.message),
    ...Object.entries(event.fields).map(([name, value]) => row(`  ${name}`, value)),
    '',
    ...signals.flatMap(({ fact }) => [
      ...catalogue.signatures.filter(({ id }) => id === fact.signature).flatMap(described),
      ...Object.entries(fact.says).map(([name, value]) => row(`  ${name}`, String(value))),
      '',
    ]),
    ...(signals.length > 0 ? [] : unmatched(event, near)),
  ];
  return rows.join('\n');
}

function timeOf({ at }: LogEvent, zoneless: boolean): string {
  const told = instant(at ?? null);
  if (told === null) return 'none in the line: in a file it takes that of the line above';
  return zoneless ? `${told.replace(/Z$/, '')}, of which the line does not say the zone` : told;
}

const nothing = 'It is no signature: nothing that is known to bear on a close.';

function unmatched(event: LogEvent, near: readonly Near[]): readonly string[] {
  const [first, ...others] = near;
  if (!first) {
    const programs = new Set(catalogue.signatures.map(({ id }) => programOf(id)));
    return [
      `${nothing} closecall knows ${catalogue.signatures.length} such lines, of ${programs.size} programs: closecall signatures lists them.`,
      '',
    ];
  }
  const more = others.slice(0, mostNamed).map(({ signature }) => signature.id);
  return [
    `${nothing} The nearest is:`,
    '',
    ...whyNot(first, event),
    '',
    ...(more.length > 0 ? [`It shares a word with ${list(more)} too.`, ''] : []),
  ];
}

interface Near {
  readonly signature: Signature;
  readonly needle: string;
  readonly miss: NearMiss | undefined;
  readonly alike: number;
}

/** A signature whose needle is in the line, with the known near miss that the line is most like. */
function nearness(signature: Signature, { message, format }: LogEvent, text: string): readonly Near[] {
  const needle = signature.needles.find((each) => text.includes(each));
  if (needle === undefined) return [];
  // A bare number in a line of words says nothing.
  if (/^\W*\d+\W*$/.test(needle) && !signature.formats.includes(format)) return [];
  const words = wordsOf(message);
  const misses = signature.nearMisses
    .map((miss) => ({ miss, alike: likeness(words, wordsOf(miss.line)) }))
    .sort((a, b) => b.alike - a.alike);
  const samples = signature.samples.map(({ line }) => likeness(words, wordsOf(line)));
  const [best] = misses;
  return [
    {
      signature,
      needle,
      miss: best && best.alike >= alikeFrom ? best.miss : undefined,
      alike: Math.max(best?.alike ?? 0, ...samples),
    },
  ];
}

const wordsOf = (line: string): ReadonlySet<string> =>
  new Set(line.toLowerCase().match(/[a-z]{2,}|\b\d{3}\b/g));

/** The share of the smaller set of words that is in the other. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}

function whyNot({ signature, needle, miss }: Near, event: LogEvent): readonly string[] {
  const { id, means, formats } = signature;
  const here = formats.includes(event.format);
  return [
    row('not', `${id}, although the line contains “${needle}”`),
    row('  it means', means),
    row(
      '  why not',
      !here
        ? `it is believed in ${formats.slice(0, 4).join(', ')}${formats.length > 4 ? ' …' : ''}, and this line is ${event.format}`
        : (miss?.because ?? 'what the program wrote is not this message'),
    ),
    ...(miss && here ? [row('  compare', miss.line)] : []),
    ...(here && !miss ? [row('  that reads', signature.samples[0].line)] : []),
  ];
}

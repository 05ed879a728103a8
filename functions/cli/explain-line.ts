import { catalogue } from '#lib/catalogue/catalogue.ts';
import { isNonEmpty } from '#lib/model/nonempty.ts';
import { defaultScope, type Source } from '#lib/model/record.ts';
import type { Signature } from '#lib/model/signature.ts';
import { instant } from '#lib/model/words.ts';
import { mayMatch, observer } from '#lib/pipeline.ts';
import { sniff } from '#lib/engine/sniff.ts';

/** Why a line is or is not a signature, as plain text. */
export function explainLine(text: string): string {
  const sniffed = sniff([text], catalogue);
  if (!sniffed || !isNonEmpty(sniffed.formats)) return 'No format reads this line: it is empty or binary.\n';
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
  if (!event) return `Read as far as ${sniffed.formats.join(' ▸ ')}; what it carries is in no format that closecall knows.\n`;
  const signals = eye.match(event);
  const matched = new Set(signals.map(({ fact }) => fact.signature));
  const close = catalogue.signatures.filter(({ id, needles }) => !matched.has(id) && mayMatch(text, needles));
  return [
    `format     ${sniffed.formats.join(' ▸ ')}`,
    `time       ${instant(event.at ?? null) ?? 'none in the line'}${sniffed.zoneless.length > 0 ? ' (the line has no zone; shown as UTC)' : ''}`,
    `message    ${event.message}`,
    ...Object.entries(event.fields).map(([name, value]) => `  ${name.padEnd(9)}${value}`),
    '',
    ...(signals.length > 0
      ? signals.flatMap(({ fact }) => [...describe(fact.signature), `  says     ${JSON.stringify(fact.says)}`])
      : ['It is no signature: nothing that closecall knows a program to say about a close.']),
    ...close.flatMap((signature) => ['', ...whyNot(signature, event.format)]),
    '',
  ].join('\n');
}

function describe(id: string): readonly string[] {
  const signature = catalogue.signatures.find((each) => each.id === id);
  if (!signature) return [];
  const points =
    signature.role === 'aside'
      ? [`means ${signature.cause}: closed by ${signature.closedBy}`]
      : signature.points.map(({ cause, strength }) => `points to ${cause} (${strength})`);
  return [
    `${signature.role.padEnd(10)} ${signature.id}`,
    `  means    ${signature.means}`,
    ...points.map((point) => `  ${point}`),
    `  from     ${signature.provenance.project} ${signature.provenance.file} (${signature.provenance.version})`,
  ];
}

function whyNot(signature: Signature, format: string): readonly string[] {
  const needle = signature.needles.join('” or “');
  return [
    `not        ${signature.id}, although the line contains “${needle}”:`,
    signature.formats.includes(format)
      ? `  its pattern does not match what the program wrote${signature.nearMisses[0] ? `; compare: ${signature.nearMisses[0].because}` : ''}`
      : `  that is only believed in ${signature.formats.join(', ')}, and this line is ${format}`,
  ];
}

import { matchesOf } from '#lib/engine/match.ts';
import { reader } from '#lib/engine/read.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { LogEvent } from '#lib/model/event.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Source } from '#lib/model/record.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Matched, Signature } from '#lib/model/signature.ts';

/** A sample or near miss as its source would read it: by the format that it names, what is inside an envelope by the signature's own. */
export function eventOf(
  catalogue: Catalogue,
  signature: Signature,
  line: string,
  format: string = signature.formats[0],
): LogEvent | undefined {
  const envelopes = catalogue.formats.filter(({ kind }) => kind === 'envelope').map(({ id }) => id);
  const formats: NonEmpty<string> = envelopes.includes(format)
    ? [format, ...envelopes, ...signature.formats]
    : [format];
  const source: Source = {
    name: 'sample',
    role: 'backend',
    formats,
    scope: 'default',
    shared: false,
    zone: 0,
    skew: 0,
  };
  return reader(catalogue)({ id: 'line:1', source: 'sample', text: line }, source);
}

/** What a signature makes of an event, its needles asked first, as the engine does. */
export function found(signature: Signature, event: LogEvent): readonly Matched[] {
  const { text } = event.record;
  return signature.needles.some((needle) => text.includes(needle)) ? matchesOf(signature, event) : [];
}

/** The first particular that was to be said and was not. */
export function missing(says: Particulars, gives: Particulars): string | undefined {
  for (const [name, value] of Object.entries(gives)) {
    const said = Object.entries(says).find(([key]) => key === name)?.[1];
    if (JSON.stringify(said) !== JSON.stringify(value))
      return `${name} is ${JSON.stringify(said)} and not ${JSON.stringify(value)}`;
  }
  return undefined;
}

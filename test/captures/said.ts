import { formats } from '#lib/catalogue/formats.ts';
import { signatures } from '#lib/catalogue/signatures.ts';
import type { LogEvent } from '#lib/model/event.ts';
import type { Signature } from '#lib/model/signature.ts';

/** The line understood, by the first format that reads it; what an envelope carries is read by the next. */
function understood(text: string): LogEvent | undefined {
  let line = text;
  for (const format of formats) {
    const reading = format.read(line);
    if (!reading) continue;
    if (reading.kind === 'envelope') {
      line = reading.inner;
      continue;
    }
    const { message, fields } = reading;
    const record = { id: '1', source: 'capture', text };
    return {
      record,
      format: format.id,
      at: undefined,
      resolution: 1_000,
      clock: 'own',
      message,
      fields,
    };
  }
  return undefined;
}

/** The signatures that see something in a line alone. */
export function seenIn(line: string): readonly Signature[] {
  const event = understood(line);
  if (!event) return [];
  return signatures.filter(
    ({ formats: read, needles, match }) =>
      read.includes(event.format) &&
      needles.some((needle) => line.includes(needle)) &&
      match(event).length > 0,
  );
}

/** What a log says, line by line; a line that several signatures take is written with all of them. */
export function said(log: string): string[] {
  return runs(
    log.split('\n').flatMap((line) => {
      const ids = seenIn(line).map(({ id }) => id);
      return ids.length > 0 ? [ids.join(' and ')] : [];
    }),
  );
}

/** Neighbours that are the same are written once, with their number. */
function runs(ids: readonly string[]): string[] {
  const found: { id: string; times: number }[] = [];
  for (const id of ids) {
    const last = found.at(-1);
    if (last?.id === id) last.times++;
    else found.push({ id, times: 1 });
  }
  return found.map(({ id, times }) => (times > 1 ? `${id} x${times}` : id));
}

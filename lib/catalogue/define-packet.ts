import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';

/** What decides in one packet of a capture. `seq` and `ack` count from the connection's start where the capture saw it. */
export interface Packet {
  readonly flags: string;
  readonly fin: boolean;
  readonly reset: boolean;
  readonly seq: number;
  readonly ack: number;
  readonly length: number;
}

/** A packet of one side that closes the connection or gives it up. */
export function packet(
  { fields, message }: LogEvent,
  sender: 'server' | 'client',
  fits: (packet: Packet) => boolean,
  says: Particulars = {},
): readonly Matched[] {
  const { flags = '', seq, ack, length, upstream, connection } = fields;
  if (fields['sender'] !== sender || upstream === undefined || connection === undefined) return [];
  const fin = flags.includes('F');
  const reset = flags.includes('R');
  if (!fin && !reset) return [];
  const sent = { seq: Number(seq ?? -1), ack: Number(ack ?? -1), length: Number(length ?? 0) };
  if (!fits({ flags, fin, reset, ...sent })) return [];
  return [
    {
      says: { upstream, connection, by: reset ? 'reset' : 'fin', ...says },
      telling: message.slice(0, message.indexOf(', win ') + 1 || undefined),
    },
  ];
}

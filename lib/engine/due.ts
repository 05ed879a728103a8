import type { Conversation } from '#lib/model/conversation.ts';
import { type Millis, minute } from '#lib/model/time.ts';
import { quietFrom } from './quiet.ts';
import type { Wanted } from './recheck.ts';
import type { Situation } from './situation.ts';
import { wantedAt } from './tell.ts';

/** While a source is blind, this often it is asked whether it still is. */
const blindWait: Millis = minute;

/** A change is no line of the conversation that tells what it came to: somebody must look when it is time to. */
export function withCheck(
  conversation: Conversation,
  wanted: readonly Wanted[],
  { now, blind }: Situation,
): Conversation {
  const [due] = wanted
    .filter(({ cid }) => cid === conversation.cid)
    .map(({ at }) => (blind.length > 0 ? Math.max(now + blindWait, at) : at))
    .concat(conversation.due ?? [])
    .sort((a, b) => a - b);
  return due === undefined ? conversation : { ...conversation, due };
}

/** When the conversation must be looked at again though nothing comes. */
export function withDue(
  { due: _past, ...conversation }: Conversation,
  { now, pace, media, blind }: Situation,
): Conversation {
  const { phase, spans, openedAt } = conversation;
  const quiet = blind.length > 0 ? Math.max(now + blindWait, quietFrom(spans, pace)) : quietFrom(spans, pace);
  const steps = {
    provisional: [openedAt + pace.provisional, quiet],
    firing: [quiet],
    resolved: [],
    merged: [],
  }[phase.is];
  const wanted = media.flatMap((medium) => wantedAt(conversation, medium, pace, now) ?? []);
  const [due] = [...steps, ...wanted].sort((a, b) => a - b);
  return due === undefined ? conversation : { ...conversation, due };
}

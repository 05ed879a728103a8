import type { Conversation } from '#lib/model/conversation.ts';
import { type Millis, minute } from '#lib/model/time.ts';
import { quietFrom } from './quiet.ts';
import { checkDue } from './recheck.ts';
import type { Situation } from './situation.ts';
import { wantedAt } from './tell.ts';

/** While a source is blind, this often it is asked whether it still is. */
const blindWait: Millis = minute;

/** A change that came after everything else was said of a conversation is no line of it, and yet must be measured. */
export function withCheck(conversation: Conversation, { now, pace, blind, known }: Situation): Conversation {
  const check = checkDue(conversation, known.changes, pace);
  if (!check) return conversation;
  const at = blind.length > 0 ? Math.max(now + blindWait, check.at) : check.at;
  return conversation.due !== undefined && conversation.due <= at
    ? conversation
    : { ...conversation, due: at };
}

/** When the conversation must be looked at again though nothing comes. */
export function withDue(
  { due: _past, ...conversation }: Conversation,
  { now, pace, media, blind, known }: Situation,
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
  const check = checkDue(conversation, known.changes, pace);
  const checks = check ? [blind.length > 0 ? Math.max(now + blindWait, check.at) : check.at] : [];
  const [due] = [...steps, ...wanted, ...checks].sort((a, b) => a - b);
  return due === undefined ? conversation : { ...conversation, due };
}

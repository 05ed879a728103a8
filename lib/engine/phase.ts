import type { Conversation, News, Phase } from '#lib/model/conversation.ts';
import { eventTime } from '#lib/model/time.ts';
import { endOf, quietFrom } from './quiet.ts';
import type { Situation } from './situation.ts';
import { toRepeat } from './tell.ts';

/** Takes the step in phase that is due, and counts a revision when there is anything to say. */
export function revised(
  before: Conversation,
  after: Conversation,
  more: boolean,
  situation: Situation,
  besides?: News,
): Conversation {
  const step = phaseAfter(after, more, situation);
  const phase = step?.phase ?? after.phase;
  const again = toRepeat({ ...after, phase }, situation.media, situation.pace, situation.now);
  const news: News | undefined =
    step?.news ??
    besides ??
    (after.judgement === before.judgement
      ? again && { kind: 'still', ...again, until: situation.now }
      : { kind: 'amended', was: before.judgement, is: after.judgement });
  const silence = news ?? silenceOf(before, after, more, situation);
  if (silence === undefined && after.verdict === before.verdict) return { ...after, phase };
  return { ...after, phase, news: silence ?? before.news, revision: before.revision + 1 };
}

/** Whoever expects the end hears once why it is not called; and what was said of silence is over when it is broken. */
function silenceOf(
  { news }: Conversation,
  { phase, spans }: Conversation,
  more: boolean,
  { now, pace, blind }: Situation,
): News | undefined {
  const isOpen = phase.is === 'provisional' || phase.is === 'firing';
  if (isOpen && blind.length > 0 && now >= quietFrom(spans, pace))
    return news.kind === 'blind' && news.sources.join() === blind.join()
      ? undefined
      : { kind: 'blind', sources: blind };
  return news.kind === 'blind' && more ? { kind: 'again', after: 'silence' } : undefined;
}

/** The step that time, evidence or a late close makes a conversation take; undefined: it stays as it is. */
function phaseAfter(
  { phase, spans, openedAt, evident }: Conversation,
  more: boolean,
  { now, pace, blind }: Situation,
): { readonly phase: Phase; readonly news: News } | undefined {
  const isQuiet = now >= quietFrom(spans, pace);
  switch (phase.is) {
    case 'provisional':
    case 'firing':
      if (isQuiet && blind.length === 0)
        return {
          phase: { is: 'resolved', at: now },
          news: { kind: 'resolved', quietSince: eventTime(endOf(spans)) },
        };
      if (phase.is === 'firing' || (!evident && now < openedAt + pace.provisional)) return undefined;
      return {
        phase: { is: 'firing', since: now },
        news: { kind: 'firing', because: evident ? 'evidence' : 'time' },
      };
    case 'resolved':
      return more && !isQuiet ? { phase: { is: 'firing', since: now }, news: { kind: 'again' } } : undefined;
    case 'merged':
      return undefined;
  }
}

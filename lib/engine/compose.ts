import type { Alert, AlertStatus } from '#lib/model/alert.ts';
import type { NearbyLine } from '#lib/model/context.ts';
import type { Conversation, News, Phase } from '#lib/model/conversation.ts';
import { type Millis, minute } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { count, list } from '#lib/model/words.ts';
import { contextOf } from './nearest.ts';

/** What is said about an incident: its verdict, where the conversation stands, what is new, and who may have missed lines of it. */
export function compose(
  { cid, phase, revision, news }: Conversation,
  incident: IncidentVerdict,
  blind: readonly string[],
): Alert {
  const sentence = sentenceOf(news, incident);
  return {
    conversation: cid,
    status: statusOf[phase.is],
    revision,
    ...(sentence === undefined ? {} : { news: sentence }),
    ...(phase.is === 'merged' ? { partOf: phase.into } : {}),
    incident,
    ...(blind.length > 0 ? { blind } : {}),
  };
}

/** The same with what the backend printed nearest to the closes, which stands apart from the verdict. */
export const withContext = (alert: Alert, lines: readonly NearbyLine[]): Alert => ({
  ...alert,
  context: contextOf(lines, alert.incident),
});

const statusOf: Readonly<Record<Phase['is'], AlertStatus>> = {
  provisional: 'provisional',
  firing: 'firing',
  resolved: 'resolved',
  merged: 'resolved',
};

function sentenceOf(news: News, { start, end }: IncidentVerdict): string | undefined {
  switch (news.kind) {
    case 'opened':
      return undefined;
    case 'learnt-late':
      return `happened ${hourOf(start)}–${hourOf(end)}, learnt ${hourOf(news.at)}: it was already over when its lines came`;
    case 'firing':
      return news.because === 'evidence' ? 'evidence has come' : 'it goes on, and no evidence has come yet';
    case 'amended':
      return `the verdict was ${news.was} and is now ${news.is}`;
    case 'joined':
      return `now includes ▸ ${list(news.cids)}`;
    case 'still':
      return `still: ${count(news.closes, 'close')} since ${hourOf(news.since)}`;
    case 'resolved':
      return `quiet since ${hourOf(news.quietSince)}`;
    case 'blind':
      return `quiet, but not called over: lines of ${list(news.sources)} may be missing, so silence says nothing`;
    case 'again':
      return 'again: a late line shows that it went on';
    case 'part-of':
      return undefined;
    case 'not-one':
      return 'was not one: later lines show that no backend closed early';
  }
}

/** `2026-11-22 03:10`, in UTC; only the time of day for times in the same sentence would save little and mislead at midnight. */
function hourOf(at: Millis | string | null): string {
  if (at === null) return 'an unknown time';
  const ms = typeof at === 'string' ? new Date(at).getTime() : at;
  return new Date(Math.floor(ms / minute) * minute).toISOString().slice(0, 16).replace('T', ' ');
}

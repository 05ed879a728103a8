import type { Alert, AlertStatus } from '#lib/model/alert.ts';
import type { NearbyLine } from '#lib/model/context.ts';
import type { Acceptance, Back, Conversation, News, Phase } from '#lib/model/conversation.ts';
import { type Millis, minute } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { count, list } from '#lib/model/words.ts';
import { backSentence, checkSentence } from './check-words.ts';
import { dayOf } from './counts.ts';
import { contextOf } from './nearest.ts';
import type { Redaction } from './redact.ts';
import { allAccepted, noneFound } from './tell.ts';

/** What is said about an incident: its verdict, where the conversation stands, what is new, and who may have missed lines of it. */
export function compose(
  { cid, phase, revision, news, before, back, accepted }: Conversation,
  incident: IncidentVerdict,
  blind: readonly string[],
): Alert {
  const sentence = sentenceOf(news, incident, accepted, back);
  const notes = [
    ...(before ? [`last seen ${momentOf(before.at)}, ${count(before.closes, 'close')}`] : []),
    ...(back && news.kind !== 'back' ? [backSentence(back, incident.end)] : []),
    ...accepted.map(acceptanceSentence),
    ...followedSentences(incident),
  ];
  return {
    conversation: cid,
    status: statusOf[phase.is],
    revision,
    ...(sentence === undefined ? {} : { news: sentence }),
    ...(phase.is === 'merged' ? { partOf: phase.into } : {}),
    incident,
    ...(blind.length > 0 ? { blind } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...(before ? { earlier: before } : {}),
  };
}

/** The same with what the backend printed nearest to the closes, which stands apart from the verdict. */
export const withContext = (alert: Alert, lines: readonly NearbyLine[], redaction: Redaction): Alert => ({
  ...alert,
  context: contextOf(lines, alert.incident, redaction),
});

const statusOf: Readonly<Record<Phase['is'], AlertStatus>> = {
  provisional: 'provisional',
  firing: 'firing',
  resolved: 'resolved',
  merged: 'resolved',
};

function sentenceOf(
  news: News,
  { start, end }: IncidentVerdict,
  accepted: readonly Acceptance[],
  back: Back | undefined,
): string | undefined {
  switch (news.kind) {
    case 'opened':
      return undefined;
    case 'learnt-late':
      return `happened ${stretchOf(start, end)}, learnt ${timeAfter(end, news.at)} UTC: it was already over when its lines came`;
    case 'firing':
      return news.because === 'evidence' ? 'evidence has come' : 'it goes on, and no evidence has come yet';
    case 'amended':
      if (news.is === noneFound) return wasNone;
      if (news.was === allAccepted) return `no longer withheld as accepted: ${found(news.is)}`;
      if (news.is === allAccepted)
        return `all of it is accepted by ${list([...new Set(accepted.map(({ owner }) => owner))])}, and from now on told in the weekly digest only`;
      if (news.was === noneFound) return `it was one after all: ${found(news.is)}`;
      return `the verdict was ${found(news.was)} and is now ${found(news.is)}`;
    case 'joined':
      return `now includes ${news.cids.length > 1 ? 'conversations' : 'conversation'} ${list(news.cids)}`;
    case 'still':
      return news.until === undefined
        ? `still: ${count(news.closes, 'close')} since ${momentOf(news.since)}`
        : `still: ${count(news.closes, 'close')} from ${stretchOf(news.since, news.until)}`;
    case 'resolved':
      return `quiet since ${momentOf(news.quietSince)}`;
    case 'blind':
      return `quiet since ${momentOf(end)}, but not called over: lines of ${list(news.sources)} may be missing, so silence proves nothing`;
    case 'again':
      return news.after === 'silence'
        ? 'again: more closes came after the silence'
        : 'again: a late line shows that it went on';
    case 'checked':
      return checkSentence(news.check, end);
    case 'back':
      return back && backSentence(back, end);
    case 'part-of':
      return undefined;
    case 'not-one':
      return wasNone;
  }
}

const wasNone = 'was not one: later lines show that no backend closed early';

/** `oom-kill (confirmed) and crash (likely)`, of a judgement. */
const found = (judgement: string): string =>
  list(judgement.split(', ').map((each) => each.replace(/ (\S+)$/, ' ($1)')));

function acceptanceSentence(each: Acceptance): string {
  const { cause, route, closes, owner, because } = each;
  const until = lastDay(each.until);
  const where = route === undefined ? '' : ` on ${route}`;
  const isKnown = cause !== 'unexplained';
  const what = `${isKnown ? cause : 'what is unexplained'}${where}`;
  switch (each.is) {
    case 'withheld':
      return `withheld: ${isKnown ? `${count(closes, 'close')} by ${cause}` : count(closes, 'unexplained close')}${where}, accepted by ${owner} until ${until} because ${because}`;
    case 'expired':
      return `${what} was accepted by ${owner} until ${until}, which has passed`;
    case 'doubled':
      return `${what} is accepted by ${owner} until ${until}, but not so many: ${each.today} that day, ${each.usual} on a usual one`;
  }
}

/** What a person wrote: the day before the first moment that is not covered. */
export const lastDay = (until: Millis): string => dayOf(until - 1);

/** A crash is told of once: what could not connect afterwards is counted here and makes no alert. */
function followedSentences({ followed = [] }: IncidentVerdict): readonly string[] {
  const all = followed.reduce((sum, each) => sum + each.count, 0);
  return all === 0 ? [] : [`followed by ${count(all, 'failed connect')}, which are not counted as closes`];
}

const momentOf = (at: Millis | string | null): string => (at === null ? hourOf(at) : `${hourOf(at)} UTC`);

/** `2026-11-22 10:30 to 10:41 UTC`. */
function stretchOf(from: Millis | string | null, to: Millis | string | null): string {
  const start = hourOf(from);
  return start === hourOf(to) ? momentOf(from) : `${start} to ${timeAfter(from, to)} UTC`;
}

/** Without the date where that was just said. */
function timeAfter(said: Millis | string | null, at: Millis | string | null): string {
  const time = hourOf(at);
  return time.slice(0, 10) === hourOf(said).slice(0, 10) ? time.slice(11) : time;
}

/** `2026-11-22 03:10`, in UTC. */
function hourOf(at: Millis | string | null): string {
  if (at === null) return 'an unknown time';
  const ms = typeof at === 'string' ? new Date(at).getTime() : at;
  return new Date(Math.floor(ms / minute) * minute).toISOString().slice(0, 16).replace('T', ' ');
}

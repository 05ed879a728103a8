import type { Alert, AlertStatus } from '#lib/model/alert.ts';
import type { NearbyLine } from '#lib/model/context.ts';
import type { Acceptance, Check, Conversation, News, Phase } from '#lib/model/conversation.ts';
import { type Millis, minute } from '#lib/model/time.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import { count, list } from '#lib/model/words.ts';
import { dayOf } from './counts.ts';
import { contextOf } from './nearest.ts';
import { outcomeOf } from './recheck.ts';
import type { Redaction } from './redact.ts';
import { allAccepted } from './tell.ts';

/** What is said about an incident: its verdict, where the conversation stands, what is new, and who may have missed lines of it. */
export function compose(
  { cid, phase, revision, news, before, accepted }: Conversation,
  incident: IncidentVerdict,
  blind: readonly string[],
): Alert {
  const sentence = sentenceOf(news, incident, accepted);
  const notes = [
    ...(before ? [`last seen ${hourOf(before.at)}, ${count(before.closes, 'close')}`] : []),
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
): string | undefined {
  switch (news.kind) {
    case 'opened':
      return undefined;
    case 'learnt-late':
      return `happened ${hourOf(start)}–${hourOf(end)}, learnt ${hourOf(news.at)}: it was already over when its lines came`;
    case 'firing':
      return news.because === 'evidence' ? 'evidence has come' : 'it goes on, and no evidence has come yet';
    case 'amended':
      if (news.was === allAccepted) return `no longer withheld as accepted: ${news.is}`;
      if (news.is === allAccepted)
        return `all of it is accepted by ${list([...new Set(accepted.map(({ owner }) => owner))])}, and from now on told in the weekly digest only`;
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
    case 'checked':
      return checkSentence(news.check, end);
    case 'part-of':
      return undefined;
    case 'not-one':
      return 'was not one: later lines show that no backend closed early';
  }
}

/** `0 of this fingerprint since the 14:02 deploy, 41 in the day before`. */
function checkSentence(check: Omit<Check, 'cid'>, end: IncidentVerdict['end']): string {
  const { change, since, before } = check;
  const at = hourOf(change.to);
  const time = at.slice(0, 10) === (end ?? '').slice(0, 10) ? at.slice(11) : at;
  const tail = {
    over: '',
    rarer: ': fewer, but it is not over',
    'the same': ': it did not help',
  }[outcomeOf(check)];
  const of = since === 0 ? ' of this fingerprint' : '';
  return `${since}${of} since the ${time} ${change.what}, ${before} in the day before${tail}`;
}

function acceptanceSentence(each: Acceptance): string {
  const { cause, closes, owner, because } = each;
  const until = lastDay(each.until);
  switch (each.is) {
    case 'withheld':
      return `withheld: ${count(closes, 'close')} by ${cause}, accepted by ${owner} until ${until} because ${because}`;
    case 'expired':
      return `${cause} was accepted by ${owner} until ${until}, which has passed`;
    case 'doubled':
      return `${cause} is accepted by ${owner} until ${until}, but not so many: ${each.today} that day, ${each.usual} on a usual one`;
  }
}

/** What a person wrote: the day before the first moment that is not covered. */
export const lastDay = (until: Millis): string => dayOf(until - 1);

/** A crash is told of once: what could not connect afterwards is counted here and makes no alert. */
function followedSentences({ followed = [] }: IncidentVerdict): readonly string[] {
  const all = followed.reduce((sum, each) => sum + each.count, 0);
  return all === 0 ? [] : [`and ${count(all, 'failed connect')} that followed`];
}

/** `2026-11-22 03:10`, in UTC; only the time of day for times in the same sentence would save little and mislead at midnight. */
function hourOf(at: Millis | string | null): string {
  if (at === null) return 'an unknown time';
  const ms = typeof at === 'string' ? new Date(at).getTime() : at;
  return new Date(Math.floor(ms / minute) * minute).toISOString().slice(0, 16).replace('T', ' ');
}

import { describe, expect, it } from 'vitest';
import { minute } from '#lib/model/time.ts';
import type { Message } from '#test/functions/theatre.ts';
import { countsOf, type Day, type Judged, judged, playDay } from './day.ts';
import { headlineOf } from './headline.ts';
import { dayOver, outage, setup } from './story.ts';

const day = await playDay();
const words = judged(day, setup);
const wrong = (all: readonly Judged[]) =>
  all
    .filter(({ reason, isRepetition }) => reason === undefined || isRepetition)
    .map(({ message }) => message);

/** The words of a medium about the conversations with a leading cause, in order. */
const told = (medium: string, cause: string): readonly string[] =>
  words
    .filter(({ message }) => message.medium === medium)
    .filter(({ message }) => message.alert.incident.findings[0]?.cause === cause)
    .map(({ message: { at, alert, edited }, reason }) => {
      const how = edited ? 'edit' : alert.status;
      return `${new Date(at).toISOString().slice(11, 16)} ${how} ${alert.incident.closes}: ${reason}`;
    });

describe('a day, as people hear of it', () => {
  it('costs so many messages', () => {
    expect(countsOf(day.messages, setup)).toEqual({
      slack: { posts: 7, edits: 54 },
      email: { letters: 21 },
      webhook: { letters: 21 },
      chat: { letters: 21 },
      'slack-webhook': { letters: 19 },
    });
  });

  it('has no word without a reason, and none that says what its reader knows', () => {
    expect(wrong(words)).toEqual([]);
  });

  it('has a headline in every medium', () => {
    for (const { medium, alert } of day.messages)
      expect(headlineOf(medium, alert)).toContain(alert.incident.findings[0]?.cause ?? 'unexplained');
  });

  it('flapping is one conversation, and the next one names it', () => {
    expect(told('email', 'worker-timeout')).toEqual([
      '07:01 firing 4: enough closes',
      '08:02 resolved 28: quiet',
      '08:04 firing 29: again',
      '08:10 resolved 32: quiet',
      '08:41 firing 4: enough closes',
      '08:54 resolved 4: quiet',
      '16:19 resolved 4: fix checked',
    ]);
    const next = day.messages.find(({ at, medium }) => medium === 'email' && at > outage.from - 140 * minute);
    expect(next?.alert.notes).toEqual(['last seen 2026-11-26 07:56 UTC, 32 closes']);
  });

  it('a late line of the kernel amends what is over, in every medium', () => {
    for (const { id } of setup.media)
      expect(told(id, 'oom-kill').some((word) => / 3: late evidence$/.test(word))).toBe(true);
  });

  it('two causes at once are told as two', () => {
    const both = day.messages.filter(({ alert }) => alert.incident.findings.length === 2);
    expect(new Set(both.map(({ medium }) => medium))).toEqual(new Set(setup.media.map(({ id }) => id)));
  });

  it('a deploy long after the end is measured', () => {
    const checks = words.filter(({ reason }) => reason === 'fix checked').map(({ message }) => message);
    expect(checks.map(({ medium }) => medium).sort()).toEqual(setup.media.map(({ id }) => id).sort());
    for (const { alert } of checks)
      expect(alert.news).toBe(
        '0 of this fingerprint in the 2.2 h after the 14:04 UTC deploy of shop, 39 in the day before; they had stopped 5.3 h before it',
      );
  });

  it('Slack says nothing while it is down, and afterwards all that it owes, once', () => {
    const owed = new Set(day.refusals.map(({ medium, cid }) => `${medium} ${cid}`));
    const during = day.messages.filter(({ at }) => at >= outage.from && at < outage.to);
    expect(during.filter(({ medium }) => medium.startsWith('slack'))).toEqual([]);
    const kept = words.filter(({ isKept }) => isKept).map(({ message }) => message);
    expect(kept.map(({ medium, alert }) => `${medium} ${alert.conversation}`).sort()).toEqual(
      [...owed].sort(),
    );
    expect(owed.size).toBe(4);
  });

  it('of what is accepted nothing is said', () => {
    const basket = day.alerts.filter(({ incident }) => incident.service === 'basket');
    expect(basket.map(({ incident }) => incident.closes)).toEqual(Array.from({ length: 7 }, () => 3));
    expect(day.messages.filter(({ alert }) => alert.incident.service === 'basket')).toEqual([]);
  });
});

describe('planted', () => {
  const again = (message: Message, after: number): Message => ({ ...message, at: message.at + after });
  const withMore = (more: readonly Message[]): Pick<Day, 'messages' | 'refusals'> => ({
    ...day,
    messages: [...day.messages, ...more].sort((a, b) => a.at - b.at),
  });

  it.each(setup.media.map(({ id }) => id))('the last word of %s is said again', (medium) => {
    const last = day.messages.filter((each) => each.medium === medium).at(-1);
    if (!last) throw new Error(`${medium} said nothing`);
    const repeated = again(
      { ...last, alert: { ...last.alert, revision: last.alert.revision + 1 } },
      6 * minute,
    );
    const found = judged(withMore([repeated]), setup).filter((each) => each.isRepetition);
    expect(found.map(({ message }) => message)).toEqual([repeated]);
    expect(found[0]?.reason).toBeUndefined();
  });

  it('a letter for a count', () => {
    const letter = day.messages.find(({ medium }) => medium === 'email');
    if (!letter) throw new Error('no e-mail was sent');
    const { alert } = letter;
    const counted = { ...alert, incident: { ...alert.incident, closes: alert.incident.closes + 1 } };
    const more = again({ ...letter, alert: counted }, 6 * minute);
    expect(wrong(judged(withMore([more]), setup))).toEqual([more]);
  });

  it('edits without a pace', async () => {
    const hasty = { ...setup, pace: { ...setup.pace, recount: 0 } };
    const played = await playDay(hasty);
    expect(played.messages.every(({ at }) => at < dayOver)).toBe(true);
    expect(wrong(judged(played, setup)).length).toBeGreaterThan(5);
  });
});

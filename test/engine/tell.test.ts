import { describe, expect, it } from 'vitest';
import { defaultPace as pace } from '#functions/config.ts';
import { allAccepted, wantedAt } from '#lib/engine/tell.ts';
import type { Acceptance, Conversation, Medium, Phase, Told } from '#lib/model/conversation.ts';
import { eventTime, hour, minute } from '#lib/model/time.ts';

const ten = Date.UTC(2026, 10, 22, 10);
const later = ten + hour;
const media: readonly Medium[] = [
  { id: 'slack', manner: 'living', minCloses: 1 },
  { id: 'email', manner: 'letters', minCloses: 1 },
  { id: 'webhook', manner: 'letters', minCloses: 1, holds: true },
];
const phases: readonly Phase[] = [
  { is: 'provisional' },
  { is: 'firing', since: ten },
  { is: 'resolved', at: later },
  { is: 'merged', into: 'c0' },
];
const accepted: Acceptance = {
  fingerprint: '64d8bd5a2a9b29f4',
  owner: 'team-shop',
  until: Date.UTC(2027, 1, 1),
  because: 'a queue is on its way',
  cause: 'kill',
  closes: 5,
  is: 'withheld',
};

/** Closes that are all accepted, as they stand in a phase. */
const chronic = (phase: Phase, told: Conversation['told'] = {}): Conversation => ({
  cid: 'c1',
  openedAt: ten,
  phase,
  spans: [
    {
      from: eventTime(ten),
      to: eventTime(ten + minute),
      closes: 5,
      counts: [{ fingerprint: accepted.fingerprint, cause: 'kill', day: '2026-11-22', closes: 5 }],
    },
  ],
  earlier: 0,
  settled: [],
  revision: 3,
  verdict: 'v',
  judgement: allAccepted,
  confirmedExit: true,
  evident: true,
  accepted: [accepted],
  news: phase.is === 'resolved' ? { kind: 'resolved', quietSince: eventTime(ten) } : { kind: 'opened' },
  told,
});

describe('closes that are all accepted', () => {
  it('are nobody’s word, not even their end, where nobody heard of them', () => {
    for (const medium of media)
      for (const phase of phases) {
        expect([medium.id, phase.is, wantedAt(chronic(phase), medium, pace, later)]).toEqual([
          medium.id,
          phase.is,
          undefined,
        ]);
        const blind = { ...chronic(phase), news: { kind: 'blind', sources: ['/app/proxy'] } as const };
        expect(wantedAt(blind, medium, pace, later)).toBeUndefined();
      }
  });

  const word: Told = {
    at: ten,
    revision: 2,
    phase: 'firing',
    judgement: allAccepted,
    closes: 0,
    verdict: 'v',
  };
  const heard = { slack: word, email: word, webhook: word };
  const wanting = (phase: Phase) =>
    media.filter((medium) => wantedAt(chronic(phase, heard), medium, pace, later) !== undefined);

  it('end without a letter to people who have heard that they are, and not for a program that holds them', () => {
    expect(wanting({ is: 'resolved', at: later }).map(({ id }) => id)).toEqual(['slack', 'webhook']);
    expect(wanting({ is: 'merged', into: 'c0' }).map(({ id }) => id)).toEqual(['slack', 'webhook']);
  });

  it('go on without a letter to anybody', () => {
    expect(wanting({ is: 'firing', since: ten }).map(({ id }) => id)).toEqual(['slack']);
  });
});

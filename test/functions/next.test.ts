import { describe, expect, it } from 'vitest';
import { defaultPace } from '#functions/config.ts';
import { bareVerdict } from '#lib/engine/bare.ts';
import { compose } from '#lib/engine/compose.ts';
import { next, type Turn } from '#lib/engine/next.ts';
import { nothingKnown, type Window } from '#lib/engine/reading.ts';
import type { Situation } from '#lib/engine/situation.ts';
import type { Conversation, Medium } from '#lib/model/conversation.ts';
import { hash64 } from '#lib/model/hash.ts';
import { eventTime, hour, minute, second } from '#lib/model/time.ts';
import type { Confidence, Finding, IncidentVerdict } from '#lib/model/verdict.ts';
import { instant } from '#lib/model/words.ts';

const ten = Date.UTC(2026, 10, 22, 10, 0, 0);
const slack: Medium = { id: 'slack', manner: 'living', minCloses: 1 };
const email: Medium = { id: 'email', manner: 'letters', minCloses: 3 };

const finding = (cause: string, confidence: Confidence, family = 'timed out'): Finding => ({
  cause,
  family,
  confidence,
  closes: 1,
  routes: { named: [], more: { names: 0, closes: 0 } },
  upstreams: { named: [], more: { names: 0, closes: 0 } },
  why: '',
  evidence: [],
  against: [],
});

const incident = (from: number, to: number, closes: number, ...findings: Finding[]): IncidentVerdict => ({
  ...bareVerdict({
    id: hash64(`shop\n${from}`),
    service: 'shop',
    start: instant(eventTime(from)),
    end: instant(eventTime(to)),
  }),
  closes,
  findings,
});

const windowOf = (...incidents: IncidentVerdict[]): Window => {
  const times = incidents.flatMap(({ start, end }) => [start, end].map((at) => new Date(at ?? 0).getTime()));
  return { from: Math.min(...times), to: Math.max(...times), incidents };
};

/** A scope whose turns are taken one after the other. */
class Story {
  conversations: readonly Conversation[] = [];
  last!: Turn;
  readonly #changes: Partial<Situation>;

  constructor(changes: Partial<Situation> = {}) {
    this.#changes = changes;
  }

  turn(now: number, windows: readonly Window[] = [], changes: Partial<Situation> = {}): Turn {
    this.last = next(this.conversations, windows, {
      scope: 'shop',
      now,
      blind: [],
      pace: defaultPace,
      media: [slack, email],
      most: 30,
      forgetBefore: now - 48 * hour,
      known: nothingKnown,
      ...this.#changes,
      ...changes,
    });
    this.conversations = this.last.conversations;
    return this.last;
  }

  /** What was said in the last turn: `slack 1, email 1`. */
  get said(): string {
    return this.last.sends.map(({ medium, revision }) => `${medium} ${revision}`).join(', ');
  }

  get phases(): string {
    return this.conversations.map(({ phase }) => phase.is).join(', ');
  }

  get news(): string | undefined {
    const [alert] = this.last.alerts;
    return alert && compose(alert.conversation, alert.incident ?? incident(ten, ten, 1), []).news;
  }
}

const oom = finding('oom-kill', 'confirmed', 'exited');
const one = windowOf(incident(ten, ten, 1));
const four = windowOf(incident(ten, ten + minute, 4));
const soon = ten + minute + 30 * second;

describe('a conversation', () => {
  it('begins with a first look: Slack at once, no mail', () => {
    const story = new Story();
    story.turn(soon, [four]);
    expect([story.phases, story.said, story.news]).toEqual(['provisional', 'slack 1', undefined]);
    expect(story.last.lookAgain).toBe(soon + 20 * second);
    expect(story.conversations[0]?.cid).toBe(hash64(`shop\n${ten}`));
  });

  it('is told by mail when the first look has passed and it goes on', () => {
    const story = new Story();
    story.turn(soon, [four]);
    story.turn(soon + 19 * second);
    expect(story.said).toBe('');
    story.turn(soon + 20 * second);
    expect([story.phases, story.said]).toEqual(['firing', 'slack 2, email 2']);
    expect(story.news).toBe('it goes on, and no evidence has come yet');
  });

  it('is told by mail at once when evidence comes', () => {
    const story = new Story();
    story.turn(soon, [four]);
    story.turn(soon + 5 * second, [windowOf(incident(ten, ten + minute, 4, oom))]);
    expect([story.phases, story.said, story.news]).toEqual([
      'firing',
      'slack 2, email 2',
      'evidence has come',
    ]);
  });

  it('begins as firing where the evidence is there already; a mere possibility is none', () => {
    const sure = new Story();
    sure.turn(soon, [windowOf(incident(ten, ten + minute, 4, finding('crash', 'likely')))]);
    expect([sure.phases, sure.said]).toEqual(['firing', 'slack 1, email 1']);
    const unsure = new Story();
    unsure.turn(soon, [windowOf(incident(ten, ten + minute, 4, finding('crash', 'possible')))]);
    expect(unsure.phases).toBe('provisional');
  });

  it('is no matter for mail below its number of closes, unless a process is known to have ended', () => {
    const story = new Story();
    story.turn(soon, [one]);
    story.turn(soon + minute);
    expect([story.phases, story.said]).toEqual(['firing', 'slack 2']);
    story.turn(soon + 2 * minute, [windowOf(incident(ten, ten, 1, oom))]);
    expect(story.said).toBe('slack 3, email 3');
    const grown = new Story();
    grown.turn(soon, [one]);
    grown.turn(soon + minute);
    grown.turn(soon + 2 * minute, [windowOf(incident(ten, ten + minute, 3))]);
    expect(grown.said).toBe('email 3');
  });

  it('that was over before its lines came is told once, and is not firing for a moment', () => {
    const story = new Story();
    story.turn(ten + 3 * hour, [four]);
    expect([story.phases, story.said]).toEqual(['resolved', 'slack 1, email 1']);
    expect(story.news).toBe(
      'happened 2026-11-22 10:00 to 10:01 UTC, learnt 13:00 UTC: it was already over when its lines came',
    );
    expect(story.last.lookAgain).toBeUndefined();
  });
});

/** Firing since 10:02, told to both. */
function firing(changes: Partial<Situation> = {}): Story {
  const story = new Story(changes);
  story.turn(soon, [windowOf(incident(ten, ten + minute, 4, finding('crash', 'likely')))]);
  return story;
}

describe('a conversation that goes on', () => {
  it('tells both of a changed verdict', () => {
    const story = firing();
    story.turn(soon + minute, [windowOf(incident(ten, ten + minute, 4, oom))]);
    expect([story.said, story.news]).toEqual([
      'slack 2, email 2',
      'the verdict was crash (likely) and is now oom-kill (confirmed)',
    ]);
  });

  it('edits a count every five minutes and mails nothing', () => {
    const story = firing();
    const more = (closes: number) => [
      windowOf(incident(ten, ten + minute, closes, finding('crash', 'likely'))),
    ];
    story.turn(soon + minute, more(5));
    expect([story.said, story.last.alerts.length]).toEqual(['', 1]);
    expect(story.last.lookAgain).toBe(soon + 5 * minute);
    story.turn(soon + 2 * minute, more(6));
    expect(story.said).toBe('');
    story.turn(soon + 5 * minute);
    expect([story.said, story.last.alerts.length]).toEqual(['slack 3', 0]);
    story.turn(soon + 6 * minute, more(6));
    expect([story.said, story.last.alerts.length]).toEqual(['', 0]);
  });

  it('says “still” in a letter after four hours, when closes went on', () => {
    const story = firing();
    const lasting = (closes: number, to: number) =>
      windowOf(incident(ten, to, closes, finding('crash', 'likely')));
    for (let at = soon + 5 * minute, closes = 5; at < soon + 4 * hour; at += 5 * minute, closes++) {
      story.turn(at, [lasting(closes, at - minute)]);
      expect(story.said).not.toContain('email');
    }
    story.turn(soon + 4 * hour, [lasting(60, soon + 4 * hour - minute)]);
    expect(story.said).toMatch(/email \d+/);
    expect(story.news).toBe('still: 56 closes from 2026-11-22 10:01 to 14:01 UTC');
    story.turn(soon + 4 * hour + minute, [lasting(61, soon + 4 * hour)]);
    expect(story.said).not.toContain('email');
  });

  it('is over after gap and lateness, not after gap alone', () => {
    const story = firing();
    story.turn(ten + minute + 10 * minute + 3 * minute - 1);
    expect([story.phases, story.said]).toEqual(['firing', '']);
    story.turn(story.last.lookAgain ?? 0);
    expect(story.last.lookAgain).toBeUndefined();
    expect([story.phases, story.said, story.news]).toEqual([
      'resolved',
      'slack 2, email 2',
      'quiet since 2026-11-22 10:01 UTC',
    ]);
  });

  it('is not over while a source is blind', () => {
    const story = firing();
    const blind = { blind: ['/app/proxy'] };
    story.turn(ten + 20 * minute, [], blind);
    expect([story.phases, story.said, story.news]).toEqual([
      'firing',
      'slack 2, email 2',
      'quiet since 2026-11-22 10:00 UTC, but not called over: lines of /app/proxy may be missing, so silence proves nothing',
    ]);
    expect(story.last.lookAgain).toBe(ten + 21 * minute);
    story.turn(ten + 21 * minute, [], blind);
    expect([story.phases, story.said]).toEqual(['firing', '']);
    story.turn(ten + 22 * minute);
    expect([story.phases, story.news]).toEqual(['resolved', 'quiet since 2026-11-22 10:01 UTC']);
  });

  it('takes back that it is quiet when it goes on after all', () => {
    const story = firing();
    story.turn(ten + 20 * minute, [], { blind: ['/app/proxy'] });
    story.turn(ten + 22 * minute, [
      windowOf(incident(ten, ten + 11 * minute, 5, finding('crash', 'likely'))),
    ]);
    expect([story.phases, story.news]).toEqual(['firing', 'again: more closes came after the silence']);
  });
});

function resolved(): Story {
  const story = firing();
  story.turn(ten + 14 * minute);
  return story;
}

describe('a conversation that is over', () => {
  it('begins again when a late line shows that it went on', () => {
    const story = resolved();
    const { cid } = story.conversations[0] ?? {};
    story.turn(ten + 15 * minute, [
      windowOf(incident(ten, ten + 11 * minute, 5, finding('crash', 'likely'))),
    ]);
    expect([story.phases, story.said, story.news]).toEqual([
      'firing',
      'slack 3, email 3',
      'again: a late line shows that it went on',
    ]);
    expect(story.conversations.map((each) => each.cid)).toEqual([cid]);
  });

  it('stays over when what came late is long past, and letters tell of it for a day', () => {
    const changed = (confidence: Confidence) => [
      windowOf(incident(ten, ten + minute, 5, finding('crash', confidence))),
    ];
    const story = resolved();
    story.turn(ten + 2 * hour, changed('confirmed'));
    expect([story.phases, story.said]).toEqual(['resolved', 'slack 3, email 3']);
    story.turn(ten + 25 * hour, changed('possible'));
    expect([story.phases, story.said]).toEqual(['resolved', 'slack 4']);
  });

  it('keeps its key when an earlier close turns up', () => {
    const story = resolved();
    const { cid } = story.conversations[0] ?? {};
    story.turn(ten + hour, [windowOf(incident(ten - minute, ten + minute, 5, finding('crash', 'likely')))]);
    expect(story.conversations.map((each) => each.cid)).toEqual([cid]);
    expect(story.last.alerts[0]?.incident?.id).not.toBe(cid);
  });

  it('was not one when no close is left, and is told so once', () => {
    const story = firing();
    const empty: Window = { from: ten, to: ten + minute, incidents: [] };
    story.turn(soon + minute, [empty]);
    expect([story.phases, story.said, story.news]).toEqual([
      'resolved',
      'slack 2, email 2',
      'was not one: later lines show that no backend closed early',
    ]);
    story.turn(soon + 2 * minute, [empty]);
    expect([story.said, story.last.alerts]).toEqual(['', []]);
    story.turn(soon + 3 * minute, [windowOf(incident(ten, ten + minute, 1, finding('crash', 'likely')))]);
    expect([story.phases, story.said, story.news]).toEqual([
      'firing',
      'slack 3, email 3',
      'again: a late line shows that it went on',
    ]);
  });

  it('was one after all when its closes come back long after', () => {
    const story = firing();
    story.turn(soon + minute, [{ from: ten, to: ten + minute, incidents: [] }]);
    story.turn(soon + hour, [windowOf(incident(ten, ten + minute, 4, finding('crash', 'likely')))]);
    expect([story.phases, story.said, story.news]).toEqual([
      'resolved',
      'slack 3, email 3',
      'it was one after all: crash (likely)',
    ]);
  });

  it('is forgotten when nothing can touch it any more', () => {
    const story = resolved();
    expect(story.turn(ten + 47 * hour).conversations).toHaveLength(1);
    expect(story.turn(ten + 49 * hour).conversations).toHaveLength(0);
  });
});

describe('two conversations that turn out to be one', () => {
  const early = windowOf(incident(ten, ten + 5 * minute, 4, finding('crash', 'likely')));
  const late = windowOf(incident(ten + 17 * minute, ten + 20 * minute, 4, finding('crash', 'likely')));
  const both = windowOf(incident(ten, ten + 20 * minute, 9, finding('crash', 'likely')));

  it('the older goes on, and the other says once of what it is part', () => {
    const story = new Story();
    story.turn(ten + 6 * minute, [early]);
    story.turn(ten + 21 * minute, [late]);
    expect(story.phases).toBe('resolved, firing');
    const [older, younger] = story.conversations;
    story.turn(ten + 22 * minute, [both]);
    expect(story.phases).toBe('firing, merged');
    expect(story.last.sends.map(({ cid, medium }) => `${cid} ${medium}`)).toEqual([
      `${older?.cid} slack`,
      `${older?.cid} email`,
      `${younger?.cid} slack`,
      `${younger?.cid} email`,
    ]);
    const alerts = story.last.alerts.map(({ conversation, incident: its }) =>
      compose(conversation, its ?? incident(ten, ten, 1), []),
    );
    expect(alerts.map(({ status, partOf }) => [status, partOf])).toEqual([
      ['firing', undefined],
      ['resolved', older?.cid],
    ]);
    story.turn(ten + 23 * minute, [both]);
    expect([story.said, story.phases]).toEqual(['', 'firing, merged']);
  });

  it('opened in one turn, the smaller key is the older', () => {
    const story = new Story();
    story.turn(ten + 21 * minute, [late, early]);
    const smallest = story.conversations.map(({ cid }) => cid).sort()[0];
    story.turn(ten + 22 * minute, [both]);
    expect(story.conversations.find(({ phase }) => phase.is !== 'merged')?.cid).toBe(smallest);
  });

  it('a session that was cut at its longest span is the same conversation', () => {
    const story = new Story();
    const first = incident(ten, ten + 24 * hour - minute, 288, finding('crash', 'likely'));
    story.turn(ten + 24 * hour, [windowOf(first)]);
    const second = incident(
      ten + 24 * hour + minute,
      ten + 24 * hour + 2 * minute,
      1,
      finding('crash', 'likely'),
    );
    story.turn(ten + 24 * hour + 3 * minute, [windowOf(second)]);
    expect(story.conversations.map(({ spans }) => spans.map(({ closes }) => closes))).toEqual([[288, 1]]);
    expect(story.last.alerts[0]?.incident).toBe(second);
  });
});

describe('more than one turn can take', () => {
  const apart = Array.from({ length: 5 }, (_, index) =>
    windowOf(incident(ten + index * hour, ten + index * hour, 1)),
  );

  it('takes the earliest and leaves the others', () => {
    const story = new Story({ most: 2 });
    const now = ten + 4 * hour;
    expect(story.turn(now, apart).handled).toEqual(apart.slice(0, 2));
    expect(story.turn(now, apart.slice(2)).handled).toEqual(apart.slice(2, 4));
    expect(story.turn(now, apart.slice(4)).handled).toEqual(apart.slice(4));
    expect(story.conversations).toHaveLength(5);
  });

  it('merges as many as it may and comes back for the rest', () => {
    const story = new Story();
    story.turn(ten + 4 * hour, apart);
    const all = windowOf(incident(ten, ten + 4 * hour, 5));
    expect(story.turn(ten + 4 * hour, [all], { most: 3 }).handled).toEqual([]);
    expect(story.conversations.filter(({ phase }) => phase.is === 'merged')).toHaveLength(2);
    expect(story.turn(ten + 4 * hour, [all], { most: 3 }).handled).toEqual([all]);
    expect(story.conversations.filter(({ phase }) => phase.is === 'merged')).toHaveLength(4);
  });

  it('lets those wait whose time has come, and says that it must look again at once', () => {
    const story = new Story();
    story.turn(ten + 4 * minute, [
      windowOf(incident(ten, ten, 1)),
      windowOf(incident(ten + 40 * minute, ten + 40 * minute, 1)),
    ]);
    const now = ten + 2 * hour;
    expect(story.turn(now, [], { most: 1 }).alerts).toHaveLength(1);
    expect(story.last.lookAgain).toBeLessThanOrEqual(now);
    expect(story.turn(now, [], { most: 1 }).alerts).toHaveLength(1);
    expect(story.last.lookAgain).toBeUndefined();
  });
});

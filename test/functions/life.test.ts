import { describe, expect, it } from 'vitest';
import { day, hour, second } from '#lib/model/time.ts';
import { closes, kernel, killing, linesOf, newsOf, type Said, tell } from './said.ts';
import { acceptingSetup, batchIncidents, smallSetup, startOfStory } from './story.ts';
import type { Played } from './theatre.ts';

/** Sunday, 22 November 2026, 10:00. */
const ten = startOfStory;

const notesOf = ({ messages }: Played): readonly string[] =>
  messages.flatMap(({ alert }) => alert.notes ?? []);

describe('a recurrence', () => {
  it('links the conversation before, with its end and its closes', async () => {
    const { messages, alerts } = await tell([...killing(ten, 3), ...killing(ten + 26 * hour, 2)], smallSetup);
    const [first, second_] = alerts.toSorted((a, b) =>
      (a.incident.start ?? '') < (b.incident.start ?? '') ? -1 : 1,
    );
    expect(first?.earlier).toBeUndefined();
    expect(second_?.earlier).toEqual({ cid: first?.conversation, at: ten + 40, closes: 3 });
    const own = messages.filter(({ alert }) => alert.conversation === second_?.conversation);
    expect(own.at(-1)?.alert.notes).toContain('last seen 2026-11-22 10:00 UTC, 3 closes');
  });

  it('of another fingerprint links nothing', async () => {
    const other = [{ at: ten + 26 * hour, text: 'bare 502 conn 7 GET /cart' }];
    const { alerts } = await tell([...killing(ten, 3), ...other], smallSetup);
    expect(alerts.filter(({ earlier }) => earlier)).toEqual([]);
  });
});

describe('what is accepted', () => {
  it('is told in the digest of its week alone, once to every medium', async () => {
    const played = await tell([...killing(ten, 4), ...killing(ten + 3 * hour, 2)], acceptingSetup);
    expect(played.messages).toEqual([]);
    expect(played.digests.map(({ medium }) => medium).sort()).toEqual(['email', 'slack']);
    const [{ at, digest } = { at: 0, digest: undefined }] = played.digests;
    // The week ends on Sunday; lines of it may come for a day; then it is eight o'clock.
    expect(new Date(at).toISOString().slice(0, 15)).toBe('2026-11-24T08:0');
    expect(digest).toEqual({
      conversation: 'digest-2026-11-16',
      from: '2026-11-16',
      to: '2026-11-22',
      rows: [
        {
          service: 'shop',
          fingerprint: acceptingSetup.accepted[0]?.fingerprint,
          cause: 'kill',
          closes: 6,
          withheld: 6,
          doubled: 0,
          expired: 0,
          before: 0,
          accepted: {
            owner: 'team-shop',
            until: '2027-01-31',
            because: 'the new machines come in February',
          },
        },
      ],
    });
  });

  it('is withheld from an alert that has something else to say, and counted there', async () => {
    const both: readonly Said[] = [
      ...killing(ten, 2),
      ...closes(ten + 100 * second, 3),
      { at: ten + 100 * second, text: 'slow worker', group: '/app/api' },
    ];
    const played = await tell(both, acceptingSetup);
    expect(played.messages.length).toBeGreaterThan(0);
    const last = played.messages.at(-1)?.alert;
    expect(last?.incident).toEqual(batchIncidents(linesOf(both), acceptingSetup)[0]);
    expect(last?.incident.findings.map(({ cause }) => cause).sort()).toEqual(['kill', 'slowness']);
    expect(last?.notes?.join()).toMatch(
      /withheld: \d closes? by kill, accepted by team-shop until 2027-01-31 because the new machines come in February/,
    );
    expect(newsOf(played).join()).not.toContain('kill');
  });

  const daily = [0, 1, 2].flatMap((days) => killing(ten + days * day, 2));

  it('comes back by itself when a day has more than twice the closes of a usual one', async () => {
    const { messages, digests } = await tell([...daily, ...killing(ten + 3 * day, 5)], acceptingSetup);
    const weeks = digests.filter(({ medium }) => medium === 'email').map(({ digest }) => digest.rows);
    expect(weeks).toMatchObject([
      [{ closes: 2, withheld: 2, doubled: 0 }],
      [{ closes: 9, withheld: 4, doubled: 5, expired: 0, before: 2 }],
    ]);
    expect(new Set(messages.map(({ alert }) => alert.incident.start?.slice(0, 10)))).toEqual(
      new Set(['2026-11-25']),
    );
    expect(messages.at(-1)?.alert.notes).toContain(
      'kill is accepted by team-shop until 2027-01-31, but not so many: 5 that day, 2 on a usual one',
    );
    const twice = await tell([...daily, ...killing(ten + 3 * day, 4)], acceptingSetup);
    expect(twice.messages).toEqual([]);
  });

  it('comes back by itself after its last day', async () => {
    const until = Date.UTC(2026, 10, 23);
    const setup = {
      ...acceptingSetup,
      accepted: acceptingSetup.accepted.map((each) => ({ ...each, until })),
    };
    const played = await tell([...killing(ten, 2), ...killing(ten + day, 2)], setup);
    expect(new Set(played.messages.map(({ alert }) => alert.incident.start?.slice(0, 10)))).toEqual(
      new Set(['2026-11-23']),
    );
    expect(notesOf(played)).toContain('kill was accepted by team-shop until 2026-11-22, which has passed');
  });

  it('is told of another service as ever', async () => {
    const blog = killing(ten, 3).map((said) => ({
      ...said,
      group: said.group === '/app/api' ? kernel : '/blog/proxy',
    }));
    expect((await tell(blog, acceptingSetup)).messages.length).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import type { Setup } from '#functions/setup.ts';
import { day, hour, type Millis, minute, second } from '#lib/model/time.ts';
import {
  acceptingSetup,
  batchIncidents,
  deliveryOf,
  type Line,
  smallSetup,
  startOfStory as ten,
} from './story.ts';
import { type Played, play } from './theatre.ts';

/** Sunday, 22 November 2026, 10:00. */
interface Said {
  readonly at: Millis;
  readonly text: string;
  readonly group?: string;
}

const closed = 'closed by 10.0.0.1:80 conn 7 GET /pay';
const kernel = '/node/kernel';

const linesOf = (said: readonly Said[]): readonly Line[] =>
  said.map(({ at, text, group = '/app/proxy' }, index) => ({
    group,
    id: String(index).padStart(6, '0'),
    at,
    observed: at,
    text: `${new Date(at).toISOString()} ${text}`,
  }));

const tell = (said: readonly Said[], setup: Setup): Promise<Played> =>
  play(
    linesOf(said).map((line) => ({ at: line.at + 10 * second, event: deliveryOf([line]) })),
    setup,
  );

const closes = (from: Millis, count: number, apart: Millis = 20): readonly Said[] =>
  Array.from({ length: count }, (_, index) => ({ at: from + index * apart, text: closed }));
const killed = (at: Millis): Said => ({ at, text: 'killed pid 7', group: '/app/api' });
/** A close that was killed for, with its line just before. */
const killing = (from: Millis, count: number): readonly Said[] => [
  killed(from - second),
  ...closes(from, count),
];
const deployed = (at: Millis, group = '/app/api'): Said => ({ at, text: 'deployed', group });

const newsOf = ({ messages }: Played, medium = 'email'): readonly (string | undefined)[] =>
  messages.filter((each) => each.medium === medium).map(({ alert }) => alert.news);
const checksOf = (played: Played, medium?: string): readonly (string | undefined)[] =>
  newsOf(played, medium).filter((news) => news?.includes('in the day before'));
const notesOf = ({ messages }: Played): readonly string[] =>
  messages.flatMap(({ alert }) => alert.notes ?? []);

describe('whether a change helped', () => {
  const burst = killing(ten, 41);

  it('is told once to every medium, when its absence tells', async () => {
    const played = await tell([...burst, deployed(ten + 2 * minute)], smallSetup);
    for (const medium of ['slack', 'email'])
      expect(checksOf(played, medium)).toEqual([
        '0 of this fingerprint since the 10:02 deploy, 41 in the day before',
      ]);
    const said = played.messages.find(({ alert }) => alert.news?.includes('deploy'));
    expect(said?.alert.status).toBe('resolved');
    expect(said?.at).toBeGreaterThan(ten + hour);
    expect(said?.at).toBeLessThan(ten + 2 * hour);
  });

  it('a line of a source that all read counts', async () => {
    const played = await tell([...burst, deployed(ten + 2 * minute, kernel)], smallSetup);
    expect(checksOf(played)).toHaveLength(1);
  });

  it('that of another service does not', async () => {
    const other = await tell([...burst, deployed(ten + 2 * minute, '/blog/proxy')], smallSetup);
    expect(checksOf(other)).toEqual([]);
  });

  it('counts when it comes long after the end, too', async () => {
    const played = await tell([...burst, deployed(ten + 3 * hour)], smallSetup);
    for (const medium of ['slack', 'email'])
      expect(checksOf(played, medium)).toEqual([
        '0 of this fingerprint since the 13:00 deploy, 41 in the day before',
      ]);
  });

  it('says that it did not, when closes went on as before', async () => {
    const played = await tell(
      [
        ...killing(ten, 10),
        deployed(ten + minute),
        // One conversation, in which the leading cause goes on; the last comes 20 minutes after the change.
        ...Array.from({ length: 10 }, (_, index) => killing(ten + (index + 1) * 2 * minute, 1)).flat(),
      ],
      smallSetup,
    );
    expect(checksOf(played)).toEqual(['9 since the 10:01 deploy, 11 in the day before: it did not help']);
  });

  it('of two changes, that counts which the last close does not outlive', async () => {
    const story = [
      ...burst,
      deployed(ten + 20 * second, '/app/api'),
      ...closes(ten + 100 * second, 3),
      deployed(ten + 20 * minute),
      deployed(ten + 60 * minute),
    ];
    expect(checksOf(await tell(story, smallSetup))).toEqual([
      '0 of this fingerprint since the 10:20 deploy, 41 in the day before',
    ]);
  });

  it('lines of one roll-out are one change', async () => {
    const lines = [2, 5, 9].map((minutes) => deployed(ten + minutes * minute));
    expect(checksOf(await tell([...burst, ...lines], smallSetup))).toEqual([
      '0 of this fingerprint since the 10:09 deploy, 41 in the day before',
    ]);
  });

  it('two closes tell nothing by their absence', async () => {
    expect(checksOf(await tell([...killing(ten, 2), deployed(ten + 2 * minute)], smallSetup))).toEqual([]);
  });

  it('a change from before the first close mended nothing', async () => {
    expect(checksOf(await tell([deployed(ten - 5 * minute), ...burst], smallSetup))).toEqual([]);
  });
});

describe('a recurrence', () => {
  it('links the conversation before, with its end and its closes', async () => {
    const { messages, alerts } = await tell([...killing(ten, 3), ...killing(ten + 26 * hour, 2)], smallSetup);
    const [first, second_] = alerts.toSorted((a, b) =>
      (a.incident.start ?? '') < (b.incident.start ?? '') ? -1 : 1,
    );
    expect(first?.earlier).toBeUndefined();
    expect(second_?.earlier).toEqual({ cid: first?.conversation, at: ten + 40, closes: 3 });
    const own = messages.filter(({ alert }) => alert.conversation === second_?.conversation);
    expect(own.at(-1)?.alert.notes).toContain('last seen 2026-11-22 10:00, 3 closes');
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
    const { messages } = await tell([...daily, ...killing(ten + 3 * day, 5)], acceptingSetup);
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

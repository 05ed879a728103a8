import { describe, expect, it } from 'vitest';
import { MemoryTable } from '#functions/adapters/memory-table.ts';
import { blindnessOf, noteSighting } from '#functions/evaluate/blind.ts';
import type { Setup } from '#functions/setup.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { hour, type Millis, minute, second } from '#lib/model/time.ts';
import { closes, deployed, kernel, killing, newsOf, type Said, tell } from './said.ts';
import { alarmEvent, polledGroup, setupOf, smallSetup, taskEvent, startOfStory as ten } from './story.ts';
import type { Arrival, Played } from './theatre.ts';

const media = ['slack', 'email'];
const checksOf = (played: Played, medium?: string): readonly (string | undefined)[] =>
  newsOf(played, medium).filter((news) => news?.includes('in the day before'));
const checksIn = async (said: readonly Said[], setup: Setup = smallSetup, others: readonly Arrival[] = []) =>
  checksOf(await tell(said, setup, others));
/** When it was told. */
const toldAt = ({ messages }: Played): Millis | undefined =>
  messages.find(({ alert }) => alert.news?.includes('in the day before'))?.at;
const backOf = ({ messages }: Played, medium = 'email') =>
  messages
    .filter((each) => each.medium === medium)
    .flatMap(({ alert }) =>
      [alert.news ?? '', ...(alert.notes ?? [])]
        .filter((text) => text.startsWith('came back'))
        .map((text) => `${alert.incident.start?.slice(11, 16)} ${text}`),
    );

const burst = killing(ten, 41);

describe('what became of closes after a change', () => {
  it('is told once to every medium, when their absence tells, with the time that was watched', async () => {
    const played = await tell([...burst, deployed(ten + 2 * minute)], smallSetup);
    for (const medium of media)
      expect(checksOf(played, medium)).toEqual([
        '0 of this fingerprint in the 1.8 h after the 10:02 UTC deploy, 41 in the day before',
      ]);
    const said = played.messages.find(({ alert }) => alert.news?.includes('deploy'));
    expect(said?.alert.status).toBe('resolved');
    expect(toldAt(played)).toBeGreaterThan(ten + hour);
    expect(toldAt(played)).toBeLessThan(ten + 2 * hour);
  });

  it('a line of a source that all read counts, that of another service does not', async () => {
    expect(await checksIn([...burst, deployed(ten + 2 * minute, kernel)])).toHaveLength(1);
    expect(await checksIn([...burst, deployed(ten + 2 * minute, '/blog/proxy')])).toEqual([]);
  });

  it('says that it did not help, when closes went on as before', async () => {
    const story = [
      ...killing(ten, 10),
      deployed(ten + minute),
      // One conversation, in which the leading cause goes on; the last comes 20 minutes after the change.
      ...Array.from({ length: 10 }, (_, index) => killing(ten + (index + 1) * 2 * minute, 1)).flat(),
    ];
    expect(await checksIn(story)).toEqual([
      '9 of this fingerprint in the 3.6 h after the 10:01 UTC deploy, 11 in the day before: it did not help',
    ]);
  });

  it('lines of one roll-out are one change', async () => {
    const lines = [1, 3, 5].map((minutes) => deployed(ten + minutes * minute));
    const news = '0 of this fingerprint in the 1.8 h after the 10:05 UTC deploy, 41 in the day before';
    expect(await checksIn([...burst, ...lines])).toEqual([news]);
  });

  it('two closes tell nothing by their absence', async () => {
    expect(await checksIn([...killing(ten, 2), deployed(ten + 2 * minute)])).toEqual([]);
  });
});

describe('a change that is not to be credited', () => {
  it('came when they had stopped: what was counted is told, and no more', async () => {
    const played = await tell(
      [...burst, deployed(ten + 3 * hour), ...killing(ten + 8 * hour, 3)],
      smallSetup,
    );
    for (const medium of media)
      expect(checksOf(played, medium)).toEqual([
        '0 of this fingerprint in the 1.8 h after the 13:00 UTC deploy, 41 in the day before; they had stopped 3 h before it',
      ]);
    expect(backOf(played)).toEqual([]);
  });

  it('of two, that counts which the last close does not outlive', async () => {
    const story = [
      ...burst,
      deployed(ten + 20 * second),
      ...closes(ten + 100 * second, 3),
      deployed(ten + 20 * minute),
      deployed(ten + 60 * minute),
    ];
    expect(await checksIn(story)).toEqual([
      '0 of this fingerprint in the 1.8 h after the 10:20 UTC deploy, 41 in the day before; they had stopped 18.3 min before it',
    ]);
  });

  it('came before the first close', async () => {
    expect(await checksIn([deployed(ten - 5 * minute), ...burst])).toEqual([]);
  });

  it('is a cause of such closes itself', async () => {
    const reloaded = (at: Millis): Said => ({ at, text: 'reloaded', group: '/app/api' });
    const later = killing(ten + 100 * second, 5);
    expect(await checksIn([...burst, reloaded(ten + 98 * second), ...later])).toEqual([]);
    const after = await checksIn([...burst, ...later, reloaded(ten + 3.5 * minute)]);
    expect(after).toEqual([
      '0 of this fingerprint in the 1.6 h after the 10:03 UTC backend reload, 46 in the day before',
    ]);
  });
});

describe('a deployment that says when it is over', () => {
  const says = (at: Millis, what: string, name = 'd-1'): Said => ({
    at,
    text: `deploy ${name} of api ${what}`,
    group: '/app/api',
  });
  /** One conversation that ends at 10:46. */
  const long = Array.from({ length: 24 }, (_, index) => killing(ten + index * 2 * minute, 2)).flat();

  it('is measured from its end, however slow it is', async () => {
    const story = [...long, says(ten + 10 * minute, 'begins'), says(ten + 47 * minute, 'is over')];
    expect(await checksIn(story)).toEqual([
      '0 of this fingerprint in the 1.5 h after the 10:47 UTC deploy of api, 48 in the day before',
    ]);
  });

  it('that began before the first close is no remedy, though it ended after the last', async () => {
    const story = [...burst, says(ten - 10 * second, 'begins'), says(ten + 2 * minute, 'is over')];
    expect(await checksIn(story)).toEqual([]);
  });

  it('is waited for, and after three hours its beginning alone counts', async () => {
    const played = await tell([...burst, says(ten + minute, 'begins')], smallSetup);
    expect(checksOf(played)).toEqual([
      '0 of this fingerprint in the 3 h after the 10:01 UTC deploy of api, 41 in the day before',
    ]);
    expect(toldAt(played)).toBeGreaterThanOrEqual(ten + minute + 3 * hour);
  });

  it('that failed, or that the next one overtook, is none', async () => {
    expect(
      await checksIn([...burst, says(ten + minute, 'begins'), says(ten + 90 * minute, 'failed')]),
    ).toEqual([]);
    const story = [
      ...burst,
      says(ten + minute, 'begins', 'd-1'),
      says(ten + 90 * second, 'begins', 'd-2'),
      says(ten + 9 * minute, 'is over', 'd-2'),
    ];
    expect(await checksIn(story)).toEqual([
      '0 of this fingerprint in the 1.8 h after the 10:09 UTC deploy of api, 41 in the day before',
    ]);
  });
});

describe('lines that were lost in the time that is counted', () => {
  const story = [...burst, deployed(ten + 2 * minute), ...killing(ten + 5 * hour, 3)];
  const alarms = (from: Millis): readonly Arrival[] => [
    { at: from, event: alarmEvent('/app/proxy', 'ALARM', from) },
    { at: from + 5 * minute, event: alarmEvent('/app/proxy', 'OK', from + 5 * minute) },
  ];

  it('are told of, and nothing came back that may never have ended', async () => {
    const played = await tell(story, smallSetup, alarms(ten + 30 * minute));
    for (const medium of media)
      expect(checksOf(played, medium)).toEqual([
        '0 of this fingerprint in the 1.8 h after the 10:02 UTC deploy, 41 in the day before; lines of /app/proxy were lost in that time, so there may be more',
      ]);
    expect(backOf(played)).toEqual([]);
  });

  it('are none of a group that is polled, once it was read', async () => {
    const table = new MemoryTable();
    const lost = async () =>
      (await blindnessOf(table, 'shop', smallSetup, ten + hour)).lost({ from: ten, to: ten + hour });
    const word = { group: polledGroup, reason: 'polling' } as const;
    await noteSighting(table, { ...word, isBlind: true, at: ten + minute });
    expect(await lost()).toEqual([polledGroup]);
    await noteSighting(table, { ...word, isBlind: false, at: ten + 9 * minute });
    expect(await lost()).toEqual([]);
  });

  it('before it are not', async () => {
    const others = alarms(ten - 26 * hour);
    expect((await checksIn(story, smallSetup, others)).join()).not.toContain('lost');
  });
});

describe('a fingerprint of several conversations', () => {
  const twice = [...burst, ...killing(ten + 5 * minute, 9), deployed(ten + 6 * minute)];

  it('is told of by the latest alone', async () => {
    const { messages } = await tell(twice, smallSetup);
    const told = messages.filter(({ alert }) => alert.news?.includes('in the day before'));
    expect(
      told
        .map(({ medium, alert }) => `${medium} ${alert.incident.start?.slice(11, 16)} ${alert.news}`)
        .sort(),
    ).toEqual(
      media
        .map(
          (medium) =>
            `${medium} 10:05 0 of this fingerprint in the 1.5 h after the 10:06 UTC deploy, 50 in the day before`,
        )
        .sort(),
    );
  });

  it('that comes back says so, once', async () => {
    const played = await tell(
      [...twice, ...killing(ten + 3 * hour + 6 * minute, 3), ...killing(ten + 7 * hour, 3)],
      smallSetup,
    );
    for (const medium of media)
      expect([...new Set(backOf(played, medium))]).toEqual([
        '13:06 came back, 3 h after the 10:06 UTC deploy that seemed to have ended it',
      ]);
  });

  it('is taken back where it was told, when late lines show that it was wrong', async () => {
    const late = killing(ten + 6 * minute + 55 * second, 2).map((said) => ({ ...said, late: 3 * hour }));
    const change = deployed(ten + 5 * minute + 10 * second);
    const played = await tell([...burst, ...killing(ten + 5 * minute, 9), change, ...late], smallSetup);
    for (const medium of media) {
      expect(checksOf(played, medium)).toHaveLength(1);
      expect(newsOf(played, medium).at(-1)).toBe(
        'came back, 105 s after the 10:05 UTC deploy that seemed to have ended it',
      );
    }
  });
});

describe('how long is waited', () => {
  const apart = (time: Millis) => [
    ...killing(ten, 20),
    ...killing(ten + time, 20),
    deployed(ten + time + 100 * second),
  ];

  it('is three times the longest silence that was seen', async () => {
    const played = await tell(apart(5 * hour), smallSetup);
    expect(toldAt(played)).toBeGreaterThan(ten + 20 * hour);
    expect(checksOf(played)).toEqual([
      '0 of this fingerprint in the 15 h after the 15:01 UTC deploy, 40 in the day before',
    ]);
  });

  it('is no use where they are too rare to tell within a day', async () => {
    expect(await checksIn(apart(9 * hour))).toEqual([]);
  });
});

describe('closes of another fingerprint after the change', () => {
  it('are named', async () => {
    const slow = [
      { at: ten + 30 * minute, text: 'slow worker', group: '/app/api' },
      ...closes(ten + 30 * minute, 3),
      ...closes(ten + 50 * minute, 2),
    ];
    expect(await checksIn([...burst, deployed(ten + minute), ...slow])).toEqual([
      '0 of this fingerprint in the 1.8 h after the 10:01 UTC deploy, 41 in the day before; other closes after it: 3 by slowness and 2 unexplained',
    ]);
  });
});

describe('a deploy in a cluster of many services', () => {
  const setup = (services: readonly unknown[]) =>
    setupOf({
      sources: [
        { logGroup: '/app/proxy', role: 'proxy', scope: 'shop' },
        { logGroup: '/app/api', role: 'backend', scope: 'shop' },
        { ecsCluster: 'prod', scope: 'prod', ...(services.length > 0 ? { services } : {}) },
      ],
      notify: { email: { to: ['ops@example.com'] } },
      timings: { gap: '120s', lateness: '60s' },
    });
  const deploys = (service: string): readonly Arrival[] =>
    ['begins', 'is over'].map((what, index) => {
      const at = ten + (1 + index) * minute;
      return { at: at + second, event: taskEvent(`event-${index}`, at, `deploy d-1 of ${service} ${what}`) };
    });
  const named = (service: string) => [
    `0 of this fingerprint in the 1.8 h after the 10:02 UTC deploy of ${service}, 41 in the day before`,
  ];

  it('is a matter of the scope that its service is mapped to, and is named', async () => {
    const mapped = setup([{ scope: 'shop', ecsServices: ['api'] }]);
    expect(await checksIn(burst, mapped, deploys('api'))).toEqual(named('api'));
    expect(await checksIn(burst, mapped, deploys('web'))).toEqual([]);
  });

  it('is one of all where none is mapped', async () => {
    expect(await checksIn(burst, setup([]), deploys('web'))).toEqual(named('web'));
  });
});

describe('a reload of nginx', () => {
  it('is a change', async () => {
    const setup = setupOf(
      {
        sources: [{ logGroup: '/app/proxy', role: 'proxy', formats: ['nginx-error'], scope: 'shop' }],
        notify: { email: { to: ['ops@example.com'] } },
      },
      catalogue,
    );
    const stamp = (at: Millis) =>
      new Date(at).toISOString().slice(0, 19).replace(/-/g, '/').replace('T', ' ');
    const lines = [
      ...Array.from({ length: 41 }, (_, index) => {
        const at = ten + index * second;
        return {
          at,
          text: `${stamp(at)} [error] 7#7: *${index} upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.7, server: example.com, request: "GET /pay HTTP/1.1", upstream: "http://10.0.0.1:80/pay", host: "example.com"`,
        };
      }),
      {
        at: ten + 2 * minute,
        text: `${stamp(ten + 2 * minute)} [notice] 27035#27035: signal 1 (SIGHUP) received from 27581, reconfiguring`,
      },
    ];
    expect(checksOf(await tell(lines, setup))).toEqual([
      '0 of this fingerprint in the 1.8 h after the 10:02 UTC nginx reload, 41 in the day before',
    ]);
  });
});

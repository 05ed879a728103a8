import { describe, expect, it } from 'vitest';
import type { Setup } from '#functions/setup.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import { hour, type Millis, minute, second } from '#lib/model/time.ts';
import { smallCatalogue } from './small-catalogue.ts';
import { batchIncidents, deliveryOf, type Line, setupOf, smallSetup, startOfStory as ten } from './story.ts';
import { type Arrival, type Message, play } from './theatre.ts';

interface Said {
  readonly at: Millis;
  readonly text: string;
  readonly group?: string;
  /** How long after its time it is delivered. */
  readonly late?: Millis;
}

const closed = 'closed by 10.0.0.1:80 conn 7 GET /pay';
const linesOf = (said: readonly Said[]): readonly Line[] =>
  said.map(({ at, text, group = '/app/proxy' }, index) => ({
    group,
    id: String(index).padStart(6, '0'),
    at,
    observed: at,
    text: `${new Date(at).toISOString()} ${text}`,
  }));
const arrivalsOf = (said: readonly Said[]): readonly Arrival[] =>
  linesOf(said).map((line, index) => ({
    at: line.at + (said[index]?.late ?? 10 * second),
    event: deliveryOf([line]),
  }));

const told = (messages: readonly Message[], medium: string): readonly string[] =>
  messages
    .filter((each) => each.medium === medium)
    .map(
      ({ at, alert }) =>
        `${new Date(at).toISOString().slice(11, 16)} ${alert.status} ${alert.incident.closes}`,
    );

describe('an incident, as people hear of it', () => {
  const story: readonly Said[] = [
    { at: ten, text: closed },
    { at: ten + 30 * second, text: closed },
    { at: ten + 40 * second, text: 'slow worker', group: '/app/api', late: 90 * second },
    { at: ten + 5 * second, text: 'killed pid 7', group: '/node/kernel', late: 165 * second },
  ];

  it('first look, evidence, better evidence, end', async () => {
    const { messages } = await play(arrivalsOf(story), smallSetup);
    expect(told(messages, 'slack')).toEqual([
      '10:00 provisional 1',
      '10:01 firing 2',
      '10:02 firing 2',
      '10:03 firing 2',
      '10:04 resolved 2',
    ]);
    expect(told(messages, 'email')).toEqual([
      '10:01 firing 2',
      '10:02 firing 2',
      '10:03 firing 2',
      '10:04 resolved 2',
    ]);
    expect(messages.map(({ alert }) => alert.news).join('\n')).toContain(
      'the verdict was slowness (likely) and is now kill (',
    );
  });

  it('one message each when everything comes late', async () => {
    const late = story.map((said) => ({ ...said, late: 5 * hour }));
    const { messages } = await play(arrivalsOf(late), smallSetup);
    expect(told(messages, 'slack').map((text) => text.slice(6, 14))).toEqual(['resolved', 'resolved']);
  });
});

describe('lateness', () => {
  /** Two closes of one session; the second is delivered when the gap alone has passed, and is not late. */
  const story: readonly Said[] = [
    { at: ten, text: closed },
    { at: ten + 30 * second, text: closed },
    { at: ten + 2 * minute + 20 * second, text: closed, late: 59 * second },
  ];
  const phases = async (setup: Setup) =>
    (await play(arrivalsOf(story), setup)).messages
      .filter(({ medium }) => medium === 'email')
      .map(({ alert }) => alert.status);

  it('keeps an incident from ending before its last line can have come', async () => {
    expect(await phases(smallSetup)).toEqual(['firing', 'resolved']);
  });

  it('planted: resolve without lateness', async () => {
    const hasty = { ...smallSetup, pace: { ...smallSetup.pace, lateness: 0 } };
    expect(await phases(hasty)).toEqual(['firing', 'resolved', 'firing', 'resolved']);
  });
});

describe('a close that never ends', () => {
  const setup = setupOf({
    sources: [{ logGroup: '/app/proxy', role: 'proxy', scope: 'shop' }],
    notify: { slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' } } },
    timings: { gap: '30m', lateness: '1m' },
  });
  const story = Array.from(
    { length: 190 },
    (_, index): Said => ({ at: ten + index * 20 * minute, text: closed }),
  );

  it('is one conversation of several incidents, and the latest is what stands', async () => {
    // Delivered backwards within each hour, so that conversations are opened that turn out to be parts of it.
    const jumbled = story.map((said, index) => ({ ...said, late: (2 - (index % 3)) * 25 * minute }));
    const { alerts } = await play(arrivalsOf(jumbled), setup);
    const incidents = batchIncidents(linesOf(story), setup);
    expect(incidents.map(({ closes }) => closes)).toEqual([72, 72, 46]);
    const [first, ...others] = alerts.filter(({ partOf }) => partOf === undefined);
    expect(others).toEqual([]);
    expect(first?.incident).toEqual(incidents[2]);
  });
});

describe('what cannot be judged', () => {
  const poisoned: Catalogue = {
    ...smallCatalogue,
    causes: smallCatalogue.causes.map((cause) => ({
      ...cause,
      why: (found) => {
        if (found.closes.length === 2) throw new Error('two is too many');
        return cause.why(found);
      },
    })),
  };
  const setup = { ...smallSetup, catalogue: poisoned };

  it('is told all the same, and the others are judged', async () => {
    const { alerts, figures, warnings } = await play(
      arrivalsOf([
        { at: ten, text: closed },
        { at: ten + second, text: closed },
        { at: ten + second, text: 'killed pid 7', group: '/app/api' },
        { at: ten + hour, text: closed },
        { at: ten + hour, text: 'killed pid 8', group: '/app/api' },
      ]),
      setup,
    );
    const verdicts = alerts.map(({ incident }) => [
      incident.closes,
      incident.findings[0]?.cause,
      incident.unexplained?.missing[0],
    ]);
    expect(verdicts.sort()).toEqual([
      [1, 'kill', undefined],
      [2, undefined, expect.stringContaining('the diagnosis failed')],
    ]);
    expect(figures['Undiagnosed']).toBeGreaterThan(0);
    expect(warnings[0]).toContain('two is too many');
  });
});

describe('a scope of any name', () => {
  it.each(['team/a#1', 'shop#2026-11-22#0', 'ü ~ %', 'todo'])('%s', async (scope) => {
    const sources = [
      { logGroup: '/app/proxy', role: 'proxy', scope },
      { logGroup: '/app/other', role: 'proxy', scope: `${scope}#` },
    ];
    const setup = setupOf({
      sources,
      notify: { slack: { channel: 'C0123456789', token: { parameter: '/closecall/slack' } } },
    });
    const { alerts } = await play(arrivalsOf([{ at: ten, text: closed }]), setup);
    expect(alerts.map(({ incident }) => incident.service)).toEqual([scope]);
  });
});

describe('a storm of conversations', () => {
  it('is dealt with turn by turn', async () => {
    const apart = Array.from(
      { length: 70 },
      (_, index): Said => ({ at: ten + index * 15 * minute, text: closed }),
    );
    const { alerts, messages } = await play(
      [{ at: ten + 20 * hour, event: deliveryOf(linesOf(apart)) }],
      smallSetup,
    );
    expect(alerts).toHaveLength(70);
    expect(told(messages, 'slack')).toHaveLength(70);
    expect(
      alerts.map(({ incident }) => incident).sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1)),
    ).toEqual(batchIncidents(linesOf(apart), smallSetup));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert, Outbound } from '#lib/model/alert.ts';
import type { IncidentVerdict } from '#lib/model/verdict.ts';
import type { Place } from '#lib/notifiers/links.ts';
import { firstOf, hostileAlert, hostileText } from './hostile.ts';
import { closeLine, firingOf, from, hugeIncident, judged, nearby, timeoutLine } from './real.ts';
import { alerts } from './stories.ts';

/** One medium, as far as the contract asks. */
export interface Subject<Kind extends Outbound> {
  readonly render: (alert: Alert, place?: Place) => Kind;
  /** Everything that leaves the house, as the medium shows it: what is escaped on the way is unescaped again. */
  readonly shown: (outbound: Kind) => string;
  /** Expects what the medium takes: sizes, counts, characters. */
  readonly expectTaken: (outbound: Kind) => void;
  /** Expects that nothing in it is read as a mention, a link or markup that we did not write. */
  readonly expectInert: (outbound: Kind) => void;
}

export const place: Place = {
  region: 'eu-central-1',
  groups: [
    { name: '/app/nginx', services: undefined },
    { name: '/app/api', services: ['shop'] },
    { name: '/app/pay', services: ['pay'] },
  ],
};

/** The same with the members of every object the other way round. */
const backwards = <T>(value: T): T =>
  (Array.isArray(value)
    ? value.map(backwards)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, each]) => [key, backwards(each)]),
        )
      : value) as T;

const [firing] = alerts;
if (!firing) throw new Error('there is an alert');

/** Every way in which an alert can stand. */
export const stands: Readonly<Record<string, Alert>> = {
  firing,
  ...Object.fromEntries(alerts.slice(1).map((alert) => [alert.status, alert])),
  'part of another': { ...firing, status: 'resolved', partOf: '00b0b000b0b00000' },
  'over, with its cause': { ...firing, status: 'resolved', news: 'quiet since 2026-11-24 03:30 UTC' },
  unexplained: { ...firing, incident: firstOf('unexplained') },
  undated: { ...firing, incident: firstOf('undated') },
  'with lines that were lost': { ...firing, blind: ['/app/nginx'] },
  'with notes': {
    ...firing,
    notes: [
      'last seen 2026-11-22 10:00 UTC, 12 closes',
      'withheld: 2 closes by keepalive-race on /pay, accepted by ops@example.com until 2026-12-01 because a queue is on its way',
    ],
    earlier: { cid: '00e0e000e0e00000', at: from, closes: 12 },
  },
};

/** What a person must not see, each where a line can hold it. `seen` is what shows that its line is shown at all. */
const canaries = [
  'canary-query-token',
  'canary.mail@example.com',
  'canary-password',
  'canary-referrer-session',
  'eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOjF9.c2lnbmF0dXJl',
  'canary-bearer',
  'canary-cookie',
  'canary-json-key',
  'AKIACANARYCANARYCANA',
  'canary-basic-auth',
] as const;
const [token, mail, password, session, jwt, bearer, cookie, jsonKey, accessKey, basic] = canaries;

/** Alerts of the real engine out of lines that are full of secrets: with a cause, and without any. */
export function secretive(): readonly Alert[] {
  const path = `/reports/monthly?token=${token}&mail=${mail}&password=${password}`;
  const referrer = `https://user:${basic}@shop.example.com/?session=${session}&jwt=${jwt}`;
  const closes = [closeLine(1_000, path, { referrer }), closeLine(61_000, path, { referrer })];
  const incidents = [...judged(closes, [timeoutLine(1_000, 7)]), ...judged(closes, [])];
  expect(incidents.map(({ findings }) => findings.length)).toEqual([1, 0]);
  return incidents.map((incident) => nearby(firingOf(withoutNearest(incident)), lines));
}

const lines = [
  `Authorization: Bearer ${bearer}`,
  `Cookie: sid=${cookie}; theme=dark`,
  `{"api_key":"${jsonKey}","user":"${mail}"}`,
  `uploading with ${accessKey} as jwt ${jwt}`,
  `connecting to postgres://app:${basic}@db.example.com/shop password=${password}`,
];

/** One close has no explanation then, and for these a medium shows the lines around. */
function withoutNearest(incident: IncidentVerdict): IncidentVerdict {
  if (!incident.unexplained) throw new Error('one of the closes is unexplained');
  return { ...incident, unexplained: { ...incident.unexplained, nearest: [] } };
}

/** What every medium promises. Call it inside a `describe`. */
export function notifierContract<Kind extends Outbound>({
  render,
  shown,
  expectTaken,
  expectInert,
}: Subject<Kind>): void {
  describe.each(Object.entries(stands))('an alert that is %s', (_, alert) => {
    it('is taken, and says what it is', () => {
      const outbound = render(alert, place);
      expectTaken(outbound);
      expectInert(outbound);
      const text = shown(outbound);
      const [first] = alert.incident.findings;
      expect(text).toContain(
        first?.cause ?? (alert.incident.closes > 0 ? 'unexplained' : 'No premature close'),
      );
    });

    it('is the same whenever and however it was built', () => {
      const once = JSON.stringify(render(alert, place));
      expect(JSON.stringify(render(alert, place))).toBe(once);
      expect(JSON.stringify(render(backwards(alert), backwards(place)))).toBe(once);
    });

    it('gives links only where its place is known', () => {
      const text = shown(render(alert));
      expect(text).not.toContain('console.aws.amazon.com');
      expect(text).not.toContain('closecall replay');
      const dated = alert.incident.start?.includes('T') ?? false;
      expect(shown(render(alert, place)).includes('closecall replay --since')).toBe(dated);
    });
  });

  it('lets nobody write marks, mentions, links or characters that are not seen', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, name) => {
        const alert = { ...hostileAlert(text, name), notes: [text], context: [] };
        const outbound = render(alert, place);
        expectTaken(outbound);
        expectInert(outbound);
      }),
      { numRuns: 60 },
    );
  });

  it('says no secret, wherever in a line it stood', () => {
    for (const alert of secretive()) {
      const text = shown(render(alert, place));
      for (const canary of canaries) expect(text).not.toContain(canary);
      const isBare = alert.incident.findings.length === 0;
      expect(text).toContain(isBare ? 'GET /reports/monthly?‹query 1› HTTP' : 'worker-timeout');
    }
  });

  it('takes ten thousand closes on two hundred routes', () => {
    const huge = hugeIncident();
    expect(huge.closes).toBe(10_000);
    const outbound = render(firingOf(huge), place);
    expectTaken(outbound);
    expect(shown(outbound)).toContain('10000 closes');
  });

  it('takes whatever size a verdict has', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        expectTaken(render(swollen(size), place));
      }),
      { numRuns: 25 },
    );
  });
}

interface Size {
  readonly findings: number;
  readonly lines: number;
  readonly length: number;
  readonly routes: number;
  readonly notes: number;
  readonly filler: string;
}

const sizes: fc.Arbitrary<Size> = fc.record({
  findings: fc.integer({ min: 0, max: 18 }),
  lines: fc.integer({ min: 0, max: 12 }),
  length: fc.integer({ min: 1, max: 3_000 }),
  routes: fc.integer({ min: 0, max: 20 }),
  notes: fc.integer({ min: 0, max: 10 }),
  filler: fc.constantFrom('x', '"', '\\', '&', '<', '日', '😀', 'word '),
});

/** A verdict in which everything that has a length is long. */
function swollen({ findings, lines, length, routes, notes, filler }: Size): Alert {
  const long = filler.repeat(Math.ceil(length / filler.length));
  const incident = firstOf('two-causes');
  const [finding] = incident.findings;
  const [evidence] = finding?.evidence ?? [];
  if (!finding || !evidence) throw new Error('it has a finding with evidence');
  const named = Array.from({ length: routes }, (_, n) => ({ name: `/${n}/${long}`, closes: 1 }));
  const line = { ...evidence, text: `${evidence.text} ${long}`, block: [long, long] };
  return {
    ...firingOf(incident),
    notes: Array.from({ length: notes }, (_, n) => `Note ${n}: ${long}.`),
    incident: {
      ...incident,
      findings: Array.from({ length: findings }, (_, n) => ({
        ...finding,
        cause: `cause-${n}`,
        why: `It was ${long}.`,
        routes: { named, more: { names: 180, closes: 9_000 } },
        fingerprints: named.map(({ name: route, closes }) => ({
          fingerprint: '64d8bd5a2a9b29f4',
          route,
          closes,
        })),
        evidence: Array.from({ length: lines }, () => line),
      })),
      runbook: incident.runbook.map((step) => ({ ...step, text: `${step.text} ${long}`, command: long })),
      ruledOut: [{ cause: 'restart', because: long }],
    },
  };
}

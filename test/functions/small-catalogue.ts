import {
  defineAside,
  defineCause,
  defineClue,
  defineFormat,
  defineLookalike,
  defineSymptom,
} from '#lib/catalogue/define.ts';
import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Provenance } from '#lib/model/signature.ts';
import { isoStamp } from '#lib/model/time.ts';

/** A world of four lines, so that a protocol can be tried thousands of times: what they mean is not the question. */
const format = defineFormat({
  id: 'small',
  title: 'a made-up log',
  manual: 'https://example.com/',
  kind: 'text',
  role: undefined,
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    const stamp = isoStamp(line.slice(0, 24));
    return stamp && { kind: 'line', stamp, message: line.slice(25), fields: {} };
  },
  samples: [{ line: '2026-11-22T10:00:00.000Z closed', gives: { message: 'closed' }, from: 'made up' }],
  forgeries: [],
});

/** What EventBridge hands over, as far as it matters here. */
const events = defineFormat({
  id: 'ecs-event',
  title: 'a made-up event',
  manual: 'https://example.com/',
  kind: 'text',
  role: 'platform',
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    const event = /"time":"([^"]{1,40})".*"stoppedReason":"([^"]{1,200})"/.exec(line);
    const stamp = event?.[1] === undefined ? undefined : isoStamp(event[1]);
    return stamp && { kind: 'line', stamp, message: event?.[2] ?? '', fields: {} };
  },
  samples: [
    {
      line: '{"time":"2026-11-22T10:00:00.000Z","detail":{"stoppedReason":"killed pid 12"}}',
      gives: { message: 'killed pid 12' },
      from: 'made up',
    },
  ],
  forgeries: [],
});

const provenance: Provenance = { project: 'none', file: 'none', version: 'none' };
const known = { formats: ['small'] as const, provenance, nearMisses: [] };
const samples = (line: string) =>
  [{ line: `2026-11-22T10:00:00.000Z ${line}`, gives: {}, from: 'made up' }] as const;

const cause = (id: string, family: 'exited' | 'timed out', prior: number) =>
  defineCause({
    id,
    family,
    means: `It was ${id}.`,
    prior,
    expects: [],
    against: [],
    settledBy: [],
    why: ({ closes, clues }) => `${id} ended ${closes.length} connections, say ${clues.length} lines.`,
    steps: () => ({}),
    fixes: () => [],
  });

export const smallCatalogue: Catalogue = {
  version: '0001',
  formats: [format, events],
  signatures: [
    defineSymptom({
      ...known,
      id: 'proxy/closed',
      basis: 'stated',
      needles: ['closed by'],
      means: 'The backend closed.',
      samples: samples('closed by 10.0.0.1:80 conn 7 GET /pay'),
      points: [],
      pattern: /^closed by (?<upstream>\S+) conn (?<connection>\d+) (?<method>[A-Z]+) (?<target>\S+)/,
      adds: { phase: 'header', by: 'fin' },
    }),
    defineSymptom({
      ...known,
      id: 'proxy/bare-502',
      basis: 'inferred',
      needles: ['bare 502'],
      means: 'The proxy answered 502.',
      samples: samples('bare 502 conn 7 GET /pay'),
      points: [],
      pattern: /^bare 502 conn (?<connection>\d+) (?<method>[A-Z]+) (?<target>\S+)/,
      adds: { status: 502 },
    }),
    defineAside({
      ...known,
      id: 'proxy/client-left',
      basis: 'stated',
      cause: 'client-closed',
      closedBy: 'client',
      needles: ['client left'],
      means: 'The client left.',
      samples: samples('client left conn 7 GET /pay'),
      pattern: /^client left conn (?<connection>\d+) (?<method>[A-Z]+) (?<target>\S+)/,
    }),
    defineClue({
      ...known,
      formats: ['small', 'ecs-event'],
      id: 'backend/killed',
      needles: ['killed pid'],
      means: 'The backend was killed.',
      samples: samples('killed pid 12'),
      points: [{ cause: 'kill', strength: 'decisive' }],
      within: { from: -60_000, to: 10_000 },
      consequences: [],
      pattern: /^killed pid (?<pid>\d+)/,
    }),
    defineClue({
      ...known,
      id: 'backend/deployed',
      needles: ['deployed'],
      means: 'A new version was deployed.',
      samples: samples('deployed'),
      points: [],
      within: { from: -60_000, to: 10_000 },
      consequences: [],
      change: 'deploy',
      pattern: /^deployed$/,
    }),
    defineClue({
      ...known,
      formats: ['small', 'ecs-event'],
      id: 'backend/deploy-begins',
      needles: ['begins'],
      means: 'A deployment begins.',
      samples: samples('deploy d-1 of api begins'),
      points: [],
      within: { from: -60_000, to: 10_000 },
      consequences: [],
      change: 'deploy',
      stage: 'begins',
      pattern: /^deploy (?<deployment>\S+) of (?<service>\S+) begins$/,
    }),
    defineClue({
      ...known,
      formats: ['small', 'ecs-event'],
      id: 'backend/deploy-ends',
      needles: ['is over'],
      means: 'A deployment is over.',
      samples: samples('deploy d-1 of api is over'),
      points: [],
      within: { from: -60_000, to: 10_000 },
      consequences: [],
      change: 'deploy',
      stage: 'ends',
      pattern: /^deploy (?<deployment>\S+) of (?<service>\S+) is over$/,
    }),
    defineClue({
      ...known,
      formats: ['small', 'ecs-event'],
      id: 'backend/deploy-fails',
      needles: ['failed'],
      means: 'A deployment failed.',
      samples: samples('deploy d-1 of api failed'),
      points: [],
      within: { from: -60_000, to: 10_000 },
      consequences: [],
      change: 'deploy',
      stage: 'fails',
      pattern: /^deploy (?<deployment>\S+) of (?<service>\S+) failed$/,
    }),
    defineClue({
      ...known,
      id: 'backend/reloaded',
      needles: ['reloaded'],
      means: 'The backend was told to replace its workers.',
      samples: samples('reloaded'),
      points: [{ cause: 'kill', strength: 'supporting' }],
      within: { from: -60_000, to: 10_000 },
      consequences: [],
      change: 'reload',
      pattern: /^reloaded$/,
    }),
    defineClue({
      ...known,
      id: 'backend/slow',
      needles: ['slow worker'],
      means: 'A worker was slow.',
      samples: samples('slow worker'),
      points: [{ cause: 'slowness', strength: 'strong' }],
      within: { from: -90_000, to: 90_000 },
      consequences: [],
      pattern: /^slow worker/,
    }),
  ],
  causes: [cause('kill', 'exited', 0.1), cause('slowness', 'timed out', 0.1)],
  lookalikes: [
    defineLookalike({
      id: 'client-closed',
      means: 'The client closed.',
      closedBy: 'client',
      advice: 'Nothing to do.',
    }),
  ],
  programs: [],
};

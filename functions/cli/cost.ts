/**
 * What a deployed stack costs a month, at list prices and without what AWS gives for nothing. Everything that it says
 * of money comes from here: `closecall init`, and the table in README.
 */

/** US dollars, us-east-1, November 2026. Other Regions are up to a third dearer. */
export const prices = {
  /** https://aws.amazon.com/cloudwatch/pricing/ */
  alarm: 0.1,
  metric: 0.3,
  dashboard: 3,
  logGigabyte: 0.5,
  /** https://aws.amazon.com/lambda/pricing/ (arm64) */
  millionCalls: 0.2,
  gigabyteSecond: 0.0000133334,
  /** https://aws.amazon.com/dynamodb/pricing/on-demand/ */
  millionWrites: 0.625,
  millionReads: 0.125,
  storedGigabyte: 0.25,
  backedUpGigabyte: 0.2,
  /** https://aws.amazon.com/sqs/pricing/ (standard queues) */
  millionRequests: 0.4,
  /** https://aws.amazon.com/sns/pricing/ */
  millionPublished: 0.5,
  mail: 0.00002,
  /** https://aws.amazon.com/secrets-manager/pricing/ ; a parameter of Parameter Store costs nothing. */
  secret: 0.4,
} as const;

/** What the template holds whatever is configured (test/infra/cost.test.ts counts), and for each subscribed group. */
export const fixed = {
  alarms: 12,
  alarmsPerGroup: 2,
  metrics: 10,
  dashboards: 1,
  /** Queues that feed a function. */
  feeds: 3,
} as const;

/** How the functions run. Times are of one call, in milliseconds of Lambda; memory as in the template. */
const works = {
  /** 10 µs a line on a whole processor, of which 512 MB are three tenths (measured: 9 ms for a delivery of 1,000 lines). */
  ingest: { memory: 512, call: 20, line: 0.04, metrics: 2 },
  evaluate: { memory: 1769, call: 200, metrics: 0 },
  tick: { memory: 256, call: 100, metrics: 1 },
  deliver: { memory: 256, call: 600, metrics: 1 },
} as const;
type Worker = keyof typeof works;

/** Bytes of an embedded metric, with the 26 that are counted on top of each line. Lambda writes only of calls that fail. */
const loggedMetric = 200 + 26;

const minutesOfMonth = 730 * 60;
/**
 * Lambda asks a queue that is empty with five pollers, each for 20 seconds at a time.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
const requestsPerFeed = 5 * 3 * minutesOfMonth;
/** Agents and log drivers send what a stream holds every five seconds, and CloudWatch hands on what it was sent. */
const sendingsOfMonth = minutesOfMonth * 12;
/** More lines than this do not come at once. */
const mostLines = 1_000;
/** Whether the subscription filters are still there. */
const minutesPerLook = 5;
/** Strong reads of the to-do list's eight parts, each at least one unit. */
const readsPerTick = 8;
/** A minute with something to judge: a page and a to-do written, then read, judged and ticked off. */
const perMinute = { writes: 6, reads: 12, evaluations: 1, requests: 3 } as const;
/** An ordinary incident: 41 closes in a quarter of an hour, 30 deliveries of lines, 17 evaluations, 4 revisions told. */
const perIncident = {
  writes: 156,
  reads: 210,
  evaluations: 17,
  requests: 70,
  revisions: 4,
  mails: 3,
} as const;
/** A page in the table, with what DynamoDB adds, and how much of a month it stays. */
const page = { bytes: 1_150, stays: 72 / 730 } as const;

export interface GroupLoad {
  readonly transport: 'subscribe' | 'poll';
  /** Gigabytes written a month. */
  readonly gigabytes: number;
  readonly bytesPerLine: number;
  /** The share of lines that the filter pattern lets through, 0 to 1. */
  readonly delivered: number;
  /** Streams that are written to at the same time. */
  readonly streams: number;
}

export interface Load {
  readonly groups: readonly GroupLoad[];
  /** Minutes a month in which some scope has a line that bears on a close: steady 499s count too. */
  readonly judged: number;
  readonly incidents: number;
  readonly addresses: number;
  readonly slack: boolean;
  /** Secrets in Secrets Manager. */
  readonly secrets: number;
}

export interface Cost {
  readonly what: string;
  /** The multiplication, for people. */
  readonly reckoning: string;
  readonly dollars: number;
}

/** Every item of a month's bill, those first that do not depend on the load. Amounts are not rounded. */
export function monthly(load: Load): readonly Cost[] {
  const subscribed = load.groups.filter(({ transport }) => transport === 'subscribe');
  const polls = subscribed.length < load.groups.length ? minutesOfMonth : 0;
  const looks = subscribed.length > 0 ? minutesOfMonth / minutesPerLook : 0;
  const alarms = fixed.alarms + fixed.alarmsPerGroup * subscribed.length;
  const lines = sum(load.groups.map(linesOf));
  const deliveries = sum(subscribed.map(deliveriesOf));
  const { judged, incidents } = load;
  const evaluations = judged * perMinute.evaluations + incidents * perIncident.evaluations;
  const media = Number(load.slack) + Number(load.addresses > 0);
  const told = incidents * perIncident.revisions * media;
  const calls: Readonly<Record<Worker, number>> = {
    ingest: deliveries + polls + looks,
    evaluate: evaluations,
    tick: minutesOfMonth,
    deliver: told,
  };
  const computing = (worker: Worker, held = 0) => {
    const { memory, call } = works[worker];
    const seconds = (calls[worker] * call + held) / 1_000;
    return (calls[worker] / 1e6) * prices.millionCalls + seconds * (memory / 1_024) * prices.gigabyteSecond;
  };
  const ownBytes = (worker: Worker) => calls[worker] * works[worker].metrics * loggedMetric;
  const workers: readonly Worker[] = ['ingest', 'evaluate', 'tick', 'deliver'];
  const ownGigabytes = sum(workers.map(ownBytes)) / 1e9;
  const writes = judged * perMinute.writes + incidents * perIncident.writes;
  const reads =
    minutesOfMonth * readsPerTick +
    looks * subscribed.length +
    judged * perMinute.reads +
    incidents * perIncident.reads;
  const stored = (writes * page.bytes * page.stays) / 1e9;
  const asked = requestsPerFeed * fixed.feeds;
  const sent = judged * perMinute.requests + incidents * perIncident.requests;
  const mails = load.addresses > 0 ? incidents * perIncident.mails : 0;

  return [
    {
      what: 'alarms',
      reckoning: `${alarms} (${fixed.alarms} and ${fixed.alarmsPerGroup} a subscribed group) × $${prices.alarm.toFixed(2)}`,
      dollars: alarms * prices.alarm,
    },
    {
      what: 'own metrics',
      reckoning: `${fixed.metrics} × $${prices.metric.toFixed(2)}`,
      dollars: fixed.metrics * prices.metric,
    },
    {
      what: 'dashboard',
      reckoning: `${fixed.dashboards} × $${prices.dashboard.toFixed(2)}`,
      dollars: fixed.dashboards * prices.dashboard,
    },
    {
      what: 'SQS, waiting',
      reckoning: `${fixed.feeds} queues × 5 pollers × 3 requests a minute = ${million(asked)} × $${prices.millionRequests.toFixed(2)}/M`,
      dollars: (asked / 1e6) * prices.millionRequests,
    },
    {
      what: 'tick',
      reckoning: `${million(calls.tick)} calls of ${works.tick.call} ms at ${works.tick.memory} MB`,
      dollars: computing('tick'),
    },
    ...(load.secrets > 0
      ? [
          {
            what: 'Secrets Manager',
            reckoning: `${load.secrets} × $${prices.secret.toFixed(2)}`,
            dollars: load.secrets * prices.secret,
          },
        ]
      : []),
    {
      what: 'ingest',
      reckoning: `${million(lines)} lines in ${million(calls.ingest)} calls at ${works.ingest.memory} MB`,
      dollars: computing('ingest', lines * works.ingest.line),
    },
    {
      what: 'evaluate and deliver',
      reckoning: `${million(calls.evaluate)} and ${million(calls.deliver)} calls`,
      dollars: computing('evaluate') + computing('deliver'),
    },
    {
      what: 'DynamoDB',
      reckoning: `${million(writes)} writes × $${prices.millionWrites}/M, ${million(reads)} reads × $${prices.millionReads}/M`,
      dollars:
        (writes / 1e6) * prices.millionWrites +
        (reads / 1e6) * prices.millionReads +
        stored * (prices.storedGigabyte + prices.backedUpGigabyte),
    },
    {
      what: 'own logs',
      reckoning: `${ownGigabytes.toFixed(2)} GB × $${prices.logGigabyte.toFixed(2)}`,
      dollars: ownGigabytes * prices.logGigabyte,
    },
    {
      what: 'SQS and SNS, working',
      reckoning: `${million(sent)} requests, ${mails * load.addresses} mails`,
      dollars:
        (sent / 1e6) * prices.millionRequests +
        (mails / 1e6) * prices.millionPublished +
        mails * load.addresses * prices.mail,
    },
  ];
}

export const totalOf = (costs: readonly Cost[]): number => sum(costs.map(({ dollars }) => dollars));

/** Lines that come to ingest, in a month. */
const linesOf = ({ gigabytes, bytesPerLine, delivered }: GroupLoad): number =>
  ((gigabytes * 1e9) / bytesPerLine) * delivered;

/** A sending with a line that passes is a delivery, and none holds more than `mostLines`. */
function deliveriesOf(group: GroupLoad): number {
  const lines = linesOf(group);
  return Math.min(lines, Math.max(group.streams * sendingsOfMonth, lines / mostLines));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** `1.97 M`, `43.8 k`, `510`: three figures are more than an estimate has. */
export function million(n: number): string {
  const [part, unit] =
    n >= 1e9 ? [n / 1e9, ' G'] : n >= 1e6 ? [n / 1e6, ' M'] : n >= 1e4 ? [n / 1e3, ' k'] : [n, ''];
  return `${unit === '' ? Math.round(part) : Number(part.toPrecision(3))}${unit}`;
}

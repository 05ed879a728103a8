import type { Catalogue } from '#lib/model/catalogue.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Fact } from '#lib/model/signal.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { grouped } from './group.ts';
import { byTime } from './order.ts';

/** Two logs of one proxy may round the same moment differently; more than this apart they are two moments. */
const slack: Millis = second;

interface Attempt {
  readonly lines: Fact[];
  /** The logs that have described it. */
  readonly logs: Set<string>;
  /** A line of it that was read from figures, as an access log's are. */
  inferred: Fact | undefined;
}

/**
 * Proxy lines grouped by the attempt that they describe: an error-log line, its access-log line, the same access record
 * in a second log. Each log describes an attempt once, so a group takes at most one line of each; two error lines of
 * one request are two attempts. One source may hold two logs: a container prints both on its standard output.
 */
export function attemptsOf(facts: readonly Fact[], catalogue: Catalogue): readonly NonEmpty<Fact>[] {
  const signatures = new Map(catalogue.signatures.map((signature) => [signature.id, signature]));
  const stated = (fact: Fact) => {
    const signature = signatures.get(fact.signature);
    return signature !== undefined && signature.role !== 'clue' && signature.basis === 'stated';
  };
  const byLog = grouped([...facts].sort(byTime), (fact) => `${stated(fact) ? 0 : 1} ${fact.source}`);
  const attempts: Attempt[] = [];
  for (const log of [...byLog.keys()].sort(byKeys(byLog))) absorb(attempts, log, byLog.get(log) ?? []);
  return attempts.flatMap(({ lines }) => (lines[0] ? [[lines[0], ...lines.slice(1)] as const] : []));
}

/** Logs that name their connections first: what they tie together, a log without cannot tie wrongly. */
const byKeys = (byLog: ReadonlyMap<string, NonEmpty<Fact>>) => (a: string, b: string) => {
  const rank = (log: string) =>
    `${log.slice(0, 1)}${byLog.get(log)?.some(({ keys }) => keys.connection !== undefined) ? 0 : 1}${log}`;
  return rank(a) < rank(b) ? -1 : 1;
};

/** Attempts of one topic and second that a log may still describe; those before `from` it has described. */
interface Bucket {
  readonly attempts: Attempt[];
  from: number;
}

/** Of so many alike, the first in order are as good as any. */
const mostLooked = 256;

/** Adds one log's lines: each to the best attempt that this log has not described yet, else as an attempt of its own. */
function absorb(attempts: Attempt[], log: string, lines: readonly Fact[]): void {
  const buckets = new Map<string, Bucket>();
  for (const attempt of attempts) {
    const keys = new Set(
      attempt.lines.flatMap((line) => placesOf(line).map((p) => `${p} ${secondOf(line)}`)),
    );
    if (attempt.lines.every(isBare)) keys.add(`${bareTopicOf(attempt.lines)} ${secondOf(attempt.lines[0])}`);
    for (const key of keys) {
      const held = buckets.get(key);
      if (held) held.attempts.push(attempt);
      else buckets.set(key, { attempts: [attempt], from: 0 });
    }
  }
  const inferred = log.startsWith('1');
  const bare = attempts.some(({ lines: held }) => held.every(isBare));
  for (const line of lines) {
    const record = inferred && !isBare(line);
    const best =
      bestOf(buckets, ties(line), log, line, inferred) ??
      bestOf(buckets, topicsOf(line), log, line, inferred) ??
      (bare && record ? bestOf(buckets, bareTopicsOf(line), log, line, inferred) : undefined);
    if (best) {
      best.logs.add(log);
      best.lines.push(line);
      if (record) best.inferred ??= line;
    } else {
      attempts.push({ lines: [line], logs: new Set([log]), inferred: record ? line : undefined });
    }
  }
}

function bestOf(
  buckets: ReadonlyMap<string, Bucket>,
  topics: readonly string[],
  log: string,
  line: Fact,
  inferred: boolean,
): Attempt | undefined {
  let best: { readonly attempt: Attempt; readonly cost: number } | undefined;
  const seconds = topics[0]?.startsWith(bareTopic) ? secondsFrom(line) : secondsAround(line);
  for (const near of seconds)
    for (const topic of topics) {
      const bucket = buckets.get(`${topic} ${near}`);
      if (!bucket) continue;
      const { attempts } = bucket;
      while (bucket.from < attempts.length && attempts[bucket.from]?.logs.has(log)) bucket.from++;
      for (let at = bucket.from, looked = 0; at < attempts.length && looked < mostLooked; at++) {
        const attempt = attempts[at];
        if (!attempt || attempt.logs.has(log)) continue;
        looked++;
        const cost = distance(attempt, line, inferred);
        if (cost === 0) return attempt;
        if (cost !== undefined && (!best || cost < best.cost)) best = { attempt, cost };
      }
    }
  return best?.attempt;
}

/** What names the attempt by itself: the proxy's request id, or its connection number and the request on it. */
const ties = ({ keys }: Fact): readonly string[] => [
  ...(keys.requestId === undefined ? [] : [`id ${keys.requestId}`]),
  ...(keys.connection === undefined ? [] : [`connection ${keys.connection}`]),
];

const any = '*';
const none = '-';
/** The request; the upstream, where there are no requests (a TCP proxy). */
const topicOf = ({ keys, says }: Fact): string | undefined =>
  keys.request ?? (says.upstream === undefined ? undefined : 'stream');

const bareTopic = 'bare ';
/** A log that names no request (Go's), or its path alone (Apache's error log): a record of the same may be in full elsewhere. */
const isBare = ({ says: { method, scheme } }: Fact): boolean =>
  method === undefined && scheme !== 'tcp' && scheme !== 'udp';
const bareTopicOf = (lines: readonly Fact[]): string =>
  `${bareTopic}${lines.find(({ keys }) => keys.client !== undefined)?.keys.client ?? none}`;
const bareTopicsOf = ({ keys }: Fact): readonly string[] => [
  ...(keys.client === undefined ? [] : [`${bareTopic}${keys.client}`]),
  `${bareTopic}${none}`,
];
/** Seconds from its start to its end that a request may have taken, where its record stamps the start and no duration. */
const longestUntimed = 60;

/** Where a line's attempt is found: by its ties, and by its topic with and without client and upstream. */
function placesOf(line: Fact): readonly string[] {
  const topic = topicOf(line);
  const clients = [line.keys.client ?? none, any];
  const upstreams = [line.says.upstream ?? none, any];
  return [
    ...ties(line),
    ...(topic === undefined ? [] : clients.flatMap((c) => upstreams.map((u) => `${topic} ${c} ${u}`))),
  ];
}

/** Where the attempts are that a line may describe: one that leaves a value out goes with every value. */
function topicsOf(line: Fact): readonly string[] {
  const topic = topicOf(line);
  if (topic === undefined) return [];
  const { client } = line.keys;
  const { upstream } = line.says;
  const clients = client === undefined ? [any] : [client, none];
  const upstreams = upstream === undefined ? [any] : [upstream, none];
  return clients.flatMap((c) => upstreams.map((u) => `${topic} ${c} ${u}`));
}

const secondOf = (fact: Fact | undefined): number | null =>
  fact === undefined || fact.at === null ? null : Math.floor(fact.at / second);
/** The seconds in which the same moment may stand in another log: its stamp may be cut to a second, and so may ours. */
const secondsAround = (fact: Fact): readonly (number | null)[] => {
  const at = secondOf(fact);
  return at === null ? [null] : [at, at - 1, at + 1, at - 2, at + 2, at - 3, at + 3];
};

/** Apache stamps the start of a request in its access log, and the moment of a failure in its error log. */
const secondsFrom = (fact: Fact): readonly (number | null)[] => {
  const at = secondOf(fact);
  if (at === null || fact.says.elapsed !== undefined) return secondsAround(fact);
  return [
    ...secondsAround(fact),
    ...Array.from({ length: longestUntimed - 3 }, (_, index) => at + 4 + index),
  ];
};

/** How far a line is from an attempt; undefined when it cannot be the same. A shared connection or request id outweighs time. */
function distance(attempt: Attempt, line: Fact, inferred: boolean): number | undefined {
  const head = attempt.lines[0];
  if (!head) return undefined;
  const { keys, says } = line;
  let tied = false;
  let otherClient = false;
  let otherQuery = false;
  let otherRoute = false;
  let sameRoute = false;
  for (const other of attempt.lines) {
    if (differ(other.keys.connection, keys.connection)) return undefined;
    if (differ(other.keys.requestId, keys.requestId)) return undefined;
    if (differ(other.says.upstream, says.upstream)) return undefined;
    if (differ(other.says.attempt?.toString(), says.attempt?.toString())) return undefined;
    if (
      other.says.phase !== undefined &&
      says.phase !== undefined &&
      (other.says.phase === 'connect') !== (says.phase === 'connect')
    )
      return undefined;
    if (differ(other.keys.request, keys.request) && other.keys.requestId === undefined) otherQuery = true;
    tied ||= keys.requestId !== undefined && other.keys.requestId === keys.requestId;
    tied ||= keys.connection !== undefined && other.keys.connection === keys.connection;
    otherClient ||= differ(other.keys.client, keys.client);
    otherQuery ||= differ(other.keys.target, keys.target);
    otherRoute ||= differ(other.keys.route, keys.route);
    sameRoute ||= other.keys.route !== undefined && other.keys.route === keys.route;
  }
  // An access log may print the client that a header names.
  if (otherClient && !tied) return undefined;
  const apart = head.at === null || line.at === null ? 0 : Math.abs(head.at - line.at);
  const untimed =
    inferred &&
    sameRoute &&
    says.elapsed === undefined &&
    attempt.lines.every(isBare) &&
    (head.at ?? 0) > (line.at ?? 0);
  if (apart > head.resolution + line.resolution + (untimed ? longestUntimed * second : slack))
    return undefined;
  // One proxy stamps a record alike in all its access logs; another moment is another proxy's.
  const record = attempt.inferred;
  if (inferred && record && !tied && record.at !== null && line.at !== null)
    if (Math.abs(record.at - line.at) >= Math.max(record.resolution, line.resolution)) return undefined;
  return (tied ? apart / 1_000 : apart) + (otherQuery ? 10 * slack : 0) + (otherRoute ? 20 * slack : 0);
}

const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Close, LookalikeSeen } from '#lib/model/incident.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Fact } from '#lib/model/signal.ts';
import type { Aside, Signature, Symptom } from '#lib/model/signature.ts';
import { type Millis, second } from '#lib/model/time.ts';
import { grouped } from './group.ts';
import { byTime } from './order.ts';

/** Two logs of one proxy may round the same moment differently; more than this apart they are two moments. */
const slack: Millis = second;

interface Attempt {
  readonly lines: Fact[];
  /** The logs that have described it. */
  readonly logs: Set<string>;
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

/** Adds one log's lines: each to the best attempt that this log has not described yet, else as an attempt of its own. */
function absorb(attempts: Attempt[], log: string, lines: readonly Fact[]): void {
  const open = new Map<string, Attempt[]>();
  for (const attempt of attempts)
    for (const topic of attempt.lines.slice(0, 1).flatMap(topicsOf)) {
      const key = `${topic} ${secondOf(attempt.lines[0])}`;
      const held = open.get(key);
      if (held) held.push(attempt);
      else open.set(key, [attempt]);
    }
  for (const line of lines) {
    let best: { readonly attempt: Attempt; readonly cost: number } | undefined;
    for (const topic of topicsOf(line))
      for (const near of secondsAround(line))
        for (const attempt of open.get(`${topic} ${near}`) ?? []) {
          if (attempt.logs.has(log)) continue;
          const cost = distance(attempt, line);
          if (cost !== undefined && (!best || cost < best.cost)) best = { attempt, cost };
        }
    if (best) {
      best.attempt.logs.add(log);
      best.attempt.lines.push(line);
    } else {
      attempts.push({ lines: [line], logs: new Set([log]) });
    }
  }
}

/**
 * Lines of one attempt share a topic: the request; the proxy's connection number, where a long line lost its request;
 * the upstream, where there are no requests (a TCP proxy).
 */
const topicsOf = ({ keys, says }: Fact): readonly string[] => [
  ...(keys.request === undefined ? [] : [`request ${keys.request}`]),
  ...(keys.connection === undefined ? [] : [`connection ${keys.connection}`]),
  ...(keys.request === undefined && says.upstream !== undefined ? [`upstream ${says.upstream}`] : []),
];

const secondOf = (fact: Fact | undefined): number | null =>
  fact === undefined || fact.at === null ? null : Math.floor(fact.at / second);
/** The seconds in which the same moment may stand in another log: its stamp may be cut to a second, and so may ours. */
const secondsAround = (fact: Fact): readonly (number | null)[] => {
  const at = secondOf(fact);
  return at === null ? [null] : [at, at - 1, at + 1, at - 2, at + 2, at - 3, at + 3];
};

/** How far a line is from an attempt; undefined when it cannot be the same. A shared connection or request id outweighs time. */
function distance(attempt: Attempt, line: Fact): number | undefined {
  const head = attempt.lines[0];
  if (!head) return undefined;
  for (const other of attempt.lines) {
    if (differ(other.keys.client, line.keys.client)) return undefined;
    if (differ(other.keys.connection, line.keys.connection)) return undefined;
    if (differ(other.keys.requestId, line.keys.requestId)) return undefined;
    if (differ(other.says.upstream, line.says.upstream)) return undefined;
    if (differ(other.says.attempt?.toString(), line.says.attempt?.toString())) return undefined;
  }
  const apart = head.at === null || line.at === null ? 0 : Math.abs(head.at - line.at);
  if (apart > head.resolution + line.resolution + slack) return undefined;
  const tied = attempt.lines.some(
    ({ keys }) =>
      (keys.connection !== undefined && keys.connection === line.keys.connection) ||
      (keys.requestId !== undefined && keys.requestId === line.keys.requestId),
  );
  const otherQuery = attempt.lines.some(({ keys }) => differ(keys.target, line.keys.target));
  return (tied ? apart / 1_000 : apart) + (otherQuery ? 10 * slack : 0);
}

const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

type ProxySignature = Symptom | Aside;

/** Whether an attempt was a premature close, and if not, what it was. A line that says so outranks a figure that may mean it. */
export function judged(
  attempt: NonEmpty<Fact>,
  signatureOf: (id: string) => Signature | undefined,
): Close | LookalikeSeen {
  const told = attempt.flatMap((fact) => {
    const signature = signatureOf(fact.signature);
    return signature && signature.role !== 'clue' ? [{ fact, signature: signature as ProxySignature }] : [];
  });
  const aside =
    told.find(({ signature }) => signature.role === 'aside' && signature.basis === 'stated') ??
    (told.some(({ signature }) => signature.role === 'symptom' && signature.basis === 'stated')
      ? undefined
      : told.find(({ signature }) => signature.role === 'aside'));
  if (aside?.signature.role === 'aside')
    return { cause: aside.signature.cause, closedBy: aside.signature.closedBy, fact: aside.fact };
  return closeOf(attempt);
}

function closeOf(lines: NonEmpty<Fact>): Close {
  const finest = lines.reduce((best, line) =>
    line.at !== null && line.resolution < best.resolution ? line : best,
  );
  const first = <T>(pick: (fact: Fact) => T | undefined): T | undefined => {
    for (const line of lines) {
      const value = pick(line);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const [head] = lines;
  const known = lines.find(({ says }) => says.by !== undefined && says.by !== 'other');
  return {
    at: finest.at,
    resolution: finest.resolution,
    lines,
    phase: first(({ says }) => says.phase),
    by: known?.says.by ?? 'other',
    scheme: first(({ says }) => says.scheme),
    upstream: first(({ says }) => says.upstream),
    method: first(({ says }) => says.method),
    route: first(({ keys }) => keys.route),
    elapsed: first(({ says }) => says.elapsed),
    status: first(({ says }) => says.status),
    received: first(({ says }) => says.received),
    sent: first(({ says }) => says.sent),
    reused: lines.some(({ says }) => says.reused === true),
    request:
      first(({ keys }) => keys.requestId) ??
      [
        first(({ keys }) => keys.connection) ?? first(({ keys }) => keys.client) ?? '',
        first(({ keys }) => keys.request) ?? head.content,
        Math.floor((head.at ?? 0) / second),
      ].join(' '),
  };
}

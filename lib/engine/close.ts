import type { Close, LookalikeSeen } from '#lib/model/incident.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { Fact } from '#lib/model/signal.ts';
import type { Aside, Signature, Symptom } from '#lib/model/signature.ts';
import { second } from '#lib/model/time.ts';

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

import type { LogEvent } from '#lib/model/event.ts';
import type { ClosedBy, Particulars } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';
import type { Millis } from '#lib/model/time.ts';

/** https://docs.haproxy.org/3.4/configuration.html#8.5 */
export const haproxyStates = {
  project: 'HAProxy',
  file: 'doc/configuration.txt, section 8.5; src/http_ana.c; src/stream.c',
  version: 'v3.4.0',
} as const;

export const haproxyFormats = ['haproxy', 'haproxy-json'] as const;

/**
 * Needles of a state that no status gives away: followed by the cookie states (what the client brought, and what was
 * done to the server's answer), and between blanks in TCP mode. A filter pattern has room for the usual ones.
 */
export const stateNeedles = (
  state: string,
  ...cookies: readonly string[]
): readonly [string, ...string[]] => [
  `${state}--`,
  ...cookies.map((cookie) => `${state}${cookie}`),
  ` ${state} `,
];

/** With `cookie … insert`, the usual way, with the rarer ones, and with what a server's own cookie gives. */
export const persistent = ['NN', 'NI', 'VN'] as const;
export const anyPersistent = [
  ...persistent,
  ...['VU', 'II', 'IN', 'DI', 'DN', 'EI', 'OI', 'NP', 'VP'],
] as const;

export interface Session {
  /** The first two characters of the termination state: who ended it, and in which phase. */
  readonly state: string;
  readonly mode: 'http' | 'tcp';
  /** No server was chosen. */
  readonly serverless: boolean;
  readonly connected: boolean;
  readonly answered: boolean;
  readonly status: number | undefined;
}

const timer = (text: string | undefined): Millis | undefined =>
  text === undefined || !/^\d+$/.test(text) ? undefined : Number(text);

const resets = new Set(['48', 'ERESET', '49', 'EPIPE']);

/** `%[bc_err]` and `%[bc_err_name]`, where somebody logs them: 0 is an orderly end. */
function closedBy({ fields }: LogEvent): ClosedBy {
  const told = fields['bc_err'];
  if (told === undefined) return 'other';
  if (told === '0' || told === '-') return 'fin';
  return resets.has(told) ? 'reset' : 'other';
}

function sessionOf({ fields }: LogEvent): Session | undefined {
  const { state, mode, server } = {
    state: fields['state'],
    mode: fields['mode'],
    server: fields['server'],
  };
  if (state === undefined) return undefined;
  const status = Number(fields['status'] ?? Number.NaN);
  return {
    state: state.slice(0, 2),
    mode: mode === 'tcp' ? 'tcp' : 'http',
    serverless: server === undefined || server.startsWith('<'),
    connected: timer(fields['connectTime']) !== undefined,
    answered: timer(fields['responseTime']) !== undefined,
    status: Number.isInteger(status) && status > 0 ? status : undefined,
  };
}

const present = (all: Readonly<Record<string, string | number | true | undefined>>): Particulars =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''));

function says(event: LogEvent, { status, serverless, answered }: Session): Particulars {
  const { fields } = event;
  // `%[bc_reused]`, where somebody logs it.
  const reused = fields['reused'] === '1';
  const whole = timer(fields['totalTime']);
  // Reading the request, waiting in a queue and connecting come before the attempt.
  const before = ['requestTime', 'queueTime', 'connectTime'].reduce(
    (sum, name) => sum + (timer(fields[name]) ?? 0),
    0,
  );
  const retries = timer(fields['retries']);
  return present({
    status,
    upstream: serverless ? undefined : fields['upstream'],
    elapsed: whole === undefined ? undefined : Math.max(0, whole - before),
    attempt: retries === undefined || retries === 0 ? undefined : retries + 1,
    received: answered ? timer(fields['bytes']) : undefined,
    method: fields['method'],
    target: fields['target'],
    client: fields['client'],
    host: fields['host'],
    requestId: fields['requestId'],
    ...(reused ? { reused } : {}),
  });
}

/** The `reads` of a signature that looks at how a session ended: one match where it `fits`, with what it adds. */
export const whenEnded =
  (fits: (session: Session) => Particulars | undefined) =>
  (event: LogEvent): readonly Matched[] => {
    const session = sessionOf(event);
    const added = session && fits(session);
    if (!session || !added) return [];
    return [{ says: { ...says(event, session), ...added }, telling: event.fields['state'] ?? '' }];
  };

/** The same for a close by the server: how it closed, where the log tells. */
export const whenServerClosed =
  (fits: (session: Session) => Particulars | undefined) =>
  (event: LogEvent): readonly Matched[] =>
    whenEnded((session) => {
      const added = fits(session);
      return added && { by: closedBy(event), ...added };
    })(event);

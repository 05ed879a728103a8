import type { Found, Step, StepNumber, View } from '#lib/model/cause.ts';
import type { KnownLimit } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import { programOf } from '#lib/model/signature.ts';
import type { RunbookStep, Tally } from '#lib/model/verdict.ts';
import { clockTime, duration, list } from '#lib/model/words.ts';

const titles: Readonly<Record<StepNumber, string>> = {
  1: 'Match the timestamps',
  2: 'Tie it to a crash, a timeout, a recycle or a route',
  3: 'Check limits, memory and worker health',
  4: 'Compare proxy timeouts with the backend',
  5: 'Look for application errors and deploys',
  6: 'Check upload size, buffering and response generation',
  7: 'Correct the backend or the mismatch, then reload',
  8: 'Re-run the failing path and confirm a whole response',
  9: 'Do not suppress it at the proxy',
};
const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export interface FrameCase {
  readonly view: View;
  readonly closes: readonly Close[];
  /** The strongest finding, with what its cause says; undefined when nothing was explained. */
  readonly found: Found | undefined;
  readonly because: string;
  readonly routes: Tally;
  readonly upstreams: Tally;
  /** How far the telling lines are from the closes, as a sentence. */
  readonly distance: string | undefined;
  readonly answers: Partial<Record<StepNumber, Step>>;
}

/** The nine steps with everything that this case already answers; a cause's own words win over the frame's. */
export function runbook(framed: FrameCase): readonly RunbookStep[] {
  const frame = frameFor(framed);
  return numbers.map((step) => ({ step, title: titles[step], ...(framed.answers[step] ?? frame[step]) }));
}

function frameFor({
  view,
  closes,
  because,
  routes,
  upstreams,
  distance,
}: FrameCase): Record<StepNumber, Step> {
  const timed = view.incident.from !== null;
  const isTimed = ({ at }: Close) => at !== null;
  const from = timed ? clockTime(closes.find(isTimed)?.at ?? view.incident.from) : 'the first close';
  const to = timed ? clockTime(closes.findLast(isTimed)?.at ?? view.incident.to) : from;
  const span = !timed ? 'at the time of the close' : from === to ? `at ${from}` : `between ${from} and ${to}`;
  const where = list(upstreams.named.slice(0, 3).map(({ name }) => name)) || 'the backend';
  const route = routes.named[0]?.name;
  const paths = list(routes.named.slice(0, 3).map(({ name }) => name)) || 'the failing route';
  const first = closes[0];
  const limits = timeLimits(view, closes);
  const nginx = proxyIsNginx(view, closes);
  return {
    1: distance
      ? { state: 'answered', text: distance }
      : {
          state: 'todo',
          text: `Read the log of ${where} from two seconds before to three seconds after each close${timed ? ` (${from === to ? from : `${from} to ${to}`})` : ''}.`,
        },
    2: { state: 'answered', text: because },
    3: {
      state: 'todo',
      text: `On the host of ${where}: memory, restarts and worker counts ${span}.`,
      command:
        "journalctl -k --since '-1 hour' | grep -iE 'oom|killed process|segfault'; systemctl status '<your service>'",
    },
    4: limits
      ? { state: 'answered', text: limits }
      : {
          state: 'todo',
          text: `Put the proxy’s response and keep-alive timeouts beside the backend’s worker, request and keep-alive timeouts; tell closecall with --set ${view.limits('response', 'proxy')[0]?.limit.setting ?? 'nginx.proxy_read_timeout'}=60s and the like.`,
        },
    5: {
      state: 'todo',
      text: `Look for application errors on ${paths} and for a deploy or a reload in the two minutes before ${from}.`,
    },
    6: { state: 'answered', text: phaseSentence(closes) },
    7: {
      state: 'todo',
      text: `Correct the cause on ${where}, then reload it and the proxy${nginx ? ': nginx -t && nginx -s reload' : ''}.`,
    },
    8: {
      state: 'todo',
      text: `Ask for ${route ?? 'the failing path'} again and compare status, bytes and time with a healthy answer${route?.includes(':id') ? ' (put a real value for :id)' : ''}.`,
      command: curl(
        view,
        closes.find((close) => view.routeName(close.route) === route) ?? first,
        closes.find((close) => view.hostOf(close) !== undefined),
        route,
      ),
    },
    9: {
      state: 'todo',
      text: `Leave ${nginx ? 'proxy_next_upstream' : 'the proxy’s retries'}, error pages and log levels as they are: retries and silence hide the close and keep the cause.`,
    },
  };
}

/** Commands and directives are nginx's unless another proxy speaks: Apache's records may read as nginx's too. */
function proxyIsNginx(view: View, closes: readonly Close[]): boolean {
  const spoke = new Set<string>();
  for (const { lines } of closes) for (const { signature } of lines) spoke.add(programOf(signature));
  if (!spoke.has('nginx')) return view.limits('keep-alive', 'proxy').length === 0;
  return !view.limits('response', 'proxy').some(({ program }) => program !== 'nginx' && spoke.has(program));
}

/** Whether a time limit that is known can have cut these closes, with the figures; undefined when no limit is known. */
function timeLimits(view: View, closes: readonly Close[]): string | undefined {
  const limits = [
    ...view.limits('execution', undefined, closes[0]),
    ...view.limits('request', 'backend', closes[0]),
    ...view.limits('response', undefined, closes[0]),
  ]
    .filter(({ value }) => value !== null && value > 0)
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [shortest] = limits;
  if (shortest === undefined) return undefined;
  const longest = closes.reduce((most, { elapsed }) => Math.max(most, elapsed ?? 0), 0);
  const untold = closes.filter(({ elapsed }) => elapsed === undefined).length;
  if (untold * 2 <= closes.length && longest < (shortest.value ?? 0) * 0.8)
    return `No time limit cut these: the longest request${untold > 0 ? ` whose time is known (${closes.length - untold} of ${closes.length})` : ''} had run for ${duration(longest)}, and the shortest limit in view is ${told(shortest)}.`;
  const [proxy] = limits.filter(({ role }) => role === 'proxy');
  // What is assumed may not even be in use.
  const [backend] = limits.filter(({ role, how: known }) => role === 'backend' && known !== 'assumed');
  if (!proxy || !backend) return undefined;
  return (backend.value ?? 0) < (proxy.value ?? 0)
    ? `${told(backend)} is shorter than ${told(proxy)}: of the two the backend gives up first.`
    : `${told(proxy)} is not longer than ${told(backend)}: of the two the proxy gives up first.`;
}

const how = { configured: 'configured', default: 'default', assumed: 'default, assumed' } as const;

/** `gunicorn --timeout 30 s (default, assumed)`. */
export const told = ({ title, limit, value, how: known, version }: KnownLimit): string =>
  `${title} ${limit.written} ${value === null ? 'unlimited' : limit.unit === 'ms' ? duration(value) : value} (${how[known]}${known === 'default' && version ? ` of ${version}` : ''})`;

function phaseSentence(closes: readonly Close[]): string {
  const body = closes.filter(({ phase }) => phase === 'body').length;
  const upload = closes.filter(({ phase }) => phase === 'request').length;
  const parts = [
    ...(body > 0
      ? [`${body} of ${closes.length} closes came in the middle of a response: part of the answer was sent`]
      : []),
    ...(upload > 0
      ? [`${upload} of ${closes.length} closes came while the request was still being sent`]
      : []),
  ];
  if (parts.length === 0)
    return 'No close came while a request was being sent or in the middle of a response: upload size, buffering and response generation are not what failed.';
  return `${parts.join('; ')}.`;
}

function curl(
  view: View,
  close: Close | undefined,
  hosted: Close | undefined,
  route: string | undefined,
): string {
  const host = (close && view.hostOf(close)) ?? (hosted && view.hostOf(hosted));
  const method =
    close?.method !== undefined && close.method !== 'GET' && close.method !== 'other'
      ? ` -X ${close.method}`
      : '';
  const safe = (text: string) => text.replace(/[^A-Za-z0-9._~:/@%+,=[\]-]/g, '');
  // A socket's path, or HAProxy's names of backend and server, are no host.
  const upstream = close?.upstream?.includes('/') ? undefined : close?.upstream;
  return `curl -sS -o /dev/null -w '%{http_code} %{size_download} bytes %{time_total} s\\n'${method} 'http://${safe(host ?? upstream ?? 'localhost')}${safe(route ?? '/')}'`;
}

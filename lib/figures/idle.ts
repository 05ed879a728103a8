import type { View } from '#lib/model/cause.ts';
import type { KnownLimit } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';

/** How long either side keeps an idle connection between proxy and backend, and who lets go of it first. */
export interface IdleLimits {
  readonly proxy: KnownLimit | undefined;
  readonly backend: KnownLimit | undefined;
  readonly first: 'backend' | 'proxy' | 'unknown';
  /** Both figures were told, none is a default. */
  readonly told: boolean;
}

const known = new WeakMap<readonly KnownLimit[], IdleLimits>();

/**
 * Of several limits around a close's upstream the pair that explains most: the backend's shortest beside the proxy's
 * longest, told ones first. Where several backends may be there and nobody was told of theirs, they must agree.
 */
export function idleLimits(view: View, close: Close): IdleLimits {
  const behind = view.limits('keep-alive', 'backend', close);
  const held = known.get(behind);
  if (held) return held;
  const backend = pick(behind, (a, b) => time(a) - time(b));
  const proxy = pick(view.limits('keep-alive', 'proxy'), (a, b) => time(b) - time(a));
  const limits: IdleLimits = {
    backend,
    proxy,
    first: proxy ? agreed(backend?.how === 'configured' ? [backend] : behind, proxy) : 'unknown',
    told: backend?.how === 'configured' && proxy?.how === 'configured',
  };
  known.set(behind, limits);
  return limits;
}

const time = ({ value }: KnownLimit): number => value ?? Number.MAX_SAFE_INTEGER;

/**
 * A backend without a limit never lets go; but where that is only its default, its program may set one, and no log shows
 * it. At equal times either may.
 */
function firstOf(backend: KnownLimit, proxy: KnownLimit): IdleLimits['first'] {
  if (backend.value === null && backend.how !== 'configured') return 'unknown';
  return backend.value !== null && backend.value > 0 && time(backend) <= time(proxy) ? 'backend' : 'proxy';
}

function agreed(backends: readonly KnownLimit[], proxy: KnownLimit): IdleLimits['first'] {
  const [first, ...others] = new Set(backends.map((backend) => firstOf(backend, proxy)));
  return first === undefined || others.length > 0 ? 'unknown' : first;
}

function pick(
  limits: readonly KnownLimit[],
  order: (a: KnownLimit, b: KnownLimit) => number,
): KnownLimit | undefined {
  const told = limits.filter(({ how }) => how === 'configured');
  return [...(told.length > 0 ? told : limits)].sort(order)[0];
}

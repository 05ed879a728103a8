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

/** Of several limits around a close's upstream the pair that explains most: the backend's shortest beside the proxy's longest, told ones first. */
export function idleLimits(view: View, close: Close): IdleLimits {
  const behind = view.limits('keep-alive', 'backend', close);
  const held = known.get(behind);
  if (held) return held;
  const backend = pick(behind, (a, b) => time(a) - time(b));
  const proxy = pick(view.limits('keep-alive', 'proxy'), (a, b) => time(b) - time(a));
  const limits: IdleLimits = {
    backend,
    proxy,
    first: backend && proxy ? firstOf(backend, proxy) : 'unknown',
    told: backend?.how === 'configured' && proxy?.how === 'configured',
  };
  known.set(behind, limits);
  return limits;
}

const time = ({ value }: KnownLimit): number => value ?? Number.MAX_SAFE_INTEGER;

/** A backend without a limit never lets go; at equal times either may. */
const firstOf = (backend: KnownLimit, proxy: KnownLimit): 'backend' | 'proxy' =>
  backend.value !== null && backend.value > 0 && time(backend) <= time(proxy) ? 'backend' : 'proxy';

function pick(
  limits: readonly KnownLimit[],
  order: (a: KnownLimit, b: KnownLimit) => number,
): KnownLimit | undefined {
  const told = limits.filter(({ how }) => how === 'configured');
  return [...(told.length > 0 ? told : limits)].sort(order)[0];
}

import type { Catalogue } from '#lib/model/catalogue.ts';
import type { Cause, Found } from '#lib/model/cause.ts';
import type { Context } from '#lib/model/context.ts';
import type { Close } from '#lib/model/incident.ts';
import type { Clue } from '#lib/model/signature.ts';
import { type EventTime, type Millis, minute, second } from '#lib/model/time.ts';
import type { Finding } from '#lib/model/verdict.ts';
import { amount, count, instant } from '#lib/model/words.ts';
import { compareVersions, stepAt } from './limits.ts';
import type { Redactor } from './redact.ts';
import { seatOf } from './seat.ts';

/** A change this long before the first close may have set it off. */
const earliest: Millis = 10 * minute;
const slack: Millis = 2 * second;

interface Asked {
  readonly cause: Cause;
  readonly told: Found;
  readonly first: Close;
  readonly begun: EventTime;
  readonly catalogue: Catalogue;
  readonly context: Context;
}
type Trigger = NonNullable<Finding['trigger']>;

/** What changed before the closes of a finding, as far as it may have set them off: the version, what runs, the traffic. */
export function triggerOf(
  cause: Cause,
  told: Found,
  catalogue: Catalogue,
  context: Context,
  redact: Redactor,
): Pick<Finding, 'trigger'> {
  const first = told.closes.find(({ at }) => at !== null);
  if (first === undefined || first.at === null) return {};
  const asked: Asked = { cause, told, first, begun: first.at, catalogue, context };
  const trigger = changeIn(asked) ?? upgradeIn(asked) ?? riseIn(asked);
  return trigger ? { trigger: { ...trigger, says: redact.text(trigger.says) } } : {};
}

/** Another version, if by default it has another limit of those by which the cause comes about. */
function upgradeIn({ cause, told: { view }, begun, context, first }: Asked): Trigger | undefined {
  const { limitedBy = [] } = cause;
  const printed = context.versions(view.incident.scope).filter(({ at }) => at <= begun + slack);
  for (const { kind, role } of limitedBy)
    for (const { program, title, limit, how } of view.limits(kind, role, first)) {
      const own = printed.filter((each) => each.program === program);
      const now = own[own.length - 1];
      const before = own.findLast(({ version }) => version !== now?.version);
      if (how === 'configured' || !now || !before) continue;
      const [was, is] = [stepAt(limit, before.version), stepAt(limit, now.version)];
      if (was.value === is.value) continue;
      const since = own.find(({ at, version }) => version === now.version && at > before.at) ?? now;
      const up = compareVersions(before.version, now.version) < 0;
      return {
        says: `${title} went from ${before.version} ${up ? 'up' : 'back'} to ${now.version}, past ${(up ? is : was).since}: ${limit.written} ${amount(was.value, limit.unit)} became ${amount(is.value, limit.unit)} by default`,
        at: instant(since.at),
      };
    }
  return undefined;
}

/** The last line that tells of a change, as far as it may concern their upstream; one that names the cause is no trigger of it. */
function changeIn({ cause, told: { view }, first, begun, catalogue }: Asked): Trigger | undefined {
  const changes = new Map(
    catalogue.signatures.flatMap((each) =>
      each.role === 'clue' && each.trigger && !names(each, cause) ? [[each.id, each.means] as const] : [],
    ),
  );
  if (changes.size === 0) return undefined;
  const seated = seatOf(view);
  const last = view.incident.clues.findLast((fact) => {
    const { signature, at } = fact;
    if (!changes.has(signature) || at === null || at > begun + slack || at < begun - earliest) return false;
    const seat = seated(fact, first);
    return seat !== 'elsewhere' && seat !== 'perhaps';
  });
  if (last === undefined) return undefined;
  const means = (changes.get(last.signature) ?? '').replace(/\.$/, '');
  const { reason } = last.says;
  return {
    says: reason === undefined ? means : `${means} (${reason.replace(/\.$/, '')})`,
    at: instant(last.at),
  };
}

const names = ({ points }: Clue, { id }: Cause): boolean =>
  points.some(({ cause, strength }) => cause === id && (strength === 'decisive' || strength === 'strong'));

function riseIn({ told: { view }, begun, context }: Asked): Trigger | undefined {
  const rise = context.rise(view.incident.scope, begun);
  return (
    rise && {
      says: `traffic rose from about ${count(rise.from, 'request')} a minute to about ${rise.to}`,
      at: instant(rise.at),
    }
  );
}

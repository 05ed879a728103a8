import type { HistoryItem, Write } from '#functions/items.ts';
import { alertKey, digestCid, digestKey, historyOf, sendKey } from '#functions/keys.ts';
import type { Ports } from '#functions/ports.ts';
import type { Setup } from '#functions/setup.ts';
import { lastDay } from '#lib/engine/compose.ts';
import { dayOf } from '#lib/engine/counts.ts';
import type { Entries } from '#lib/engine/ledger.ts';
import { scopesOf } from '#lib/engine/scope.ts';
import type { Digest, DigestRow } from '#lib/model/alert.ts';
import { day, hour, type Millis, second } from '#lib/model/time.ts';

const week: Millis = 7 * day;
/** 5 January 1970. */
const firstMonday: Millis = 4 * day;
/** Lines of the week may come for as long as lines are judged; then there is a night in most places, and a jam may be. */
const patience: Millis = 8 * hour;
const kept: Millis = 30 * day;

/** The Monday of the week that a UTC day is in. */
export function weekOf(date: string): string {
  const at = new Date(date).getTime() - firstMonday;
  return dayOf(Math.floor(at / week) * week + firstMonday);
}

/** A to-do for each week in which something is withheld that was not before, or is no longer so much. */
export function digestTodos(
  history: readonly Entries[],
  { horizon }: Pick<Setup, 'horizon'>,
  now: Millis,
): readonly Write[] {
  const weeks = new Set(
    history.flatMap(({ put }) => put.filter((each) => each.withheld).map((each) => weekOf(each.day))),
  );
  return [...weeks].map((monday): Write => {
    const due = new Date(monday).getTime() + week + horizon + patience;
    const todo = { since: now, hinted: 0, hintAt: due, token: monday };
    return { do: 'put', item: { kind: 'digest', ...digestKey(monday), week: monday, due, ...todo } };
  });
}

/** Tells all media what was withheld in a week. Whoever comes second finds the document there and leaves it as it is. */
export async function tellWeek(
  { table, deliveries, clock }: Pick<Ports, 'table' | 'deliveries' | 'clock'>,
  setup: Setup,
  monday: string,
): Promise<void> {
  const todo = await table.get(digestKey(monday));
  const now = clock.now();
  if (todo?.kind !== 'digest' || todo.due > now) return;
  const items: HistoryItem[] = [];
  for (const scope of scopesOf(setup.run.sources)) {
    const { pk, from, to } = historyOf(scope);
    items.push(...(await table.query(pk, from, to)).filter((item) => item.kind === 'history'));
  }
  const cid = digestCid(monday);
  const digest = digestOf(cid, monday, items, setup);
  const media = digest.rows.length > 0 ? setup.media : [];
  const expires = Math.ceil((now + kept) / second);
  const done = { do: 'delete', key: todo, when: { is: 'token', token: todo.token } } as const;
  const answer = await table.transact([
    { do: 'put', item: { kind: 'digest-doc', ...alertKey(cid), digest, expires }, when: { is: 'absent' } },
    ...media.map(({ id }): Write => {
      const item = { kind: 'send', ...sendKey(cid, id), cid, medium: id, token: '1', expires } as const;
      return { do: 'put', item: { ...item, since: now, hinted: 0, hintAt: now } };
    }),
    done,
  ]);
  if (answer === 'committed')
    await Promise.all(media.map(({ id }) => deliveries.send({ cid, medium: id }, 0).catch(() => undefined)));
  else if ((await table.get(alertKey(cid))) !== undefined) await table.write(done);
}

/** Every fingerprint of which something was withheld in the week, with all its closes of that week. */
export function digestOf(
  conversation: string,
  monday: string,
  items: readonly HistoryItem[],
  { accepted }: Pick<Setup, 'accepted'>,
): Digest {
  const start = new Date(monday).getTime();
  const [lastWeek, to] = [dayOf(start - week), dayOf(start + week - day)];
  const scopeOf = ({ pk }: HistoryItem) => decodeURIComponent(pk.slice('history#'.length));
  const rows = new Map<string, DigestRow>();
  for (const item of items) {
    if (item.day < lastWeek || item.day > to) continue;
    const { fingerprint, cause, route, closes, day: of, withheld, told } = item;
    const entry = accepted.find((each) => each.fingerprint === fingerprint);
    const key = `${item.pk} ${fingerprint}`;
    const row = rows.get(key) ?? {
      service: scopeOf(item),
      fingerprint,
      cause,
      ...(route === undefined ? {} : { route }),
      closes: 0,
      withheld: 0,
      doubled: 0,
      expired: 0,
      before: 0,
      ...(entry
        ? { accepted: { owner: entry.owner, until: lastDay(entry.until), because: entry.because } }
        : {}),
    };
    const isBefore = of < monday;
    const now = (isMeant: boolean) => (isMeant && !isBefore ? closes : 0);
    rows.set(key, {
      ...row,
      closes: row.closes + now(true),
      withheld: row.withheld + now(withheld),
      doubled: row.doubled + now(told === 'doubled'),
      expired: row.expired + now(told === 'expired'),
      before: row.before + (isBefore ? closes : 0),
    });
  }
  return {
    conversation,
    from: monday,
    to,
    rows: [...rows.values()]
      .filter(({ withheld }) => withheld > 0)
      .sort((a, b) => b.withheld - a.withheld || (a.fingerprint < b.fingerprint ? -1 : 1)),
  };
}

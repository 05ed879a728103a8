import type { Item, Write } from '#functions/items.ts';
import { alertKey, pageKey, sendKey, timeKey } from '#functions/keys.ts';
import type { Ports, Table } from '#functions/ports.ts';
import type { Page } from '#lib/model/page.ts';
import { minute } from '#lib/model/time.ts';
import type { Mistake } from './world.ts';

/** A mistake that somebody could make, and what the simulation must say of it. */
export interface Planted {
  readonly name: string;
  readonly mistake: Mistake;
  readonly breaks: string;
}

const withTable = (ports: Ports, table: Partial<Table>): Ports => ({
  ...ports,
  table: { ...ports.table, ...table },
});

/** Ports that write other pages than they were given. */
const withPages = (change: (page: Page) => Page) => (ports: Ports) => {
  const changed = (item: Item): Item => {
    if (item.kind !== 'page' || item.page.minute === null) return item;
    const page = { ...change(item.page), minute: item.page.minute };
    return { ...item, ...pageKey(page), page };
  };
  return withTable(ports, { batchPut: (items) => ports.table.batchPut(items.map(changed)) });
};

const withWrites = (change: (writes: readonly Write[]) => readonly Write[]) => (ports: Ports) =>
  withTable(ports, { transact: (writes) => ports.table.transact(change(writes)) });

const lost = 'the verdict is not that of all lines';

export const mistakes: readonly Planted[] = [
  {
    name: 'to-do before pages',
    breaks: lost,
    mistake: {
      ingest: (ports) => {
        let held: readonly Item[] = [];
        return withTable(ports, {
          batchPut: async (items) => {
            held = items;
            return [];
          },
          put: async (item) => {
            const before = await ports.table.put(item);
            const pages = held;
            held = [];
            for (let left = pages; left.length > 0; ) left = await ports.table.batchPut(left);
            return before;
          },
        });
      },
    },
  },
  {
    name: 'unprocessed items ignored',
    breaks: lost,
    mistake: {
      ingest: (ports) =>
        withTable(ports, {
          batchPut: async (items) => {
            await ports.table.batchPut(items);
            return [];
          },
        }),
    },
  },
  {
    name: 'pages read before tokens',
    breaks: lost,
    mistake: {
      evaluate: (ports, shared) => {
        let early = new Set<string>();
        const nameOf = ({ pk, sk }: Item) => `${pk} ${sk}`;
        return withTable(ports, {
          query: async (pk, from, to) => {
            if (pk.startsWith('todo#')) early = new Set(shared.all().map(nameOf));
            const items = await ports.table.query(pk, from, to);
            return pk.startsWith('page#') ? items.filter((item) => early.has(nameOf(item))) : items;
          },
        });
      },
    },
  },
  {
    name: 'commit on any version',
    breaks: 'a view went back',
    mistake: { evaluate: withWrites((writes) => writes.map(({ when: _any, ...write }) => write as Write)) },
  },
  {
    name: 'outbox outside the transaction',
    breaks: 'a transition was not published',
    mistake: {
      evaluate: (ports) =>
        withTable(ports, {
          transact: async (writes) => {
            const sends = writes.flatMap((write) =>
              write.do === 'put' && write.item.kind === 'send' ? [write.item] : [],
            );
            const rest = writes.filter((write) => !(write.do === 'put' && write.item.kind === 'send'));
            const answer = await ports.table.transact(rest);
            if (answer === 'committed') for (const item of sends) await ports.table.put(item);
            return answer;
          },
        }),
    },
  },
  {
    name: 'hint required',
    breaks: 'the list was never emptied',
    mistake: { tick: (ports) => withTable(ports, { query: async () => [] }) },
  },
  {
    name: 'evaluate hints itself',
    breaks: 'a function feeds its own queue',
    mistake: {
      evaluate: (ports) =>
        withTable(ports, {
          transact: async (writes) => {
            const answer = await ports.table.transact(writes);
            if (answer === 'conflict') await ports.evaluations.send({ scope: 'shop' }, 1_000);
            return answer;
          },
        }),
    },
  },
  {
    name: 'recorded before it was posted',
    breaks: 'a transition was not published',
    mistake: {
      deliver: (ports) =>
        withTable(ports, {
          write: (write) =>
            ports.table.write(
              write.do === 'put' && write.item.kind === 'sent' && write.item.intent
                ? { ...write, item: { ...write.item, revision: Number.MAX_SAFE_INTEGER } }
                : write,
            ),
        }),
    },
  },
  {
    name: 'an open intent not looked up',
    breaks: 'Slack saw a conversation twice',
    mistake: {
      deliver: (ports) => ({
        ...ports,
        senders: new Map([...ports.senders].map(([id, { render, send }]) => [id, { render, send }])),
      }),
    },
  },
  {
    name: 'cursor before pages',
    breaks: lost,
    mistake: {
      ingest: (ports) => {
        let polling = false;
        const held: (() => Promise<unknown>)[] = [];
        return {
          ...withTable(ports, {
            batchPut: async (items) => {
              if (!polling) return ports.table.batchPut(items);
              held.push(() => ports.table.batchPut(items));
              return [];
            },
            put: async (item) => {
              if (!polling) return ports.table.put(item);
              held.push(() => ports.table.put(item));
              return undefined;
            },
            write: async (write) => {
              const answer = await ports.table.write(write);
              for (let next = held.shift(); next; next = held.shift()) await next();
              return answer;
            },
          }),
          logs: {
            page: (ask) => {
              polling = true;
              return ports.logs.page(ask);
            },
          },
        };
      },
    },
  },
  {
    name: 'polled without overlap',
    breaks: lost,
    mistake: {
      ingest: (ports) => ({
        ...ports,
        logs: { page: (ask) => ports.logs.page({ ...ask, from: ask.from + 5 * minute }) },
      }),
    },
  },
  {
    name: 'an older word about a blind source wins',
    breaks: 'the list was never emptied',
    mistake: {
      ingest: (ports) =>
        withTable(ports, {
          get: async (key) => (key.pk === 'blind' ? undefined : ports.table.get(key)),
          write: async (write) => {
            if (write.do !== 'put' || write.item.kind !== 'blind') return ports.table.write(write);
            await ports.table.put(write.item);
            return true;
          },
        }),
    },
  },
  {
    name: 'blind sources not looked at',
    breaks: 'an end was called by somebody blind',
    mistake: {
      evaluate: (ports) =>
        withTable(ports, {
          query: async (pk, from, to) => {
            const items = await ports.table.query(pk, from, to);
            return pk === 'blind' ? [] : items;
          },
        }),
    },
  },
  {
    name: 'content as id',
    breaks: lost,
    mistake: {
      ingest: withPages((page) => ({
        ...page,
        facts: page.facts.map((fact) => ({ ...fact, id: fact.content })),
      })),
    },
  },
];

/** Mistakes that need three processes in one order: chance finds that once in a hundred schedules, so it is also laid out by hand. */
export const races: readonly Planted[] = [
  {
    name: 'delete without token',
    breaks: lost,
    mistake: {
      evaluate: (ports) =>
        withTable(ports, {
          write: async (write) => {
            if (write.do === 'delete') await ports.table.transact([{ do: 'delete', key: write.key }]);
            return true;
          },
        }),
    },
  },
  {
    name: 'pages read before state',
    breaks: 'a view went back',
    mistake: {
      evaluate: (ports, shared) => {
        let early = new Set<string>();
        const nameOf = ({ pk, sk }: Item) => `${pk} ${sk}`;
        return withTable(ports, {
          get: (key) => {
            if (key.pk.startsWith('state#')) early = new Set(shared.all().map(nameOf));
            return ports.table.get(key);
          },
          query: async (pk, from, to) => {
            const items = await ports.table.query(pk, from, to);
            return pk.startsWith('page#') ? items.filter((item) => early.has(nameOf(item))) : items;
          },
        });
      },
    },
  },
  {
    name: 'a conflict treated as done',
    breaks: lost,
    mistake: {
      evaluate: (ports) =>
        withTable(ports, {
          transact: async (writes) => {
            await ports.table.transact(writes);
            return 'committed';
          },
        }),
    },
  },
  {
    name: 'nothing changed, so nothing committed',
    breaks: lost,
    mistake: {
      evaluate: (ports) => {
        let read = '';
        return withTable(ports, {
          get: async (key) => {
            const item = await ports.table.get(key);
            if (key.pk.startsWith('state#'))
              read = JSON.stringify(item?.kind === 'state' ? item.conversations : []);
            return item;
          },
          transact: async (writes) => {
            const state = writes
              .map((write) => (write.do === 'put' ? write.item : undefined))
              .find((item) => item?.kind === 'state');
            const same = state?.kind === 'state' && JSON.stringify(state.conversations) === read;
            return same ? 'committed' : ports.table.transact(writes);
          },
        });
      },
    },
  },
];

/** Mistakes in the choice of texts, which only show where one minute says more than is kept. */
export const storms: readonly Planted[] = [
  {
    name: 'texts chosen by id',
    breaks: lost,
    mistake: {
      ingest: withPages((page) => {
        const smallest = new Set(page.facts.slice(0, 11).map(({ content }) => content));
        return { ...page, excerpts: page.excerpts.filter(({ content }) => smallest.has(content)) };
      }),
    },
  },
  {
    name: 'texts capped per batch',
    breaks: lost,
    mistake: {
      ingest: withPages((page) => ({
        ...page,
        excerpts: [...page.excerpts].sort((a, b) => (a.text < b.text ? -1 : 1)).slice(0, 5),
      })),
    },
  },
];

const withItems = (change: (item: Item) => Item) =>
  withWrites((writes) =>
    writes.map((write) => (write.do === 'put' ? { ...write, item: change(write.item) } : write)),
  );

/** Mistakes in what is kept of an incident's life, made where some of it is accepted. */
export const lives: readonly Planted[] = [
  {
    name: 'history counted again by every evaluation',
    breaks: 'the history is not that of all lines',
    mistake: {
      evaluate: (ports, shared) =>
        withItems((item) => {
          if (item.kind !== 'history') return item;
          const held = shared.all().find(({ pk, sk }) => pk === item.pk && sk === item.sk);
          return { ...item, closes: item.closes + (held?.kind === 'history' ? held.closes : 0) };
        })(ports),
    },
  },
  {
    name: 'history of what was merged or taken back left standing',
    breaks: 'the history is not that of all lines',
    mistake: {
      evaluate: withWrites((writes) =>
        writes.filter((write) => !(write.do === 'delete' && write.key.pk.startsWith('history#'))),
      ),
    },
  },
  {
    name: 'a digest for every hint',
    breaks: 'a week was summed up twice',
    mistake: {
      evaluate: (ports) => {
        const own = ports.newToken();
        return withWrites((writes) =>
          writes.some((write) => write.do === 'put' && write.item.kind === 'digest-doc')
            ? writes.flatMap((write): readonly Write[] => {
                if (write.do === 'delete') return [];
                const { item } = write;
                if (item.kind === 'digest-doc') {
                  const digest = { ...item.digest, conversation: own };
                  return [{ do: 'put', item: { ...item, ...alertKey(own), digest } }];
                }
                if (item.kind !== 'send') return [write];
                return [{ do: 'put', item: { ...item, ...sendKey(own, item.medium), cid: own } }];
              })
            : writes,
        )(ports);
      },
    },
  },
  {
    name: 'a digest of a week that is not over',
    breaks: 'what was withheld is not in the digest',
    mistake: {
      evaluate: withItems((item) =>
        item.kind === 'digest' ? { ...item, due: item.since, hintAt: item.since } : item,
      ),
    },
  },
  {
    name: 'help told of again',
    breaks: 'a check was told twice',
    mistake: {
      // Forgotten in the state, which is then looked at again.
      evaluate: withWrites((writes) => {
        const state = writes.flatMap((write) =>
          write.do === 'put' && write.item.kind === 'state' ? [write.item] : [],
        )[0];
        if (!state?.checked?.length) return writes;
        const scope = decodeURIComponent(state.pk.slice('state#'.length));
        const todo = { due: 0, since: 0, hinted: 0, hintAt: 0, token: String(state.version) };
        const conversations = state.conversations.map((each) =>
          each.checked === undefined ? each : { ...each, due: 0 },
        );
        const isTime = (write: Write) =>
          (write.do === 'put' ? write.item : write.key).sk === timeKey(scope).sk;
        return [
          ...writes
            .filter((write) => !isTime(write))
            .map(
              (write): Write =>
                write.do === 'put' && write.item === state
                  ? { ...write, item: { ...state, conversations, checked: [] } }
                  : write,
            ),
          { do: 'put', item: { kind: 'time', ...timeKey(scope), scope, ...todo } },
        ];
      }),
    },
  },
  {
    name: 'what is usual made up',
    breaks: 'what is accepted was told',
    mistake: {
      evaluate: (ports) =>
        withTable(ports, {
          query: async (pk, from, to) =>
            (await ports.table.query(pk, from, to)).map((item) =>
              item.kind === 'history' ? { ...item, day: '2026-11-20', closes: 0.1 } : item,
            ),
        }),
    },
  },
];

import { grouped } from '#lib/engine/group.ts';
import { merge } from '#lib/engine/summarise.ts';
import type { Page } from '#lib/model/page.ts';

/** So many pages of one scope and minute are made one, by which all but a bounded choice of their texts go. */
const mostApart = 8;

/** Pages of a whole run, in memory: as large as the signals are many, however many pages they came in. */
export interface Pool {
  readonly add: (pages: readonly Page[]) => void;
  readonly pages: () => readonly Page[];
}

export function pagePool(): Pool {
  const held = new Map<string, Page[]>();
  return {
    add(pages) {
      for (const page of pages) {
        const key = `${page.minute} ${page.scope}`;
        const list = held.get(key) ?? [];
        list.push(page);
        held.set(key, list.length < mostApart ? list : [...asOne(list)]);
      }
    },
    pages: () => [...held.values()].flatMap(asOne),
  };
}

/** Kept nowhere but in memory, a page may have more facts than an item of the table holds. */
function asOne(pages: readonly Page[]): readonly Page[] {
  if (pages.length < 2) return pages;
  return [...grouped(pages, ({ catalogue }) => catalogue).values()].flatMap((alike) => {
    const [page] = alike;
    if (!page) return [];
    const { facts, excerpts } = merge(alike);
    return [
      {
        ...page,
        facts: [...facts].sort((a, b) => (a.id < b.id ? -1 : 1)),
        excerpts: [...excerpts.values()].sort((a, b) => (a.content < b.content ? -1 : 1)),
      },
    ];
  });
}

import type { Condition, Item, Key, Write } from '#functions/items.ts';
import type { Table } from '#functions/ports.ts';

const keyOf = (write: Write): Key => (write.do === 'put' ? write.item : write.key);

function holds(condition: Condition | undefined, held: Item | undefined): boolean {
  switch (condition?.is) {
    case undefined:
      return true;
    case 'absent':
      return held === undefined;
    case 'token':
      return held !== undefined && 'token' in held && held.token === condition.token;
    case 'version':
      return held !== undefined && 'version' in held && held.version === condition.version;
  }
}

/** A table in this process's memory with the promises of the real one. Nothing that goes in or out is shared. */
export class MemoryTable implements Table {
  /** JSON text by sort key, by partition. */
  readonly #partitions = new Map<string, Map<string, string>>();

  #held({ pk, sk }: Key): Item | undefined {
    const text = this.#partitions.get(pk)?.get(sk);
    return text === undefined ? undefined : JSON.parse(text);
  }

  #apply(write: Write): void {
    const { pk, sk } = keyOf(write);
    const partition = this.#partitions.get(pk) ?? new Map<string, string>();
    this.#partitions.set(pk, partition);
    if (write.do === 'put') partition.set(sk, JSON.stringify(write.item));
    else partition.delete(sk);
  }

  async get(key: Key): Promise<Item | undefined> {
    return this.#held(key);
  }

  async query(pk: string, from: string, to: string): Promise<readonly Item[]> {
    return [...(this.#partitions.get(pk) ?? [])]
      .filter(([sk]) => sk >= from && sk <= to)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, text]) => JSON.parse(text));
  }

  async put(item: Item): Promise<Item | undefined> {
    const before = this.#held(item);
    this.#apply({ do: 'put', item });
    return before;
  }

  async write(write: Write & { readonly when: Condition }): Promise<boolean> {
    if (!holds(write.when, this.#held(keyOf(write)))) return false;
    this.#apply(write);
    return true;
  }

  async batchPut(items: readonly Item[]): Promise<readonly Item[]> {
    for (const item of items) this.#apply({ do: 'put', item });
    return [];
  }

  async transact(writes: readonly Write[]): Promise<'committed' | 'conflict'> {
    const names = writes.map(keyOf).map(({ pk, sk }) => JSON.stringify([pk, sk]));
    if (names.length > 100 || new Set(names).size < names.length)
      throw new Error('a transaction is at most 100 writes, of different items');
    if (!writes.every((write) => holds(write.when, this.#held(keyOf(write))))) return 'conflict';
    for (const write of writes) this.#apply(write);
    return 'committed';
  }

  /** Everything there is, for whoever wants to look from outside. */
  all(): readonly Item[] {
    return [...this.#partitions.values()]
      .flatMap((partition) => [...partition.values()])
      .map((text) => JSON.parse(text));
  }
}

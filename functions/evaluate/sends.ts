import type { SendTodo, Write } from '#functions/items.ts';
import { sendKey } from '#functions/keys.ts';
import type { Table } from '#functions/ports.ts';
import type { Send } from '#lib/engine/tell.ts';
import type { Millis } from '#lib/model/time.ts';

/**
 * The to-dos that a turn's words are. Where a medium still owes an earlier one, it has owed it since then: whatever is
 * added, what waits is as old as its first word, or nobody would ever hear that a medium takes nothing.
 */
export const sendWrites = (
  table: Table,
  sends: readonly Send[],
  now: Millis,
  expires: number,
): Promise<readonly Write[]> =>
  Promise.all(
    sends.map(async ({ cid, medium, revision }): Promise<Write> => {
      const key = sendKey(cid, medium);
      const open = revision > 1 ? await table.get(key) : undefined;
      const since = open?.kind === 'send' ? open.since : now;
      const item: SendTodo = {
        kind: 'send',
        ...key,
        cid,
        medium,
        token: String(revision),
        since,
        hinted: 0,
        hintAt: now,
        expires,
      };
      return { do: 'put', item };
    }),
  );

import type { Log } from '#functions/ports.ts';

/** The JSON bodies of a delivery from SQS, undefined where a body is none; undefined for any other event. */
export function bodiesOf(event: unknown): readonly unknown[] | undefined {
  const records = (event as { Records?: unknown } | null)?.Records;
  if (!Array.isArray(records)) return undefined;
  return records.map((record) => {
    try {
      return JSON.parse((record as { body: string }).body);
    } catch {
      return undefined;
    }
  });
}

/**
 * A handler of a queue of hints. What is no hint is counted and dropped, since it would be none for ever; where a hint
 * fails, the queue brings it again.
 */
export function fromQueue<Hint>(
  log: Log,
  hintOf: (body: unknown) => Hint | undefined,
  run: (hint: Hint) => Promise<void>,
): (event: unknown) => Promise<void> {
  return async (event) => {
    for (const body of bodiesOf(event) ?? [undefined]) {
      const hint = hintOf(body);
      if (hint !== undefined) {
        await run(hint);
        continue;
      }
      log.count('Problems', 1);
      log.warn(
        'A message that is no hint was dropped: only closecall itself should write to this queue. Nothing is lost, the to-do list is in the table.',
      );
    }
  };
}

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

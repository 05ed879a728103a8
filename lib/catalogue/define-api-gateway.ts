import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';
import { carriedFields } from './define.ts';
import { whenNamed } from './define-named.ts';

/** The gateway's words: `means` in the field of an access record, `execution` as a line of the execution log. */
export const saidBy = (means: RegExp, execution: RegExp, adds: Particulars) => {
  const record = whenNamed(({ reason }) => (means.test(reason) ? adds : undefined));
  return (event: LogEvent): readonly Matched[] => {
    if (event.fields['reason'] !== undefined) return record(event);
    const found = execution.exec(event.message);
    return found ? [{ says: { ...carriedFields(event), ...adds }, telling: found[0] }] : [];
  };
};

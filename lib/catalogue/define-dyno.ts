import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';

/**
 * What Heroku itself says of a dyno: the words alone may be an app's, so the envelope must name the speaker. A dyno's
 * name is what the router gives as the upstream, and so stands for its address.
 */
export const ofDyno =
  (speaker: 'heroku' | 'app', pattern: RegExp, unit?: string) =>
  ({ message, fields }: LogEvent): readonly Matched[] => {
    if (fields['process'] !== speaker || (unit !== undefined && fields['unit'] !== unit)) return [];
    const found = pattern.exec(message);
    if (!found) return [];
    const groups = Object.entries(found.groups ?? {}).filter(([, text]) => text !== undefined);
    const dyno = unit === undefined ? fields['unit'] : undefined;
    const says: Particulars = {
      ...Object.fromEntries(groups.map(([name, text]) => [name, name === 'code' ? Number(text) : text])),
      ...(dyno === undefined ? {} : { unit: dyno, addresses: [dyno] }),
    };
    return [{ says, telling: found[0] }];
  };

import type { Fields, LogEvent } from '#lib/model/event.ts';
import type { Matched } from '#lib/model/signature.ts';

/** A record of Container Insights about a container in this state. */
export function stands({ fields }: LogEvent, fits: (fields: Fields) => boolean): readonly Matched[] {
  const { type, unit, container, reason, last } = fields;
  if (type !== 'Container' || !fits(fields)) return [];
  return [
    {
      says: {
        ...(unit === undefined ? {} : { unit }),
        ...(container === undefined ? {} : { container }),
        ...(reason === undefined ? {} : { reason }),
      },
      telling: reason ?? last ?? '',
    },
  ];
}

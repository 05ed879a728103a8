import type { LogEvent } from '#lib/model/event.ts';
import type { Particulars } from '#lib/model/signal.ts';
import type { Matched } from '#lib/model/signature.ts';

export const squidSource = {
  project: 'Squid',
  file: 'src/http.cc, src/FwdState.cc',
  version: '5.7',
} as const;

/** A status of Squid's own: it had no answer to hand on. `000`: nothing was sent. */
export const failed = ({ fields }: LogEvent): boolean => /^(?:000|50[0234])$/.test(fields['status'] ?? '');
/** No peer was asked. */
export const unasked = ({ fields }: LogEvent): boolean => fields['hierarchy'] === 'HIER_NONE';

/** A record that `fits`, with what the figures of every record say. */
export const eachRecord =
  (fits: (event: LogEvent) => Particulars | undefined) =>
  (event: LogEvent): readonly Matched[] => {
    const added = fits(event);
    if (!added) return [];
    const { fields } = event;
    const text = (name: string) => fields[name] || undefined;
    const carried = {
      upstream: text('upstream_addr'),
      method: text('request_method'),
      target: text('request_target'),
      client: text('remote_addr'),
      host: text('host'),
    };
    return [
      {
        says: {
          ...Object.fromEntries(Object.entries(carried).filter(([, value]) => value !== undefined)),
          ...(fields['status'] === '000' ? {} : { status: Number(fields['status']) }),
          elapsed: Number(fields['elapsed']),
          ...added,
        },
        telling: fields['error'] ?? `/${fields['status']} `,
      },
    ];
  };

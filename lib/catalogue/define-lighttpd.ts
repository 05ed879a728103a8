import type { Particulars } from '#lib/model/signal.ts';

export const lighttpdSource = {
  project: 'lighttpd',
  file: 'src/gw_backend.c',
  version: '1.4.69, 1.4.86',
} as const;

/** `tcp:127.0.0.1:8080`, `unix:/run/app.sock`, and the process that lighttpd started itself, if it did. */
export const socket = String.raw`socket: (?:tcp:)?(?<upstream>(?:unix:)?\S+?)(?: \(pid:\d+\))?`;
/** Behind ` for `: `/path?query, closing connection` until 1.4.73, `host /path?query` since. */
export const place = String.raw`(?:(?<host>[^\s/]+) )?(?<target>\/.*)$`;

/** The path without what lighttpd wrote behind it. */
export const targetOf = (text: string | undefined): Particulars =>
  text === undefined
    ? {}
    : { target: text.replace(/, (?:closing|terminating) connection$/, '').replace(/\?$/, '') };

import type { Particulars } from '#lib/model/signal.ts';

/** systemd's own services and proxies: their end is no backend's. */
const others = '(?!systemd-|user@|user-runtime-dir@|nginx |haproxy |envoy |caddy |varnish |traefik )';

/** The record of a service that is over: `unit=` is its name without `.service`. */
export const serviceStop = (result: 'success' | 'failed'): RegExp =>
  new RegExp(
    String.raw`^SERVICE_STOP .{0,200}?\bmsg='unit=${others}(?<unit>[\w@.:\\-]{1,200}) .{0,300}? res=${result}'`,
  );

export const serviceName = ({ unit = '' }: Readonly<Record<string, string | undefined>>): Particulars => ({
  unit: `${unit}.service`,
});

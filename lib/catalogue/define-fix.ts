import type { Fix } from '#lib/model/cause.ts';
import type { KnownLimit } from '#lib/model/defaults.ts';

/** How a program's configuration writes a setting: the unit of a duration, and the line around name and value. */
interface Style {
  readonly time: 'with-unit' | 'seconds' | 'ms';
  readonly line: (name: string, value: string) => string;
}

const equals = (name: string, value: string) => `${name} = ${value}`;
const styles: Readonly<Record<string, Style>> = {
  nginx: { time: 'with-unit', line: (name, value) => `    ${name} ${value};` },
  haproxy: { time: 'with-unit', line: (name, value) => `    ${name} ${value}` },
  envoy: { time: 'with-unit', line: (name, value) => `${name}: ${value}` },
  traefik: { time: 'with-unit', line: (name, value) => `${name}: ${value}` },
  caddy: { time: 'with-unit', line: (name, value) => `    ${name} ${value}` },
  varnish: { time: 'seconds', line: (name, value) => `-p ${name}=${value}` },
  'api-gateway': { time: 'ms', line: (name, value) => `${name} ${value}` },
  node: { time: 'ms', line: (name, value) => `${name} = ${value};` },
  'php-fpm': { time: 'with-unit', line: equals },
  uwsgi: { time: 'seconds', line: equals },
  tomcat: { time: 'ms', line: (name, value) => `${name}="${value}"` },
  jetty: { time: 'ms', line: (name, value) => `${name}=${value}` },
  spring: { time: 'with-unit', line: (name, value) => `${name}=${value}` },
};
/** `gunicorn --timeout 30`, `timeout 30`, `KeepAliveTimeout 5`: most programs take seconds after a blank. */
const plain: Style = { time: 'seconds', line: (name, value) => `${name} ${value}` };

/** The line that sets a limit to a value (ms, bytes or a count), as the program's own configuration has it. */
export function settingLine(
  { program, limit }: Pick<KnownLimit, 'program' | 'limit'>,
  value: number,
): string {
  const option = limit.written.startsWith('--');
  const { time, line } = option ? plain : (styles[program] ?? plain);
  if (limit.line) return limit.line.replace('{}', written(value, limit.unit, time));
  return line(
    option ? `${program} ${limit.written}` : limit.written.replace(/ \(.*$/, ''),
    written(value, limit.unit, time),
  );
}

function written(value: number, unit: KnownLimit['limit']['unit'], time: Style['time']): string {
  if (unit === 'ms') {
    const seconds = String(Math.round(value / 100) / 10);
    return time === 'ms' ? String(Math.round(value)) : time === 'seconds' ? seconds : `${seconds}s`;
  }
  return String(Math.round(value));
}

/** A fix that sets a known limit to another value; the old line stands only where its value is known. */
export const changed = (known: KnownLimit, value: number, because: string): Fix => ({
  where: `${known.title}: ${known.limit.written}`,
  diff: `${known.value === null || known.value === 0 ? '' : `-${settingLine(known, known.value)}\n`}+${settingLine(known, value)}`,
  because,
});

/** A managed router lets nobody change it, or there is no one setting for it. */
export const isFixed = ({ limit }: Pick<KnownLimit, 'limit'>): boolean => limit.line === null;

import type { Fields } from '#lib/model/event.ts';
import { isoStamp, type Stamp } from '#lib/model/time.ts';
import { clfStamp, requestLine } from './define-access-fields.ts';

/** A line up to its size: the part that every format built on `combined` shares. */
export interface Combined {
  readonly stamp: Stamp;
  readonly message: string;
  readonly fields: Fields;
  readonly rest: string;
}

const bracketed = /^(.*)\[([^[\]]{1,64})\] (?:(\S+) )?$/;
const leading = /^(\d{4}-\d\d-\d\dT\S+) (.*)$/;
// nginx writes a quote as \x22, so the first quote in the line opens the request and the next closes it.
const asked = /"((?:[^"\\]|\\.)*)" (\d{3})(?: (\d+|-))?(?= |$)/y;
const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=.*(?:::|(?::[^:]*){7}))[0-9a-fA-F:.]+|unix:)$/;

/** What may stand before the time: an address, a host, a list of addresses, or nothing; not the prose of another log. */
const isPeer = ([first = '', second = '', third = '']: readonly string[]): boolean =>
  first === '' ||
  first.endsWith(',') ||
  address.test(first) ||
  address.test(second) ||
  second === '-' ||
  third === '-';

/** `$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent`, and a host before or after it. */
export function combined(line: string): Combined | undefined {
  const quote = line.indexOf('"');
  if (quote < 0) return undefined;
  const head = line.slice(0, quote);
  const dated = bracketed.exec(head);
  const [who, when, after] = dated
    ? [dated[1], dated[2], dated[3]]
    : [leading.exec(head)?.[2], leading.exec(head)?.[1]];
  const stamp = when === undefined ? undefined : (clfStamp(when) ?? isoStamp(when));
  if (!stamp) return undefined;
  asked.lastIndex = quote;
  const found = asked.exec(line);
  if (!found) return undefined;
  const request = found[1] ?? '';
  const before = (who ?? '').trimEnd().split(' ');
  if (/^[[<]/.test(who ?? '') || !isPeer(before)) return undefined;
  // A comma means $http_x_forwarded_for, which the client writes.
  const client = before.some((word) => word.endsWith(','))
    ? undefined
    : before.find((word) => address.test(word));
  const vhost =
    before.length > 1 && client !== before[0] && /^[\w-]+\./.test(before[0] ?? '') ? before[0] : after;
  const size = found[3];
  return {
    stamp,
    message: request,
    rest: line.slice(asked.lastIndex),
    fields: {
      ...(client ? { remote_addr: client } : {}),
      ...requestLine(request),
      ...(vhost && vhost !== '-' && !address.test(vhost) ? { host: vhost } : {}),
      status: found[2] ?? '',
      ...(size && size !== '-' ? { body_bytes_sent: size } : {}),
    },
  };
}

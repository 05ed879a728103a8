import type { Filter } from '#functions/ports.ts';

/** A subscription filter of this stack: it feeds our function, or is called as we call ours. */
export function isOurs(
  { name, destination }: Filter,
  stackName: string,
  ingest: string | undefined,
): boolean {
  if (ingest !== undefined && feeds(destination, ingest)) return true;
  const [called, stack] = [name.toLowerCase(), stackName.toLowerCase()];
  return called.startsWith(stack) || called.startsWith('closecall');
}

/** `arn:aws:lambda:REGION:ACCOUNT:function:NAME`, perhaps with a version or alias. */
export const feeds = (destination: string, functionName: string): boolean =>
  destination.split(':')[6] === functionName;

/** `datadog (lambda function forwarder)`: what people call it, and where it leads. */
export function shownFilter({ name, destination }: Filter): string {
  const [, , service = '', , , ...rest] = destination.split(':');
  return `${name} (to ${[service, ...rest].join(' ').replaceAll('/', ' ')})`;
}

/** Two ways to write a pattern that lets everything through. */
export const samePattern = (a: string, b: string): boolean => {
  const plain = (pattern: string) => (/^"?\s*"?$/.test(pattern) ? '' : pattern);
  return plain(a) === plain(b);
};

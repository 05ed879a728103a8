/** Not the version in `openresty/1.27.1.2`. */
const address = /(?<![\w.-]|[A-Za-z]\/)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?![\w.]|-\w)/g;
const url = /\b[a-z][a-z0-9+]{1,9}:\/\/(?:[^\s/@"']*@)?([A-Za-z][\w.-]*)/g;
const mail = /[\w.+-]@([A-Za-z][\w-]*(?:\.[\w-]+)+)/g;
const named =
  /(?<![\w.@/:-])((?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|co|app|cloud|gov|edu|info|biz))(?![\w.-])/g;

/** RFC 2606 and RFC 6761; a name without a dot belongs to nobody. */
const kept =
  /^(?:[^.]+|.*\.(?:test|example|invalid|localhost|local|internal)|(?:.*\.)?example\.(?:com|org|net))$/i;

/** RFC 1918, 5737, 6890: private, documentation, loopback, link-local, shared, unspecified. */
const reserved = (a: number, b: number, c: number): boolean =>
  a === 0 ||
  a === 10 ||
  a === 127 ||
  (a === 172 && b >= 16 && b <= 31) ||
  (a === 192 && b === 168) ||
  (a === 192 && b === 0 && c === 2) ||
  (a === 198 && b === 51 && c === 100) ||
  (a === 203 && b === 0 && c === 113) ||
  (a === 169 && b === 254) ||
  (a === 100 && b >= 64 && b <= 127);

/** Addresses and names in a line that may belong to somebody. */
export function strangers(line: string): readonly string[] {
  const addresses = [...line.matchAll(address)]
    .filter(([, a, b, c, d]) => [a, b, c, d].every((part) => Number(part) < 256))
    .filter(([, a, b, c]) => !reserved(Number(a), Number(b), Number(c)))
    .map(([text]) => text);
  const names = [url, mail, named]
    .flatMap((pattern) => [...line.matchAll(pattern)].map((match) => match[1] ?? ''))
    .filter((name) => !kept.test(name.replace(/\.$/, '')));
  return [...new Set([...addresses, ...names])];
}

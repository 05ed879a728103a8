const opaque =
  /^(?:\d+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{12,}|(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{20,}={0,2})$/i;
const longest = 120;

/** The path of a request target: no query, no fragment, no scheme and host. */
export function pathOf(target: string): string {
  const local = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(target);
  const rest = local ? target.slice(local[0].length) || '/' : target;
  const end = rest.search(/[?#]/);
  return end < 0 ? rest : rest.slice(0, end);
}

/** A path with what differs from request to request replaced: numbers, UUIDs, hex and long base64 become `:id`. */
export function routeOf(target: string): string {
  const route = pathOf(target)
    .split('/')
    .map((part) => (opaque.test(part) ? ':id' : part))
    .join('/');
  return route.length > longest ? `${route.slice(0, longest)}…` : route;
}

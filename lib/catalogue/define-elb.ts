/** Everything that a client cannot write stands before the first quote. `-1`: the time has no end. */
export const seconds = String.raw`(-1|\d+(?:\.\d+)?)`;
export const endpoint = String.raw`((?:\d{1,3}\.){3}\d{1,3}:\d{1,5}|\[?[0-9a-fA-F:]+\]?[:.]\d{1,5}|-)`;

export const took = (...spans: readonly (string | undefined)[]): number =>
  spans.reduce((sum, span) => sum + Math.max(0, Number(span ?? 0)), 0);

/** Method and path of `GET https://shop.example.com:443/cart?x HTTP/1.1`, and its host. */
export function asked(request: string): Readonly<Record<string, string>> {
  const p = /^([A-Z][A-Z_-]{0,19}) (?:[a-z]+:\/\/([^/?\s]*))?(\S*)(?: HTTP\/\d(?:\.\d)?)?/.exec(request);
  if (!p?.[1]) return {};
  const host = p[2]?.replace(/:(?:80|443)$/, '');
  return { request_method: p[1], request_target: p[3] || '/', ...(host ? { host } : {}) };
}

export const guide = (page: string) =>
  ({
    project: 'Elastic Load Balancing',
    file: page,
    version: 'user guide of 2023-06',
    url: `https://docs.aws.amazon.com/elasticloadbalancing/latest/${page}`,
  }) as const;

import { defineLookalike } from '#lib/catalogue/define.ts';

export const proxyTimeout = defineLookalike({
  id: 'proxy-timeout',
  closedBy: 'proxy',
  means: 'The backend did not answer within the proxy’s timeout, and the proxy closed.',
  advice:
    'The backend was alive and slow: find what the route waits for; raise the proxy’s response timeout (nginx proxy_read_timeout) only if the route may take that long.',
});

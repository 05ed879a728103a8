import { defineLookalike } from '#lib/catalogue/define.ts';

export const clientClosed = defineLookalike({
  id: 'client-closed',
  closedBy: 'client',
  means: 'The client gave up and closed its connection; the proxy then closed the one to the backend.',
  advice:
    'Nothing hung up on you: compare how long clients wait (browser, app, load balancer in front) with how long the route takes, and make the slow route faster.',
});

import { defineLookalike } from '#lib/catalogue/define.ts';

export const nameResolution = defineLookalike({
  id: 'name-resolution',
  closedBy: 'nobody',
  means: 'The proxy could not turn the backend’s name into an address.',
  advice:
    'Check the resolver that the proxy uses (nginx resolver, /etc/resolv.conf, the cluster’s DNS) and whether the service still has that name.',
});

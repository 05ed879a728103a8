import { defineLookalike } from '#lib/catalogue/define.ts';

export const badResponse = defineLookalike({
  id: 'bad-response',
  closedBy: 'proxy',
  means:
    'The backend answered something that the proxy could not accept: headers too big, invalid, or not HTTP at all.',
  advice:
    'The connection was alive: look at the answer itself with curl -v against the backend; for large headers raise proxy_buffer_size, for the rest mend the header.',
});

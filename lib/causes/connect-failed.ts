import { defineLookalike } from '#lib/catalogue/define.ts';

export const connectFailed = defineLookalike({
  id: 'connect-failed',
  closedBy: 'nobody',
  means:
    'No connection was made: nothing listened, the queue was full, or every backend was marked as failed.',
  advice:
    'Look at what happened just before: a refused connect is what a crash, a stop or a full queue leaves behind; then check address and port of the upstream.',
});

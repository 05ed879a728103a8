import { anyText, defineClue, matched } from '#lib/catalogue/define.ts';

const said =
  /^(?:\[?\w{1,20}\]?: )?(?:[Cc]onnections? dropped\b|[Tt]oo many connections\b|[Mm]ax(?:imum)? (?:number of )?connections reached\b|[Cc]onnection limit (?:reached|exceeded)\b)/;
/**
 * That it is about the application's own listener: the words say so, or the record holds what Node's 'drop' event hands
 * over. MySQL's error 1040 and the pools of databases use the same words.
 */
const own =
  /"remote(?:Address|Port)\\{0,3}"|\b(?:refusing|rejecting|turning away|dropping|not accepting) (?:the )?(?:next|new|clients?|connections?)\b(?! to\b)|\b(?:from|for) clients?\b/;

export const appTooManyConnections = defineClue({
  id: 'app/too-many-connections',
  formats: [...anyText],
  needles: [
    'onnection dropped',
    'onnections dropped',
    'oo many connections',
    'onnection limit',
    'connections reached',
  ],
  means: 'The application dropped a connection because it held as many as it may.',
  provenance: {
    project: 'node',
    file: "doc/api/net.md, server.maxConnections and its 'drop' event; the usual words of a listener",
    version: '20.20.2',
  },
  reads: (event) => (own.test(event.record.text) ? matched(said, undefined, event) : []),
  points: [{ cause: 'overload', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '{"level":40,"time":1795563415834,"pid":354,"hostname":"api-1","remotePort":55390,"maxConnections":8,"msg":"connection dropped"}',
      gives: {},
      from: 'captured, pino 10.4.0 in a listener of the drop event, Node.js 20.20.2',
    },
    {
      line: '2026-11-22 12:00:05,120 WARNING too many connections, refusing the next',
      gives: {},
      from: 'the usual words',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '{"level":50,"time":1795563415834,"pid":354,"hostname":"api-1","msg":"FATAL: sorry, too many connections already (database)"}',
      because: 'a database said it to the application; the application answered its own client',
    },
    {
      line: '2026-11-22 12:00:05,120 ERROR Too many connections',
      because: 'error 1040 of MySQL, which an application reports about its database',
      format: 'leading-time',
    },
    {
      line: '2026-11-22 12:00:05,120 ERROR ER_CON_COUNT_ERROR: Too many connections',
      because: 'the same as the mysql package for Node puts it',
      format: 'leading-time',
    },
    {
      line: '2026-11-22 12:00:05,120 WARNING Connection limit exceeded for pool orders',
      because: 'a pool of connections that the application opened itself',
      format: 'leading-time',
    },
    {
      line: '{"level":40,"time":1795563415834,"pid":354,"hostname":"api-1","msg":"connection dropped, reconnecting to the broker"}',
      because: 'a connection that the application opened itself',
    },
    {
      line: '2026-11-22 12:00:05,120 ERROR Too many connections, dropping connections to the replica',
      because: 'connections that the application opened itself',
      format: 'leading-time',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

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
  pattern:
    /^(?:\[?\w{1,20}\]?: )?(?:[Cc]onnections? dropped\b|[Tt]oo many connections\b|[Mm]ax(?:imum)? (?:number of )?connections reached\b|[Cc]onnection limit (?:reached|exceeded)\b)/,
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
  ],
});

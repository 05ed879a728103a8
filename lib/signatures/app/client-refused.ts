import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const appClientRefused = defineClue({
  id: 'app/client-refused',
  formats: [...anyText],
  needles: [
    'connection closed',
    'closing connection',
    'onnection refused by',
    'onnection rejected',
    'dropping connection',
  ],
  means: 'The application says that it closed a connection on purpose, because of who asked.',
  provenance: {
    project: 'node',
    file: 'doc/api/net.md, socket.destroy(); the usual words of an allow list, a ban list or a filter',
    version: '20.20.2',
  },
  // Only what says that a client was refused: an application closes connections that it opened itself as well.
  pattern:
    /^(?=.{0,200}\b(?:allow[- ]?list|not allowed|deny[- ]?list|denied|block[- ]?list|blocked|banned|forbidden|not permitted|unauthori[sz]ed|policy)\b)(?=.{0,200}(?:\b(?:client|caller|visitor|api[- ]?key|token|origin|user[- ]?agent|country|ip|request)\b|\b\d{1,3}(?:\.\d{1,3}){3}\b))(?!.{0,300}\b(?:connect(?:ing|ion)? to|upstream|database|db|redis|broker|kafka|amqp|rabbitmq|mongo(?:db)?|postgres(?:ql)?|mysql|smtp|ldap|replica|outgoing|outbound)\b).{0,200}\b(?:connection closed|closing connection|dropping connection|connection (?:refused|rejected) by)/i,
  points: [{ cause: 'connection-rejected', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '{"level":40,"time":1795563036004,"pid":27445,"hostname":"api-1","key":"pk_33b1","path":"/api/partner/stock","msg":"api key not on allow list, connection closed"}',
      gives: {},
      from: 'captured, pino 10.4.0, an allow list that destroys the socket, Node.js 20.20.2',
    },
    {
      line: '2026-11-22 12:00:05,120 WARNING 192.0.2.7 is banned, closing connection',
      gives: {},
      from: 'the usual words',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '{"level":30,"time":1795563036004,"pid":27445,"hostname":"api-1","msg":"database connection closed"}',
      because: 'another connection, and nobody was refused',
    },
    {
      line: '2026-11-22 12:00:05,120 WARNING access denied by policy, closing connection to 192.0.2.7',
      because: 'a connection that the application opened itself',
      format: 'leading-time',
    },
    {
      line: '2026-11-22 12:00:05,120 WARNING redis: client denied by ACL, connection closed',
      because: 'another service refused this application',
      format: 'leading-time',
    },
    {
      line: '2026-11-22 12:00:05,120 INFO idle longer than allowed, closing connection',
      because: 'nobody was refused',
      format: 'leading-time',
    },
  ],
});

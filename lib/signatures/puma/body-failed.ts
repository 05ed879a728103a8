import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaBodyFailed = defineClue({
  id: 'puma/body-failed',
  formats: ['puma', ...anyText],
  needles: ['Read: #<'],
  means: 'The application raised an exception while its answer was being sent, and Puma cut it.',
  provenance: {
    project: 'puma',
    file: 'lib/puma/server.rb, client_error; lib/puma/error_logger.rb',
    version: '5.6.5 to 8.0.2',
  },
  pattern:
    /^Read: #<(?!(?:Puma::ConnectionError|Errno::E(?:PIPE|CONNRESET)|IOError)\b)(?<reason>[A-Z][\w:]{0,100})\b/,
  points: [{ cause: 'response-truncated', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:12:40 +0000 Read: #<RuntimeError: mid-stream>',
      gives: { reason: 'RuntimeError' },
      from: 'captured, Puma 5.6.5',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:12:40 +0000 Read: #<Errno::EPIPE: Broken pipe>',
      because: 'the proxy or the client left first',
      format: 'leading-time',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaParseError = defineClue({
  id: 'puma/parse-error',
  formats: ['puma', ...anyText],
  needles: ['malformed request'],
  means: 'Puma refused what came as no HTTP: TLS on a plain port, or another protocol.',
  provenance: {
    project: 'puma',
    file: 'lib/puma/error_logger.rb; lib/puma/client.rb',
    version: '5.6.5 to 8.0.2',
  },
  pattern:
    /^HTTP parse error, malformed request(?: \(.{0,4000}?\))?: #<Puma::HttpParserError: Invalid HTTP format, parsing fails\./,
  points: [{ cause: 'protocol-mismatch', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:13:20 +0000 HTTP parse error, malformed request: #<Puma::HttpParserError: Invalid HTTP format, parsing fails. Are you trying to open an SSL connection to a non-SSL Puma?>',
      gives: {},
      from: 'captured, Puma 5.6.5',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:13:21 +0000 HTTP parse error, malformed request ("GET /ok" - (-)): #<Puma::HttpParserError: HTTP element FIELD_VALUE is longer than the 80 * 1024 allowed length (was 90000)>',
      because: 'a limit was exceeded',
      format: 'leading-time',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const pumaHeaderTooLarge = defineClue({
  id: 'puma/header-too-large',
  formats: ['puma', ...anyText],
  needles: ['is longer than the'],
  means: 'Puma refused a request whose path or header is longer than it takes, and answered 400.',
  provenance: {
    project: 'puma',
    file: 'ext/puma_http11/puma_http11.c; lib/puma/error_logger.rb',
    version: '5.6.5 to 8.0.2',
  },
  pattern:
    /^HTTP parse error, malformed request(?: \(.{0,4000}?\))?: #<Puma::HttpParserError: HTTP element (?<reason>[A-Z_]{1,40}) is longer than the /,
  points: [{ cause: 'body-rejected', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '2026-11-22 12:13:21 +0000 HTTP parse error, malformed request ("GET /ok" - (-)): #<Puma::HttpParserError: HTTP element FIELD_VALUE is longer than the 80 * 1024 allowed length (was 90000)>',
      gives: { reason: 'FIELD_VALUE' },
      from: 'captured, Puma 5.6.5',
      format: 'leading-time',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:13:20 +0000 HTTP parse error, malformed request: #<Puma::HttpParserError: Invalid HTTP format, parsing fails. Are you trying to open an SSL connection to a non-SSL Puma?>',
      because: 'no HTTP at all',
      format: 'leading-time',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornRequestTooLarge = defineClue({
  id: 'gunicorn/request-too-large',
  formats: ['gunicorn', ...anyText],
  needles: ['Invalid request from'],
  means: 'The request line or the headers are over a limit: answered with 400 or 431, the rest unread.',
  provenance: { project: 'gunicorn', file: 'gunicorn/http/{errors,message}.py', version: '19.9.0 to 26.1.0' },
  pattern:
    /^Invalid request from ip=\S*: (?<reason>Request Line is too large \(\d+ > \d+\)|limit request headers fields(?: size)?|max buffer headers)$/,
  points: [{ cause: 'body-rejected', strength: 'strong' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[2026-11-22 11:59:32 +0000] [1778] [WARNING] Invalid request from ip=127.0.0.1: Request Line is too large (314 > 200)',
      gives: { reason: 'Request Line is too large (314 > 200)' },
      from: 'captured, gunicorn 26.2.0',
    },
    {
      line: '[2026-11-22 11:59:32 +0000] [1778] [WARNING] Invalid request from ip=127.0.0.1: limit request headers fields size',
      gives: { reason: 'limit request headers fields size' },
      from: 'captured, gunicorn 26.2.0',
    },
  ],
  nearMisses: [
    {
      line: "[2024-05-06 08:00:00 +0000] [17] [WARNING] Invalid request from ip=192.0.2.7: Invalid HTTP header name: 'limit request headers fields'",
      because: 'the client chose these words',
    },
  ],
});

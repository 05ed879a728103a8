import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornInvalidRequest = defineClue({
  id: 'gunicorn/invalid-request',
  formats: ['gunicorn', ...anyText],
  needles: ['Invalid request from'],
  means:
    'What came is not HTTP as gunicorn understands it (TLS, another protocol, a broken header): answered with 400.',
  provenance: {
    project: 'gunicorn',
    file: 'gunicorn/workers/base.py, handle_error',
    version: '19.9.0 to 26.1.0',
  },
  pattern:
    /^Invalid request from ip=\S*: (?<reason>(?!Request Line is too large |limit request headers |max buffer |Proxy request from ).+)$/s,
  points: [{ cause: 'protocol-mismatch', strength: 'strong' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "[2024-05-06 08:00:00 +0000] [17] [WARNING] Invalid request from ip=192.0.2.7: Invalid HTTP request line: '\\x16\\x03\\x01\\x02'",
      gives: { reason: "Invalid HTTP request line: '\\x16\\x03\\x01\\x02'" },
      from: 'rebuilt from the template, gunicorn 23.0.0',
    },
  ],
  nearMisses: [
    {
      line: '[2026-11-22 11:59:32 +0000] [1778] [WARNING] Invalid request from ip=127.0.0.1: Request Line is too large (314 > 200)',
      because: 'good HTTP, only too much of it',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const gunicornProxyForbidden = defineClue({
  id: 'gunicorn/proxy-forbidden',
  formats: ['gunicorn', ...anyText],
  needles: ['Invalid request from'],
  means:
    'gunicorn takes the PROXY protocol only from the addresses in proxy_allow_ips, and this was none of them.',
  provenance: { project: 'gunicorn', file: 'gunicorn/http/errors.py', version: '19.9.0 to 26.1.0' },
  pattern: /^Invalid request from ip=\S*: (?<reason>Proxy request from '[^']*' not allowed)$/,
  points: [{ cause: 'connection-rejected', strength: 'strong' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: "[2024-05-06 08:00:00 +0000] [17] [WARNING] Invalid request from ip=192.0.2.7: Proxy request from '192.0.2.7' not allowed",
      gives: { reason: "Proxy request from '192.0.2.7' not allowed" },
      from: 'rebuilt from the template, gunicorn 23.0.0',
    },
  ],
  nearMisses: [],
});

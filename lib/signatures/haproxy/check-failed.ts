import { defineClue } from '#lib/catalogue/define.ts';

export const haproxyCheckFailed = defineClue({
  id: 'haproxy/check-failed',
  formats: ['haproxy-notice'],
  needles: ['Health check for'],
  means: 'One health check of a server failed (option log-health-checks).',
  provenance: { project: 'HAProxy', file: 'src/check.c', version: 'v3.4.0; captured 2.6.12' },
  pattern:
    /^Health check for (?:backup )?server [^\s/]{1,128}\/[^\s/]{1,128} failed, reason: (?<reason>[^,]{1,120})/,
  points: [
    { cause: 'crash', strength: 'context' },
    { cause: 'restart', strength: 'context' },
  ],
  within: { from: -5000, to: 30000 },
  consequences: [],
  samples: [
    {
      line: '[WARNING]  (6919) : Health check for server be_ck/s1 failed, reason: Layer4 connection problem, info: "Connection refused", check duration: 0ms, status: 2/3 UP.',
      gives: { reason: 'Layer4 connection problem' },
      from: 'captured, HAProxy 2.6.12',
    },
  ],
  nearMisses: [
    {
      line: '[WARNING]  (6919) : Health check for server be_ck/s1 succeeded, reason: Layer4 check passed, check duration: 0ms, status: 1/2 DOWN.',
      because: 'it passed',
    },
  ],
});

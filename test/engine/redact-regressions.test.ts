import { describe, expect, it } from 'vitest';
import { redactor } from '#lib/engine/redact.ts';
import { spent } from '#test/spent.ts';

const canary = 'cAnary7';

it.each([
  `GET /reset?${canary} HTTP/1.1`,
  `GET /a?name=O'Brien&code=${canary} HTTP/1.1`,
  `GET /a?q=<b>&sig=${canary} HTTP/1.1`,
  `GET /cb;jsessionid=${canary} HTTP/1.1`,
  `Authorization: ApiKey ${canary}`,
  `Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/x, SignedHeaders=host, Signature=${canary}`,
  `Authorization: Digest username="jane", response="${canary}"`,
  `{"accessToken":"${canary}"}`,
  `{"authToken":"${canary}"}`,
  `clientSecret=${canary}`,
  `dbPassword: ${canary}`,
  `PGPASSWORD=${canary}`,
  `secretKey=${canary}`,
  `private_key=${canary}`,
  `passphrase=${canary}`,
  `{"password":"two ${canary}"}`,
  `password='x ${canary}'`,
  `password=hun,${canary}`,
  `{"password":"a\\"${canary}"}`,
  `{\\"password\\":\\"${canary}\\"}`,
  `redis://:${canary}@cache:6379`,
  `https://${canary}xx@git/x`,
  `postgres://app:p@${canary}@db/x`,
  `"Set-Cookie": ["sid=${canary}"]`,
  `jane%40${canary}.com`,
  `sk_test_${canary}abcdefghij`,
  `glpat-${canary}abcdefghijklm`,
  `npm_${canary}abcdefghijklmnop`,
  `https://hooks.slack.com/services/T000/B000/${canary}abcdefghijkl`,
  `password=‹${canary}`,
])('a secret that is not taken out: %s', (raw) => {
  expect(redactor().text(raw)).not.toContain(canary);
});

describe('64 kB that a client or an application may write', () => {
  it.each(['?', '?x', 'a-', 'a.', '-eyJaaaaaaaa', 'a=?b=1 '])(
    'of %j cost a moment',
    (piece) => {
      const from = spent();
      redactor().text(piece.repeat(64_000 / piece.length));
      expect(spent() - from).toBeLessThan(2_000);
    },
    60_000,
  );

  it('of blanks behind a header name do too', () => {
    const from = spent();
    redactor().text(`authorization:${' '.repeat(64_000)}`);
    expect(spent() - from).toBeLessThan(2_000);
  }, 60_000);
});

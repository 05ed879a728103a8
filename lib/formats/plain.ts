import { defineFormat } from '#lib/catalogue/define.ts';

/** Tab, line ends and the escape that starts a terminal colour are text; other controls and U+FFFD are signs of binary. */
const odd = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 27) ||
  (code >= 127 && code < 160) ||
  code === 0xfffd;

function binary(line: string): boolean {
  let count = 0;
  for (let i = 0; i < line.length; i++) if (odd(line.charCodeAt(i))) count++;
  return count * 10 > line.length;
}

export const plain = defineFormat({
  id: 'plain',
  title: 'plain text without a time',
  manual: 'https://www.rfc-editor.org/rfc/rfc2046#section-4.1',
  kind: 'text',
  role: undefined,
  clock: { zone: 'absent', resolution: 1_000, stamps: 'none' },
  read(line) {
    if (line.trim() === '' || binary(line)) return undefined;
    return { kind: 'line', stamp: undefined, message: line, fields: {} };
  },
  samples: [
    {
      line: 'memory allocation of 67108864 bytes failed',
      gives: { message: 'memory allocation of 67108864 bytes failed' },
      from: 'captured, rustc 1.95',
    },
    {
      line: 'warn: Bun.serve() timed out a request after 10 seconds. Pass `idleTimeout` to configure.',
      gives: {
        message: 'warn: Bun.serve() timed out a request after 10 seconds. Pass `idleTimeout` to configure.',
      },
      from: 'captured, Bun 1.4.5',
    },
  ],
  forgeries: [],
});

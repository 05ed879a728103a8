import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { explained } from '#test/explained.ts';
import { catalogueOf, cause, symptom, verdictOf } from './made-up.ts';

it('a best candidate is never ruled out in the same breath', () => {
  const against = [{ id: 'a', weight: -1, tells: 'this' as const, sees: () => 'it cannot be' }];
  const catalogue = catalogueOf(
    [symptom('error/closed')],
    [
      cause('one', { prior: 0.05, against }),
      cause('other', { prior: 0.05, against }),
      cause('third', { prior: 0.01, against }),
    ],
  );
  const { unexplained, ruledOut } = verdictOf({ lines: [{ of: 'error/closed', on: '/pay' }], catalogue });
  const out = ruledOut.map((each) => each.cause);
  expect(unexplained?.candidates.map((each) => each.cause)).toEqual(['one', 'other']);
  for (const { cause: id } of unexplained?.candidates ?? []) expect(out).not.toContain(id);
});

const verdictOfFiles = async (files: Readonly<Record<string, string>>) => {
  const cwd = mkdtempSync(join(tmpdir(), 'closecall-review-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return explained(cwd, Object.keys(files));
};
const closed =
  '2026/11/24 12:00:00 [error] 7#7: *1 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.9, server: shop, request: "GET /pay HTTP/1.1", upstream: "http://192.0.2.7:80/pay", host: "shop.example.com"\n';

it('a kernel log that ends three days before the close rules no OOM kill out', async () => {
  const verdict = await verdictOfFiles({
    'error.log': closed,
    'kern.log':
      '2026-11-21T12:00:00,000000+00:00 usb 1-1: new high-speed USB device number 2 using xhci_hcd\n'.repeat(
        3,
      ),
  });
  const [incident] = verdict.incidents;
  expect(
    incident?.ruledOut
      .map((each) => `${each.cause}: ${each.because}`)
      .filter((each) => each.startsWith('oom-kill')),
  ).toEqual([]);
});

// For the lead to decide: crash is settled by the backend’s log and by the kernel’s; with one of them it is "ruled out".
it('a cause is not ruled out by one source while another that would settle it is missing', async () => {
  const verdict = await verdictOfFiles({
    'error.log': closed,
    'gunicorn.log': '[2026-11-24 11:59:00 +0000] [1] [INFO] Listening at: http://0.0.0.0:80 (1)\n'.repeat(3),
  });
  expect(verdict.incidents[0]?.ruledOut.map((each) => each.cause)).not.toContain('crash');
});

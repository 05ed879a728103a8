import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launched } from './chromium.ts';
import { reports } from './reports.ts';

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'closecall-browser-'));
beforeAll(async () => {
  browser = await launched();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** What the browser complained of, and what it asked for besides the file. */
  readonly trouble: readonly string[];
  readonly address: string;
}

/** A report as somebody sees it who was sent the file. */
async function seen<T>(html: string, how: BrowserContextOptions, look: (opened: Opened) => Promise<T>) {
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const address = pathToFileURL(file).href;
  const context = await browser.newContext(how);
  try {
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== address) trouble.push(`it asked for ${request.url()}`);
    });
    await page.goto(address);
    return await look({ page, trouble, address });
  } finally {
    await context.close();
  }
}

const desk = { viewport: { width: 1280, height: 900 } };
const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** What axe finds that keeps somebody out. */
async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { readonly axe: typeof axe }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

const wider = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe.each(reports)('$name', ({ page: html }) => {
  it.each(['light', 'dark'] as const)('shuts nobody out, and asks for nothing (%s)', async (colorScheme) => {
    await seen(html, { ...desk, colorScheme }, async ({ page, trouble }) => {
      expect(await barriers(page)).toEqual([]);
      expect(await wider(page)).toBe(0);
      expect(trouble).toEqual([]);
    });
  });

  it('fits a telephone', async () => {
    await seen(html, telephone, async ({ page, trouble }) => {
      expect(await wider(page)).toBe(0);
      expect(await barriers(page)).toEqual([]);
      expect(trouble).toEqual([]);
    });
  });

  it('is printed', async () => {
    await seen(html, desk, async ({ page }) => {
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    });
  });
});

const reportNamed = (name: string): string => {
  const report = reports.find((each) => each.name === name);
  if (!report) throw new Error(`there is no report ${name}`);
  return report.page;
};

describe('without JavaScript', () => {
  const how = { ...desk, javaScriptEnabled: false };

  it('says in the first screen what, how sure, how many, since when and what to do', async () => {
    await seen(
      reportNamed('gunicorn-worker-timeout'),
      { ...telephone, javaScriptEnabled: false },
      async ({ page }) => {
        for (const words of [
          'worker-timeout',
          'confirmed',
          'all 4 closes',
          '23:10:02',
          'Do first',
          'Make the route faster',
        ]) {
          const box = await page.getByText(words).first().boundingBox();
          expect([words, (box?.y ?? Infinity) + (box?.height ?? 0) < 844]).toEqual([words, true]);
        }
      },
    );
  });

  it('leads to each incident, and unfolds', async () => {
    await seen(reportNamed('made up: three-incidents'), how, async ({ page, address }) => {
      await page.getByRole('link', { name: /^3\. / }).click();
      expect(page.url()).toBe(`${address}#incident-3`);
      const steps = page.locator('#incident-3 .steps');
      expect(await steps.isVisible()).toBe(false);
      await page.locator('#incident-3 summary').click();
      expect(await steps.isVisible()).toBe(true);
    });
  });
});

it('is printed with what is folded', async () => {
  await seen(reportNamed('made up: three-incidents'), desk, async ({ page }) => {
    const height = (): Promise<number> => page.evaluate("document.querySelector('.likewise').offsetHeight");
    const onScreen = await height();
    await page.emulateMedia({ media: 'print' });
    expect(await height()).toBeGreaterThan(onScreen + 300);
  });
});

it('runs nothing that somebody might write into it', async () => {
  const html = reportNamed('healthy').replace(
    '</main>',
    '<script>document.title = "owned"</script><img src="https://example.com/x.png" onerror="document.title = \'owned\'" alt="x"></main>',
  );
  await seen(html, desk, async ({ page, trouble }) => {
    expect(await page.title()).not.toContain('owned');
    // The script, the picture, and what it would have run for want of it.
    expect(trouble.filter((each) => each.includes('Content Security Policy'))).toHaveLength(3);
  });
});

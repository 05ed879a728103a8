import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { explain } from '#functions/cli/explain.ts';
import { defaultTiming } from '#lib/engine/join.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { style, styleHash } from '#lib/notifiers/html/style.ts';
import { html } from '#lib/notifiers/html.ts';
import { scenarioNames } from '#test/parity/scenarios.ts';
import { hostileAlert, hostileText } from './hostile.ts';
import { type Page, pageOf } from './page.ts';
import { stories, storyNamed } from './stories.ts';

const scenarios = join(import.meta.dirname, '../scenarios');
const verdictOf = (scenario: string) =>
  JSON.parse(readFileSync(join(scenarios, scenario, 'verdict.json'), 'utf8')) as Verdict;

const valuesOf = ({ elements }: Page, key: string): readonly string[] =>
  elements.flatMap(({ attributes }) => attributes.get(key) ?? []);

/** Controls, what turns a row around, what cannot be seen. */
const unseen = /[^\P{C}\n]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/u;

/** What holds for every page, whoever wrote what stands in it. */
function checked(page: string): Page {
  expect(page).not.toMatch(unseen);
  const read = pageOf(page);
  const ids = valuesOf(read, 'id');
  expect(ids).toEqual([...new Set(ids)]);
  for (const link of valuesOf(read, 'href')) expect(ids).toContain(link.replace(/^#/, ''));
  expect([...new Set(read.elements.map(({ name }) => name))].filter((name) => !ownNames.has(name))).toEqual(
    [],
  );
  const keys = new Set(read.elements.flatMap(({ attributes }) => [...attributes.keys()]));
  expect(
    [...keys].filter((key) => key.startsWith('on') || ['src', 'style', 'action', 'srcset'].includes(key)),
  ).toEqual([]);
  for (const name of valuesOf(read, 'class'))
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*)*$/);
  return read;
}

const ownNames = new Set(
  [
    'html head meta title style body header main footer article section details summary',
    'h1 h2 h3 h4 p b i bdi small strong span mark code pre del ins a br ul ol li dl div dt dd figure figcaption',
    'table thead tbody tr th td svg g line rect circle path text tspan',
  ].flatMap((row) => row.split(' ')),
);

describe.each(scenarioNames)('%s', (name) => {
  it('reads as its golden', async () => {
    const page = html(verdictOf(name));
    checked(page);
    await expect(apart(page)).toMatchFileSnapshot(join(scenarios, name, 'verdict.html'));
  });
});

it('has one look, which its goldens share', async () => {
  await expect(style.html).toMatchFileSnapshot(join(scenarios, 'report.css'));
});

/** The page with its look in a file beside the stories, and without the policy that would forbid that. */
function apart(page: string): string {
  const policy = /<meta http-equiv="Content-Security-Policy" content="[^"]*">\n/;
  expect(page).toContain(`<style>${style.html}</style>`);
  expect(page).toMatch(policy);
  return page
    .replace(policy, '')
    .replace(`<style>${style.html}</style>`, () => '<link rel="stylesheet" href="../report.css">');
}

it.each(stories)('is a whole page: $name', ({ verdict }) => {
  checked(html(verdict));
});

it('allows no style but its own, and nothing else', () => {
  const digest = createHash('sha256').update(style.html).digest('base64');
  expect(styleHash).toBe(`sha256-${digest}`);
  const page = html(storyNamed('one-cause'));
  expect(page).toContain(`<style>${style.html}</style>`);
  expect(page).toContain(
    `content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(page).not.toMatch(/url\(|@import|<link|<script/);
});

it('says first what, how sure, how many, since when and what to do', () => {
  const { text } = pageOf(html(storyNamed('one-cause')));
  const words = [
    'worker-timeout',
    'confirmed',
    'all 4 closes',
    '23:10:02',
    '33 s',
    'Do first',
    'Make the route faster',
  ];
  const places = words.map((word) => text.indexOf(word, text.indexOf('why the backend hung up')));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  expect(places.at(-1)).toBeLessThan(text.indexOf('/var/log/nginx/error.log'));
});

it('begins with the source that would settle it where nothing explains the closes', () => {
  const { text } = pageOf(html(storyNamed('unexplained')));
  expect(text).toMatch(/Do first\s+Get the application server’s log: whether/);
});

it('says what is to be done once for incidents of one service and cause', () => {
  const page = html(storyNamed('three-incidents'));
  expect(page.match(/<details/g)).toHaveLength(1);
  expect(pageOf(page).text).toContain('What to do: as for incident 1');
});

it('draws every close', () => {
  for (const name of scenarioNames) {
    const { incidents } = verdictOf(name);
    const titles = [...html(verdictOf(name)).matchAll(/<title>[^<]*: (\d+) closes? in [^<]*<\/title>/g)];
    const drawn = titles.reduce((sum, [, closes]) => sum + Number(closes), 0);
    const timed = incidents.filter(({ start }) => start !== null);
    expect([name, drawn]).toEqual([name, timed.reduce((sum, { closes }) => sum + closes, 0)]);
  }
});

/** A verdict in which a stranger wrote everything that is not ours. */
function hostileVerdict(text: string): Verdict {
  const { incident: all } = hostileAlert(text);
  const incident = { ...all, fix: all.fix.map((fix) => ({ ...fix, cause: 'worker-timeout' })) };
  const [line] = incident.findings.flatMap(({ evidence }) => evidence);
  if (!line) throw new Error('it has a line');
  const verdict = storyNamed('one-cause');
  const [source] = verdict.read.sources;
  if (!source) throw new Error('it has a source');
  return {
    ...verdict,
    incidents: [{ ...incident, id: text }, incident],
    lookalikes: [{ cause: text, closedBy: 'nobody', count: 1, example: line }],
    read: { sources: [{ ...source, origin: text, format: text, role: text }], warnings: [text] },
  };
}

it('lets nobody write markup, links or hidden characters into it', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const { elements } = checked(html(hostileVerdict(text)));
      const drawn = (name: string) => elements.filter((element) => element.name === name).length;
      expect([drawn('a'), drawn('article'), drawn('style')]).toEqual([4, 2, 1]);
    }),
    { numRuns: 60 },
  );
});

it.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['"><img src=x onerror=alert(1)>', '&quot;&gt;&lt;img src=x onerror=alert(1)&gt;'],
  ["' onload='x", '&#39; onload=&#39;x'],
  ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ['a\u202eb', 'a<i>\\u{202e}</i>b'],
  ['\u001b[31m\u0000', '<i>\\x1b</i>[31m<i>\\x00</i>'],
  ['e\u0301\u0301\u0301\u0301', 'e\u0301\u0301<i>\\u{301}\\u{301}</i>'],
  ['GET /שלום עולם 502', 'GET /<bdi>שלום עולם</bdi> 502'],
])('shows %j as it is', (text, shown) => {
  expect(html(hostileVerdict(text))).toContain(`<p>${shown}</p>`);
});

it('is the same text for the same verdict', () => {
  for (const { verdict } of stories) expect(html(structuredClone(verdict))).toBe(html(verdict));
});

describe('secrets in the logs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'closecall-html-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const canaries = ['canarytoken7f3a', 'canarycookie91bd', 'canarybearer55c2', 'canary.person'];

  it('do not come into the report', async () => {
    const at = (second: number) => `2026/11/24 23:10:0${second}`;
    const request = `GET /reports?token=${canaries[0]} HTTP/1.1`;
    writeFileSync(
      join(folder, 'error.log'),
      [1, 3, 5]
        .map(
          (second) =>
            `${at(second)} [error] 10298#10298: *${60 + second} upstream prematurely closed connection while reading response header from upstream, client: 203.0.113.5, server: shop.example.com, request: "${request}", upstream: "http://127.0.0.1:8000/reports?token=${canaries[0]}", host: "shop.example.com", referrer: "https://shop.example.com/?session=${canaries[1]}"\n`,
        )
        .join(''),
    );
    writeFileSync(
      join(folder, 'app.log'),
      [0, 1, 2, 3, 4, 5]
        .map(
          (second) =>
            `[2026-11-24 23:10:0${second} +0000] [10295] [INFO] mail ${canaries[3]}@example.com Authorization: Bearer ${canaries[2]} Cookie: sid=${canaries[1]}\n`,
        )
        .join(''),
    );
    const verdict = await explain({
      files: ['error.log', 'app.log'],
      cwd: folder,
      wishes: { zone: undefined, since: undefined, until: undefined, asDelivered: false, entries: new Map() },
      settings: {},
      timing: defaultTiming,
    });
    const page = html(verdict);
    expect(verdict.summary.closes).toBe(3);
    expect(page).toContain('nearest to the closes');
    for (const canary of canaries) expect(page).not.toContain(canary);
  });
});

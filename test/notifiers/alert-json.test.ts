import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { alertJsonSchema, publishedAlert } from '#functions/schemas/alert.ts';
import { alertJson, machine } from '#lib/notifiers/alert-json.ts';
import { published } from '#test/published.ts';
import { place, stands } from './contract.ts';
import { firingOf, hugeIncident } from './real.ts';

const root = join(import.meta.dirname, '../..');
const [firing] = Object.values(stands);
if (!firing) throw new Error('there is an alert');

describe.each(Object.entries(stands))('an alert that is %s', (_, alert) => {
  it('is what is published', () => {
    const json = JSON.parse(alertJson(alert, place));
    expect(publishedAlert.parse(json)).toEqual(json);
    expect(json.incident).toEqual(alert.incident);
    expect(json).toMatchObject({ conversation: alert.conversation, revision: alert.revision });
  });
});

it('begins with what a program asks first', () => {
  expect(alertJson(firing)).toMatch(
    /^\{"schema":"closecall\/alert@1","conversation":"[^"]+","status":"firing","revision":3,/,
  );
});

it('has a key that is the same when a revision comes again, and another for the next', () => {
  expect(machine(firing).key).toBe(machine(firing, place).key);
  expect(machine({ ...firing, revision: 9 }).key).not.toBe(machine(firing).key);
});

/** Bytes of it in the message that SNS gets, which is JSON and holds it as a text. */
const room = (json: string): number => Buffer.byteLength(JSON.stringify(json));

it.each(['x', 'é', '日', '😀', '"', '\u0001', '\ud83d'])(
  'keeps within what SNS takes by bytes, whatever the letters: %j',
  (letter) => {
    const [finding] = firing.incident.findings;
    const [line] = finding?.evidence ?? [];
    if (!finding || !line) throw new Error('it has a finding with a line');
    const text = letter.repeat(2_000);
    const evidence = Array.from({ length: 12 }, (_, n) => ({
      ...line,
      text: `${n % 2 === 0 ? 'x' : ''}${text}`,
    }));
    const context = evidence.map(({ origin, line: of, at }) => ({ origin, line: of, at, text }));
    const findings = Array.from({ length: 6 }, () => ({ ...finding, evidence }));
    const json = alertJson({ ...firing, context, incident: { ...firing.incident, findings } }, place);
    expect(room(json)).toBeLessThanOrEqual(160_000);
    const shown = publishedAlert.parse(JSON.parse(json)).incident.findings.map((each) => each.evidence);
    for (const lines of shown) expect(lines.length).toBeGreaterThanOrEqual(3);
    // No character is cut in two, unless one was half before.
    const isWhole = (each: string) => letter === '\ud83d' || !/[\ud800-\udbff](?![\udc00-\udfff])/.test(each);
    expect(shown.flat().filter((each) => !isWhole(each.text))).toEqual([]);
  },
);

it('names fewer routes where even without a line it is too long', () => {
  const [finding] = firing.incident.findings;
  if (!finding) throw new Error('it has a finding');
  const named = Array.from({ length: 20 }, (_, n) => ({ name: `/${n}/${'日'.repeat(200)}`, closes: 2 }));
  const fingerprints = named.map(({ name }, n) => ({ fingerprint: String(n), route: name, closes: 2 }));
  const routes = { named, more: { names: 1, closes: 5 } };
  const findings = Array.from({ length: 18 }, () => ({ ...finding, routes, fingerprints }));
  const json = alertJson({ ...firing, incident: { ...firing.incident, findings } }, place);
  expect(room(json)).toBeLessThanOrEqual(160_000);
  const { incident } = publishedAlert.parse(JSON.parse(json));
  expect(incident.findings).toHaveLength(18);
  expect(incident.findings[0]?.routes.more).toEqual({ names: 18, closes: 39 });
});

it('leaves lines out where it would be too long for SNS, and never the verdict', () => {
  const [finding] = firing.incident.findings;
  if (!finding) throw new Error('it has a finding');
  const evidence = finding.evidence.map((line) => ({ ...line, text: line.text + 'x'.repeat(30_000) }));
  const many = Array.from({ length: 10 }, () => ({ ...finding, evidence }));
  const json = alertJson({ ...firing, incident: { ...firing.incident, findings: many } }, place);
  expect(room(json)).toBeLessThanOrEqual(160_000);
  const alert = publishedAlert.parse(JSON.parse(json));
  expect(alert.incident.findings.map(({ why }) => why)).toEqual(many.map(({ why }) => why));
  expect(alert.incident.runbook).toEqual(firing.incident.runbook);
  for (const { text, mark } of alert.incident.findings[0]?.evidence ?? [])
    expect(mark[1]).toBeLessThanOrEqual(text.length);
});

it('keeps every line of ten thousand closes', () => {
  const alert = firingOf(hugeIncident());
  expect(JSON.parse(alertJson(alert)).incident).toEqual(alert.incident);
});

it('lets later versions add keys', () => {
  expect(publishedAlert.safeParse({ ...JSON.parse(alertJson(firing)), later: 1 }).success).toBe(true);
});

it('is published as a JSON Schema, with its changes', async () => {
  await expect(published(alertJsonSchema())).toMatchFileSnapshot(
    join(root, 'functions/schemas/alert.schema.json'),
  );
});

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

it('leaves lines out where it would be too long for SNS, and never the verdict', () => {
  const [finding] = firing.incident.findings;
  if (!finding) throw new Error('it has a finding');
  const evidence = finding.evidence.map((line) => ({ ...line, text: line.text + 'x'.repeat(30_000) }));
  const many = Array.from({ length: 10 }, () => ({ ...finding, evidence }));
  const json = alertJson({ ...firing, incident: { ...firing.incident, findings: many } }, place);
  expect(json.length).toBeLessThanOrEqual(120_000);
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

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Alert } from '#lib/model/alert.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { alertJson } from '#lib/notifiers/alert-json.ts';
import { chat } from '#lib/notifiers/chat.ts';
import { email } from '#lib/notifiers/email.ts';
import { proof } from '#lib/notifiers/essence.ts';
import type { Place } from '#lib/notifiers/links.ts';
import { slack } from '#lib/notifiers/slack.ts';
import { scenarioNames } from '#test/parity/scenarios.ts';

const scenarios = join(import.meta.dirname, '../scenarios');
const place: Place = {
  region: 'eu-central-1',
  groups: ['/app/nginx', '/app/api'].map((name) => ({ name, services: undefined })),
};

/** The incidents of a story as their first alerts: what its goldens of the other media are made of. */
function alertsOf(story: string): readonly Alert[] {
  const verdict = JSON.parse(readFileSync(join(scenarios, story, 'verdict.json'), 'utf8')) as Verdict;
  return verdict.incidents.map((incident) => ({
    conversation: incident.id,
    status: 'firing',
    revision: 1,
    incident,
  }));
}

const stories = scenarioNames.map((story) => ({ story, alerts: alertsOf(story) }));

describe.each(stories.filter(({ alerts }) => alerts.length > 0))('$story', ({ story, alerts }) => {
  const golden = (medium: string) => join(scenarios, story, medium);
  const pretty = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

  it('reads as its golden by e-mail', async () => {
    const letters = alerts
      .map((alert) => email(alert, place))
      .map(({ subject, text }) => `Subject: ${subject}\n\n${text}`);
    await expect(letters.join('\n')).toMatchFileSnapshot(golden('email.txt'));
  });

  it('reads as its golden in Slack, and in its thread', async () => {
    const messages = alerts.map((alert) => slack(alert, { place }));
    await expect(pretty(messages.map(({ thread: _, ...main }) => main))).toMatchFileSnapshot(
      golden('slack.json'),
    );
    await expect(pretty(messages.map(({ thread }) => thread))).toMatchFileSnapshot(
      golden('slack-thread.json'),
    );
  });

  it('reads as its golden in chat', async () => {
    const notes = alerts.map((alert) => JSON.parse(chat(alert, place).text));
    await expect(pretty(notes)).toMatchFileSnapshot(golden('chat.json'));
  });

  it('is its golden for machines', async () => {
    // The verdict's own golden stands beside it.
    const told = alerts.map((alert) => {
      const { incident, ...rest } = JSON.parse(alertJson(alert, place));
      expect(incident).toEqual(alert.incident);
      return { ...rest, incident: { id: incident.id, '…': 'as in verdict.json' } };
    });
    await expect(pretty(told)).toMatchFileSnapshot(golden('alert.json'));
  });

  it('shows a line that the verdict or the first step of its runbook speaks of', () => {
    for (const { incident } of alerts) {
      const line = proof(incident);
      expect(line).toBeDefined();
      const [step] = incident.runbook;
      const [finding] = incident.findings;
      const [, quote] = /“([^”]+)”/.exec(finding?.why ?? '') ?? [];
      if (quote !== undefined && finding?.evidence.some(({ text }) => text.includes(quote)))
        expect(line?.text).toContain(quote);
      else if (finding && step?.state === 'answered')
        expect(step.text.endsWith(line?.says ?? '?'), step.text).toBe(true);
    }
  });
});

it('says nothing where nothing happened', () => {
  const quiet = stories.filter(({ alerts }) => alerts.length === 0);
  expect(quiet.length).toBeGreaterThan(0);
  for (const { story } of quiet)
    for (const medium of ['email.txt', 'slack.json', 'chat.json', 'alert.json'])
      expect(existsSync(join(scenarios, story, medium)), `${story}/${medium}`).toBe(false);
});

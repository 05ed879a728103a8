import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Alert } from '#lib/model/alert.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { email } from '#lib/notifiers/email.ts';
import { slack } from '#lib/notifiers/slack.ts';

const scenarios = join(import.meta.dirname, '../scenarios');

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

describe.each([
  'gunicorn-oom',
  'gunicorn-worker-timeout',
  'node-keepalive-race',
  'two-causes',
  'two-services',
  'unexplained',
])('%s', (story) => {
  it('reads as its goldens by e-mail and in Slack', async () => {
    const alerts = alertsOf(story);
    expect(alerts.length).toBeGreaterThan(0);
    const letters = alerts.map(email).map(({ subject, text }) => `Subject: ${subject}\n\n${text}`);
    const messages = alerts.map(slack);
    await expect(letters.join('\n')).toMatchFileSnapshot(join(scenarios, story, 'email.txt'));
    await expect(`${JSON.stringify(messages, null, 1)}\n`).toMatchFileSnapshot(
      join(scenarios, story, 'slack.json'),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Alert, Outbound } from '#lib/model/alert.ts';
import { slack, slackWhole } from '#lib/notifiers/slack.ts';
import { place } from './contract.ts';
import { firstOf } from './hostile.ts';
import { firingOf, hugeIncident } from './real.ts';
import { expectSlackTaken } from './slack-rules.ts';
import { alerts } from './stories.ts';

const hostile: Alert = { conversation: 'c', status: 'firing', revision: 1, incident: firstOf('hostile') };
const [firing] = alerts;
if (!firing) throw new Error('there is an alert');

type Message = Extract<Outbound, { kind: 'slack' }>;
const main = ({ blocks }: Message): string => JSON.stringify(blocks);
const thread = (message: Message): string => JSON.stringify(message.thread?.blocks);

describe('a Slack message', () => {
  it.each(alerts)('reads well when it is $status', async (alert) => {
    await expect(`${JSON.stringify(slack(alert), null, 1)}\n`).toMatchFileSnapshot(
      `goldens/slack-${alert.status}.json.txt`,
    );
  });

  it('reads well whatever the lines hold', async () => {
    await expect(`${JSON.stringify(slack(hostile), null, 1)}\n`).toMatchFileSnapshot(
      'goldens/slack-hostile.json.txt',
    );
  });

  it('says in the channel what five seconds are enough for, and the rest in the thread', () => {
    const message = slack(firing, { place });
    for (const said of [
      '🔴 shop: oom-kill: confirmed, 37 of 41 closes',
      '"*Going on*"',
      '12 more closes, and a second cause: crash. · 2026-11-24 03:12:44 to 03:31:09 UTC',
      'gunicorn ran out of memory',
      'Memory cgroup out of memory: Killed process 29147',
      '"Do first"',
      'All lines of that time in Logs Insights',
    ])
      expect(main(message)).toContain(said);
    expect(main(message).length).toBeLessThan(3_500);
    for (const said of [
      '"ruled out"',
      '"what to do"',
      'closecall replay --since',
      'Message 3 of conversation',
    ])
      for (const [text, is] of [
        [main(message), false],
        [thread(message), true],
      ] as const)
        expect(text.includes(said), said).toBe(is);
  });

  it('shows lines in a block that Slack does not read, with what they say', () => {
    const json = thread(slack(firing));
    expect(json).toContain(
      '"type":"rich_text_preformatted","elements":[{"type":"text","text":"[1284511.902133] Memory',
    );
    expect(json).toContain('"text":" The kernel killed this process because a memory limit was reached."');
  });

  it('has a light that is seen from afar', () => {
    const lights = (['provisional', 'firing', 'resolved'] as const).map(
      (status) => /"text":"(.)/u.exec(main(slack({ ...firing, status })))?.[1],
    );
    expect(lights).toEqual(['🟡', '🔴', '🟢']);
  });

  it('says what is left to do once it is over', () => {
    const over = main(slack({ ...firing, status: 'resolved' }));
    expect(over).toContain('"So that it does not come back"');
    expect(over).not.toContain('Do first');
  });

  it('says that it became part of another, and leaves what to do to that one', () => {
    const message = slack({ ...hostile, partOf: 'b0b0' });
    expect(main(message)).toContain('*Part of b0b0 from now on*');
    expect(main(message)).not.toContain('Do first');
    expect(thread(message)).not.toContain('what to do');
  });

  it('links what was said of it before', () => {
    const earlier = 'https://shop.slack.com/archives/C0123456789/p1764000000000100';
    expect(main(slack(firing, { earlier }))).toContain(`{"type":"link","url":"${earlier}"`);
    expect(main(slack(firing))).not.toContain('"type":"link"');
  });

  it('is one message for a webhook', () => {
    const message = slackWhole(firing, { place });
    expect(message.thread).toBeUndefined();
    for (const said of ['"Do first"', '"ruled out"', '"what to do"']) expect(main(message)).toContain(said);
    expect(main(message)).not.toContain('in the thread');
  });

  it('shortens evidence before anything else', () => {
    const incident = firstOf('two-causes');
    const long = 'A'.repeat(1_500);
    const alert: Alert = {
      ...hostile,
      incident: {
        ...incident,
        findings: incident.findings.map((finding) => ({
          ...finding,
          evidence: finding.evidence.map((line) => ({ ...line, text: `${line.text} ${long}` })),
        })),
      },
    };
    for (const message of [slack(alert), slackWhole(alert)]) {
      expectSlackTaken(message);
      const json = main(message) + thread(message);
      for (const said of [
        '"oom-kill"',
        '"crash"',
        '"unexplained"',
        '"ruled out"',
        '"answered by these logs"',
        '"what to do"',
      ])
        expect(json).toContain(said);
      expect(json).toContain('upstream prematurely closed connection');
      expect(json).not.toContain(long);
    }
  });

  it('keeps every step of ten thousand closes', () => {
    const json = thread(slack(firingOf(hugeIncident())));
    for (const { step, state } of hugeIncident().runbook)
      if (state === 'todo') expect(json).toContain(`"text":"${step} `);
  });

  it('fits even where everything is long', () => {
    const incident = firstOf('two-causes');
    const [finding] = incident.findings;
    if (!finding) throw new Error('it has a finding');
    const many = Array.from({ length: 18 }, (_, n) => ({
      ...finding,
      cause: `cause-${n}`,
      why: '"'.repeat(4_000),
      against: Array.from({ length: 10 }, () => '\\'.repeat(2_000)),
    }));
    const alert = { ...hostile, news: '&'.repeat(9_000), incident: { ...incident, findings: many } };
    for (const message of [slack(alert), slackWhole(alert)]) {
      expectSlackTaken(message);
      expect(main(message)).toContain('cause-0');
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert, Outbound } from '#lib/model/alert.ts';
import { slack } from '#lib/notifiers/slack.ts';
import { firstOf, hostileAlert, hostileText } from './hostile.ts';
import { alerts } from './stories.ts';

type Message = Extract<Outbound, { kind: 'slack' }>;
interface Piece {
  readonly type: string;
  readonly text: string;
}

/** Every object of a message that has a type and a text of its own, with the type of its block. */
function piecesOf(value: unknown): readonly Piece[] {
  if (Array.isArray(value)) return value.flatMap(piecesOf);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as Partial<Piece>;
  const own = typeof type === 'string' && typeof text === 'string' ? [{ type, text }] : [];
  return [...own, ...Object.values(value).flatMap(piecesOf)];
}
const typesIn = (message: Message): readonly string[] =>
  [...JSON.stringify(message.blocks).matchAll(/"type":"(\w+)"/g)].map(([, type = '']) => type);

/** https://docs.slack.dev/reference/block-kit/blocks */
function expectFits({ text, blocks }: Message): void {
  expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(10_000);
  expect(blocks.length).toBeGreaterThan(1);
  expect(blocks.length).toBeLessThanOrEqual(50);
  expect(text.length).toBeLessThanOrEqual(5_000);
  for (const piece of piecesOf(blocks)) {
    expect(piece.text.length).toBeGreaterThan(0);
    expect(piece.text.length).toBeLessThanOrEqual(piece.type === 'plain_text' ? 150 : 3_000);
  }
}

const hostile: Alert = { conversation: 'c', status: 'firing', revision: 1, incident: firstOf('hostile') };

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

  it('shows lines in a block that Slack does not read, with what they say', () => {
    const [alert] = alerts;
    const json = JSON.stringify(alert && slack(alert).blocks);
    expect(json).toContain(
      '"type":"rich_text_preformatted","elements":[{"type":"text","text":"[1284511.902133] Memory',
    );
    expect(json).toContain('"text":" The kernel killed this process because a memory limit was reached."');
  });

  it('says that it became part of another, and leaves what to do to that one', () => {
    const said = JSON.stringify(slack({ ...hostile, partOf: 'b0b0' }).blocks);
    expect(said).toContain('*part of ▸ b0b0 from now on*');
    expect(said).not.toContain('what to do');
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
    const message = slack(alert);
    expectFits(message);
    const json = JSON.stringify(message.blocks);
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
    const message = slack({ ...hostile, news: '&'.repeat(9_000), incident: { ...incident, findings: many } });
    expectFits(message);
    expect(JSON.stringify(message.blocks)).toContain('cause-0');
  });
});

describe('whatever a stranger wrote', () => {
  it('fits, and mentions, links and hides nothing', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (text, name) => {
        const message = slack(hostileAlert(text, name));
        expectFits(message);
        for (const { type, text: said } of [
          { type: 'mrkdwn', text: message.text },
          ...piecesOf(message.blocks),
        ]) {
          expect(said).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
          if (type === 'mrkdwn' || type === 'plain_text') expect(said).not.toMatch(/[<>]/);
          if (type === 'mrkdwn') expect(said).not.toMatch(/&(?!amp;|lt;|gt;)/);
        }
        expect(typesIn(message).filter((type) => !known.has(type))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is not read for links or names', () => {
    for (const alert of alerts)
      for (const block of slack(alert).blocks as readonly { text?: object; elements?: readonly object[] }[])
        for (const part of [block.text, ...(block.elements ?? [])])
          if (part && 'type' in part && part.type === 'mrkdwn') expect(part).toHaveProperty('verbatim', true);
  });
});

/** No link, user, channel or broadcast among them. */
const known = new Set([
  'header',
  'plain_text',
  'context',
  'section',
  'mrkdwn',
  'rich_text',
  'rich_text_section',
  'rich_text_list',
  'rich_text_preformatted',
  'text',
]);

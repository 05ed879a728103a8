import { describe, expect, it } from 'vitest';
import { type Played, play } from '#functions/cli/demo/play.ts';
import { slackPreview } from '#functions/cli/demo/slack-preview.ts';
import { ending, story } from '#functions/cli/demo/story.ts';
import { verdictOf } from '#functions/cli/demo/verdict.ts';
import type { Outbound } from '#lib/model/alert.ts';

const look = { width: 100, colour: false };
const toldOf = (played: Played): string => `${story(played, look)}\n${ending(played, look)}`;

describe('the demo', async () => {
  const played = await play();
  const told = toldOf(played);

  it('tells the recorded incident from first look to end, and the same every time', async () => {
    expect(told.split('\n').slice(0, 6)).toEqual([
      '== What people received',
      '  23:12:41  Slack message: provisional, 3 closes, unexplained so far',
      '  23:13:06  Slack message edited: firing, 3 closes, oom-kill confirmed',
      '  23:13:06  e-mail: firing, 3 closes, oom-kill confirmed',
      '  23:25:21  Slack message edited: resolved, 3 closes, oom-kill confirmed',
      '  23:25:21  e-mail: resolved, 3 closes, oom-kill confirmed',
    ]);
    expect(told).toContain(
      'Just ran: 8 subscription events with 159 lines, out of order and one of them twice',
    );
    await expect(told).toMatchFileSnapshot('goldens/demo.txt');
    expect(toldOf(await play())).toBe(told);
  });

  it('shows one alert on a terminal, in Slack and as an e-mail', () => {
    const parts = told.split(/^== /m).slice(1);
    expect(parts.map((part) => part.split('\n')[0])).toEqual([
      'What people received',
      'The alert of 23:13:06 on a terminal',
      'The same in Slack, from 23:13:06 on',
      'The same as the e-mail of 23:13:06',
    ]);
    for (const part of parts.slice(1)) {
      expect(part).toContain('confirmed, all 3 closes');
      expect(part).toContain('Killed process 10866 (gun');
      expect(part).toContain('/reports/sales');
    }
  });

  it('shows the letter as it was sent, and counts the rows that it leaves out', () => {
    const letter = played.messages.flatMap(({ outbound }) =>
      outbound.kind === 'email' ? [outbound] : [],
    )[0];
    const [, shown = ''] = told.split('Subject: ');
    const [rows = '', left = '0'] = shown.split(/\n\n {2}\(left out here: the other (\d+) rows\)\n/);
    const [subject, , ...body] = rows.split('\n');
    const sent = letter?.text.trimEnd().split('\n') ?? [];
    expect(subject).toBe(letter?.subject);
    expect(body.length + Number(left)).toBe(sent.length);
    for (const [index, row] of body.entries())
      expect(sent[index]?.startsWith(row.replace(/^ {2}/, '').replace(/…$/, ''))).toBe(true);
  });

  it('reports the verdict that the alert told, over every line', () => {
    const { incidents, read } = verdictOf(played.pages);
    expect(incidents).toEqual([played.messages.at(-1)?.alert.incident]);
    expect(read.sources.map(({ lines }) => lines)).toEqual([3, 58, 72, 24]);
    expect(read.warnings).toEqual([]);
  });

  it('colours only where it is asked to, and keeps to ASCII where it must', () => {
    expect(told).not.toContain('\x1b');
    const painted = story(played, { ...look, colour: true });
    expect(painted).toContain('\x1b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours are what is looked for
    expect(painted.replace(/\x1b\[[\d;]*m/g, '')).toBe(story(played, look));
    const plain = { ...look, unicode: false };
    expect(`${story(played, plain)}${ending(played, plain)}`).toMatch(/^[\n -~]*$/);
  });
});

describe('the preview of a Slack message', () => {
  const preview = (message: Omit<Extract<Outbound, { kind: 'slack' }>, 'kind'>, width = 60) =>
    slackPreview({ kind: 'slack', ...message }, '#shop', { width, colour: false });
  const rich = (...elements: readonly object[]) => ({ type: 'rich_text', elements });
  const text = (said: string, style?: object) => ({ type: 'text', text: said, ...(style && { style }) });

  it('shows each kind of block that is written, and the thread inside', () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: '🔴 crash: likely' } },
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: '*Going &lt;on&gt; &amp;lt;*' },
          { type: 'plain_text', text: '*as it is* &amp;' },
        ],
      },
      rich(
        {
          type: 'rich_text_section',
          elements: [text('Do first', { bold: true }), text(': look '), text('ls -l', { code: true })],
        },
        {
          type: 'rich_text_list',
          elements: [
            {
              type: 'rich_text_section',
              elements: [{ type: 'link', url: 'https://example.com/', text: 'there' }],
            },
          ],
        },
        { type: 'rich_text_preformatted', elements: [text(`a  b\n${'x'.repeat(80)}\x1b[31m`)] },
      ),
    ];
    expect(
      preview({ text: '', blocks, thread: { text: '', blocks: blocks.slice(0, 1) } }).split('\n'),
    ).toEqual([
      `┌─ #shop ${'─'.repeat(51)}`,
      '│ 🔴 crash: likely',
      '│ Going <on> &lt; · *as it is* &amp;',
      '│ Do first: look `ls -l`',
      '│ - there (https://example.com/)',
      '│     a  b',
      `│     ${'x'.repeat(53)}…`,
      '│',
      `│ ┌─ in its thread ${'─'.repeat(41)}`,
      '│ │ 🔴 crash: likely',
      `│ └${'─'.repeat(57)}`,
      `└${'─'.repeat(59)}`,
      '',
    ]);
  });

  it('shows the whole message, and counts what it leaves out of a long thread', () => {
    const rows = (count: number) => [
      rich({ type: 'rich_text_preformatted', elements: [text(Array(count).fill('row').join('\n'))] }),
    ];
    const shown = preview({ text: '', blocks: rows(50), thread: { text: '', blocks: rows(50) } });
    expect(shown.match(/^│ {5}row$/gm)).toHaveLength(50);
    const inThread = shown.match(/^│ │ {5}row$/gm)?.length ?? 0;
    expect(inThread).toBeLessThan(50);
    expect(shown).toContain(`│ │ (left out here: the other ${50 - inThread} rows)\n`);
  });

  it('throws at a block that it cannot show', () => {
    expect(() => preview({ text: '', blocks: [{ type: 'image' }] })).toThrow('of type image');
    const quote = { type: 'rich_text_quote', elements: [] };
    expect(() => preview({ text: '', blocks: [rich(quote)] })).toThrow('of type rich_text_quote');
  });
});

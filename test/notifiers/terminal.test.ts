import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '#lib/model/verdict.ts';
import { terminal, terminalAlert, terminalIncident } from '#lib/notifiers/terminal.ts';
import { alerts, evidenceOf, hostileCharacters, stories, storyNamed, withEvidence } from './stories.ts';

const widths = (name: string) => (name === 'one-cause' || name === 'hostile' ? [60, 80, 100] : [80, 100]);
const esc = '\u001b';
const withoutColour = (text: string) => text.replaceAll(/\p{Cc}\[[0-9;]+m/gu, '');
/** Rows that are meant to be copied whole: commands, and configuration. */
const copied = /^ +(?:\$|[-+]) /;

describe.each(stories)('$name', ({ name, verdict }) => {
  it.each(widths(name))('reads well in %d columns', async (width) => {
    await expect(terminal(verdict, { width, colour: false })).toMatchFileSnapshot(
      `goldens/${name}.${width}.txt`,
    );
  });

  it('says the same with colour', () => {
    const look = { width: 80, colour: false };
    expect(withoutColour(terminal(verdict, { ...look, colour: true }))).toBe(terminal(verdict, look));
  });

  it('is plain ASCII where asked, and keeps to its width', () => {
    const text = terminal(verdict, { width: 80, colour: false, unicode: false });
    expect(text).toMatch(/^[\n -~]*$/);
    for (const row of text.split('\n'))
      if (!copied.test(row)) expect(row.length, row).toBeLessThanOrEqual(80);
  });
});

it.each(['one-cause', 'unexplained'])('colours %s', async (name) => {
  const text = terminal(storyNamed(name), { width: 80, colour: true });
  await expect(text.replaceAll(esc, '␛')).toMatchFileSnapshot(`goldens/${name}.colour.txt`);
});

it('says less where only ASCII can be shown', async () => {
  const text = terminal(storyNamed('hostile'), { width: 80, colour: false, unicode: false });
  await expect(text).toMatchFileSnapshot('goldens/hostile.ascii.txt');
});

it.each(alerts)('tells that a conversation is $status', async (alert) => {
  const text = terminalAlert(alert, { width: 80, colour: false });
  await expect(text).toMatchFileSnapshot(`goldens/alert-${alert.status}.txt`);
});

it('shows one incident as the whole verdict does', () => {
  const verdict = storyNamed('two-causes');
  const [incident] = verdict.incidents;
  if (!incident) throw new Error('the story has an incident');
  const look = { width: 80, colour: false };
  expect(terminal(verdict, look)).toContain(terminalIncident(incident, look));
});

it.each([
  { before: 'plain ', columns: 6 },
  { before: '日本', columns: 4 },
  { before: 'ｱ', columns: 1 },
  { before: '😀', columns: 2 },
  { before: '𒄊', columns: 1 },
  { before: 'e\u0301', columns: 'e\\u{301}'.length },
  { before: '\t', columns: '\\t'.length },
])('counts $columns columns for $before', ({ before, columns }) => {
  const line = evidenceOf(`${before}TELLING`, [before.length, before.length + 'TELLING'.length]);
  const text = terminal(withEvidence([line]), { width: 80, colour: false });
  expect(/^ +\|( +)\^+/m.exec(text)?.[1]?.length).toBe(1 + columns);
});

const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostileCharacters), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));
const width = fc.integer({ min: 40, max: 160 });

describe('whatever a log line holds', () => {
  it('writes nothing that a terminal or a build server obeys', () => {
    fc.assert(
      fc.property(hostileText, hostileText, width, fc.boolean(), (text, name, columns, colour) => {
        const verdict = hostile(text, name);
        const shown = withoutColour(terminal(verdict, { width: columns, colour }));
        expect(shown).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}\p{M}]/u);
        expect(shown).not.toMatch(/^\s*::/m);
        expect(shown).not.toMatch(/##\w*\[/);
      }),
    );
  });

  it('writes nothing of ours in the first column', () => {
    const heads = (text: string) => text.split('\n').filter((row) => /^\S/.test(row)).length;
    fc.assert(
      fc.property(hostileText, hostileText, (text, name) => {
        const look = { width: 100, colour: false };
        expect(heads(terminal(hostile(text, name), look))).toBe(heads(terminal(hostile('a', 'b'), look)));
      }),
    );
  });

  it('keeps to the width and points at the telling part', () => {
    fc.assert(
      fc.property(hostileText, hostileText, width, (before, after, columns) => {
        const line = evidenceOf(`${before}TELLING${after}`, [
          before.length,
          before.length + 'TELLING'.length,
        ]);
        const look = { width: columns, colour: false, unicode: false };
        const rows = terminal(withEvidence([line]), look).split('\n');
        const at = rows.findIndex((row) => /^ +\| +\^+/.test(row));
        const [shown = '', carets = ''] = rows.slice(at - 1, at + 1);
        const start = carets.indexOf('^');
        expect(shown.slice(start, carets.lastIndexOf('^') + 1)).toBe('TELLING');
        expect(shown.length).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

function hostile(text: string, name: string): Verdict {
  const verdict = withEvidence([{ ...evidenceOf(text, [1, Math.max(1, text.length - 1)]), origin: name }]);
  return {
    ...verdict,
    read: { sources: [], warnings: [text] },
    incidents: verdict.incidents.map((incident) => ({
      ...incident,
      service: name,
      findings: incident.findings.map((finding) => ({ ...finding, why: `It was ${text}.`, against: [text] })),
      blindSpots: [{ source: name, wouldSettle: text }],
      fix: [{ cause: name, where: name, diff: `-${text}\n+b`, because: text }],
    })),
  };
}

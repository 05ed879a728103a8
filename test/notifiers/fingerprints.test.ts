import { describe, expect, it } from 'vitest';
import type { Alert } from '#lib/model/alert.ts';
import type { Fingerprint, Verdict } from '#lib/model/verdict.ts';
import { email } from '#lib/notifiers/email.ts';
import { html } from '#lib/notifiers/html.ts';
import { slack } from '#lib/notifiers/slack.ts';
import { firingOf } from './real.ts';
import { storyNamed } from './stories.ts';

const hex = (n: number): string => n.toString(16).padStart(16, '0');
const on = (n: number, closes: number, route: string | null = `/route/${n}`): Fingerprint => ({
  fingerprint: hex(n),
  route,
  closes,
});

/** The story of two causes and a rest, with these names for them. */
function verdictWith(...of: readonly (readonly Fingerprint[])[]): Verdict {
  const story = storyNamed('two-causes');
  const [incident] = story.incidents;
  if (!incident?.unexplained) throw new Error('it has closes without a cause');
  const [own = [], rest = []] = [of.slice(0, -1), of.at(-1)];
  const findings = incident.findings.map((each, n) => ({ ...each, fingerprints: own[n] ?? [] }));
  return {
    ...story,
    incidents: [{ ...incident, findings, unexplained: { ...incident.unexplained, fingerprints: rest } }],
  };
}
const alertOf = ({ incidents: [incident] }: Verdict): Alert => firingOf(incident);
const threadOf = (verdict: Verdict): string => JSON.stringify(slack(alertOf(verdict)).thread?.blocks);

describe('fingerprints, which `accepted` takes', () => {
  const several = verdictWith(
    [on(1, 30), on(2, 7, null)],
    [on(3, 9), on(4, 2)],
    [on(5, 8), on(6, 1), on(7, 1)],
  );

  it('are listed by closes, whichever cause they are of, a few and how many more', () => {
    expect(email(alertOf(several)).text).toMatch(
      new RegExp(
        [
          'Fingerprints, for "accepted":',
          `  ${hex(1)}  oom-kill on /route/1, 30 closes`,
          `  ${hex(3)}  crash on /route/3, 9 closes`,
          `  ${hex(5)}  unexplained on /route/5, 8 closes`,
          `  ${hex(2)}  oom-kill, 7 closes`,
          `  ${hex(4)}  crash on /route/4, 2 closes`,
          '  and 2 more \\(2 closes\\): --json and --html name them all\n$',
        ].join('\n'),
      ),
    );
    const thread = threadOf(several);
    expect(thread).toContain(`${hex(5)} unexplained on /route/5, 8 closes\\n${hex(2)} oom-kill, 7 closes`);
    expect(thread).toContain('and 2 more (2 closes)');
    expect(thread).not.toContain(hex(6));
  });

  it('are all in the page', () => {
    const page = html(several);
    for (let n = 1; n <= 7; n++) expect(page).toContain(`<code>${hex(n)}</code>`);
    expect(page).toContain('unexplained on /route/7, 1 close');
  });

  it('are one sentence where there is one', () => {
    const one = verdictWith([on(1, 41)], [], []);
    const said = `Fingerprint, for "accepted": ${hex(1)} (oom-kill on /route/1).`;
    expect(email(alertOf(one)).text.replace(/\s+/g, ' ')).toContain(said);
    expect(threadOf(one)).toContain(JSON.stringify(said).slice(1, -1));
    const routeless = verdictWith([on(1, 41, null)], [], []);
    expect(threadOf(routeless)).toContain(`${hex(1)} (oom-kill).`);
  });

  it('are not spoken of where there are none', () => {
    const none = verdictWith([], [], []);
    for (const said of [email(alertOf(none)).text, threadOf(none), html(none)])
      expect(said).not.toContain('ingerprint,');
    expect(html(none)).not.toContain('class="fingerprints"');
  });
});

import fc from 'fast-check';
import type { Alert } from '#lib/model/alert.ts';
import type { Fingerprint, IncidentVerdict } from '#lib/model/verdict.ts';
import { evidenceOf, hostileCharacters, storyNamed, withEvidence } from './stories.ts';

const injections = [
  '<!here>',
  '<!channel|x>',
  '<@U0123456789>',
  '<https://evil.example/|our runbook>',
  '&lt;!here&gt;',
  '*bold* _it_ ~gone~ `code`',
  '```',
  '@channel',
  '\nwhat to do\n----------\n',
  '\r\nSubject: owned',
  '> quoted',
];

export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileCharacters, ...injections),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('"', '&', '\\', 'x').map((each) => each.repeat(700)),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** One on a route that a stranger asked for. */
const named = (route: string): readonly Fingerprint[] => [
  { fingerprint: '64d8bd5a2a9b29f4', route, closes: 1 },
];

/** An alert in which a stranger wrote everything that is not ours. */
export function hostileAlert(text: string, name = text): Alert {
  const line = { ...evidenceOf(text, [1, Math.max(1, text.length - 1)]), origin: name, block: [text, text] };
  const [incident] = withEvidence([line]).incidents;
  if (!incident) throw new Error('the story has an incident');
  return {
    conversation: name,
    status: 'firing',
    revision: 2,
    news: text,
    blind: [name],
    incident: {
      ...incident,
      service: name,
      findings: incident.findings.map((finding) => ({
        ...finding,
        why: `It was ${text}.`,
        against: [text],
        fingerprints: named(text),
      })),
      unexplained: {
        fingerprints: named(name),
        closes: 1,
        lookedFor: [],
        candidates: [{ cause: 'crash', because: text }],
        evidence: [line],
        nearest: [{ origin: name, line: null, at: null, text }],
        missing: [text],
      },
      ruledOut: [{ cause: 'restart', because: text }],
      blindSpots: [{ source: name, wouldSettle: text }],
      fix: [{ cause: name, where: name, diff: `-${text}\n+b`, because: text }],
      runbook: incident.runbook.map((step) => ({ ...step, text, command: text })),
    },
  };
}

export const firstOf = (name: string): IncidentVerdict => {
  const [incident] = storyNamed(name).incidents;
  if (!incident) throw new Error(`${name} has no incident`);
  return incident;
};

import type { Alert, Outbound } from '#lib/model/alert.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { EvidenceLine, IncidentVerdict, Verdict } from '#lib/model/verdict.ts';
import { inOrder, type KeyOf, keys, type Word } from './json.ts';
import { type Links, linksOf, type Place } from './links.ts';

/** The alert JSON, version 1: what machines get. Additions only. */
export const alertSchema = 'closecall/alert@1';

/** An alert as it is published: what people are told, in the words of the verdict. */
export interface PublishedAlert extends Alert {
  readonly schema: typeof alertSchema;
  readonly links?: Links;
}

/** Its own keys, before those of the verdict. It compiles only while the two name every key of the model. */
const own = [
  'schema conversation status revision news notes earlier cid partOf links insights replay incident blind context',
] as const;
type Missing = Exclude<KeyOf<PublishedAlert>, Word<(typeof own)[number]> | KeyOf<Verdict>>;
const rows: readonly ([Missing] extends [never] ? string : `not in the order: ${Missing}`)[] = own;
const order = [...rows.flatMap((row) => row.split(' ')), ...keys];

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html: 262,144 bytes in all, the letter for people included. */
const mostLength = 120_000;

/** The alert as one row of JSON. Where it is too long, lines are left out, and the verdict stays whole. */
export function alertJson(alert: Alert, place?: Place): string {
  const links = linksOf(alert, place);
  const written = (measure: Measure): string =>
    inOrder(
      {
        ...alert,
        schema: alertSchema,
        incident: measure.lines === all ? alert.incident : shortened(alert.incident, measure),
        ...(links === undefined ? {} : { links }),
      } satisfies PublishedAlert,
      order,
    );
  const [last, ...longer] = measures;
  for (const measure of longer.toReversed()) {
    const json = written(measure);
    if (json.length <= mostLength) return json;
  }
  return written(last);
}

/** The same to be posted. A revision that is sent again has the key that it had. */
export const machine = (alert: Alert, place?: Place): Extract<Outbound, { readonly kind: 'json' }> => ({
  kind: 'json',
  key: `${alert.conversation}/${alert.revision}`,
  text: alertJson(alert, place),
});

interface Measure {
  /** Lines of evidence for each finding, and characters of each. */
  readonly lines: number;
  readonly line: number;
}
const all = Number.POSITIVE_INFINITY;
/** The shortest first. */
const measures: NonEmpty<Measure> = [
  { lines: 0, line: 0 },
  { lines: 3, line: 300 },
  { lines: 12, line: 1_000 },
  { lines: all, line: all },
];

function shortened(incident: IncidentVerdict, { lines, line }: Measure): IncidentVerdict {
  const cut = (evidence: readonly EvidenceLine[]): readonly EvidenceLine[] =>
    evidence.slice(0, lines).map(({ block: _left, text, mark: [from, to], ...each }) => ({
      ...each,
      text: text.slice(0, line),
      mark: [Math.min(from, line), Math.min(to, line)],
    }));
  const { findings, unexplained } = incident;
  return {
    ...incident,
    findings: findings.map((finding) => ({ ...finding, evidence: cut(finding.evidence) })),
    unexplained: unexplained && { ...unexplained, evidence: cut(unexplained.evidence), nearest: [] },
  };
}

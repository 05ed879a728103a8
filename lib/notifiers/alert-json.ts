import type { Alert, Outbound } from '#lib/model/alert.ts';
import type { NonEmpty } from '#lib/model/nonempty.ts';
import type { EvidenceLine, Fingerprint, Tally, Verdict } from '#lib/model/verdict.ts';
import { bytesOf, headOf } from './bytes.ts';
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
const mostBytes = 160_000;

/** A program gets it within another JSON, where quotation marks and escapes take two. */
const fits = (json: string): boolean => bytesOf(JSON.stringify(json)) <= mostBytes;

/** The alert as one row of JSON. Where it is too long, lines are left out first, and what was judged stays whole. */
export function alertJson(alert: Alert, place?: Place): string {
  const links = linksOf(alert, place);
  const written = (measure: Measure): string =>
    inOrder(
      {
        ...(measure.lines === all ? alert : shortened(alert, measure)),
        schema: alertSchema,
        ...(links === undefined ? {} : { links }),
      } satisfies PublishedAlert,
      order,
    );
  const [last, ...longer] = measures;
  for (const measure of longer.toReversed()) {
    const json = written(measure);
    if (fits(json)) return json;
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
  /** Routes and upstreams of each finding. */
  readonly names: number;
}
const all = Number.POSITIVE_INFINITY;
/** The shortest first. */
const measures: NonEmpty<Measure> = [
  { lines: 0, line: 0, names: 3 },
  { lines: 0, line: 0, names: all },
  { lines: 3, line: 300, names: all },
  { lines: 12, line: 1_000, names: all },
  { lines: all, line: all, names: all },
];

function shortened(alert: Alert, { lines, line, names }: Measure): Alert {
  const cut = (evidence: readonly EvidenceLine[]): readonly EvidenceLine[] =>
    evidence.slice(0, lines).map(({ block: _left, text, mark: [from, to], ...each }) => {
      const head = headOf(text, line);
      return { ...each, text: head, mark: [Math.min(from, head.length), Math.min(to, head.length)] };
    });
  const { incident, context, ...others } = alert;
  const { findings, unexplained } = incident;
  return {
    ...others,
    ...(context === undefined
      ? {}
      : { context: context.slice(0, lines).map((each) => ({ ...each, text: headOf(each.text, line) })) }),
    incident: {
      ...incident,
      findings: findings.map((finding) => ({
        ...fewer(finding, names),
        routes: first(finding.routes, names),
        upstreams: first(finding.upstreams, names),
        evidence: cut(finding.evidence),
      })),
      unexplained: unexplained && {
        ...fewer(unexplained, names),
        evidence: cut(unexplained.evidence),
        nearest: [],
      },
    },
  };
}

const fewer = <Part extends { readonly fingerprints?: readonly Fingerprint[] }>(
  part: Part,
  most: number,
): Part =>
  part.fingerprints === undefined ? part : { ...part, fingerprints: part.fingerprints.slice(0, most) };

function first({ named, more }: Tally, most: number): Tally {
  const left = named.slice(most);
  const closes = left.reduce((sum, each) => sum + each.closes, more.closes);
  return { named: named.slice(0, most), more: { names: more.names + left.length, closes } };
}

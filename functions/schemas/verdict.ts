import * as z from 'zod';
import { type Verdict, verdictSchema } from '#lib/model/verdict.ts';

const instant = z
  .string()
  .nullable()
  .describe('ISO 8601 in UTC; HH:MM:SS.mmm where the run has no date; null where the line has no time.');
const figure = z.int().nonnegative();
const closes = figure.describe('Backend connections that ended during one attempt at a request; not lines.');
const cause = z.string().describe('The id of a cause, for example worker-timeout.');
const because = z.string().describe('The reason, as one sentence.');
const origin = z.string().describe('The file, or the log group and stream, as the reader knows it.');
const line = figure.nullable().describe('Counted from 1; null where the lines come from no file.');
const text = z
  .string()
  .describe('The line as it came, secrets replaced by numbered placeholders. Hostile: escape it.');

const evidenceLine = z
  .object({
    origin,
    line,
    at: instant,
    text,
    mark: z
      .tuple([figure, figure])
      .describe('The telling part, from and to, as UTF-16 offsets into the text.'),
    signature: z.string().describe('The id of the known thing that the program said.'),
    says: z.string().describe('What the line means.'),
    block: z
      .array(z.string())
      .exactOptional()
      .describe(
        'Context: further lines of the same block, such as a traceback. Only where whole files are in view.',
      ),
  })
  .meta({ id: 'EvidenceLine', description: 'A log line that a verdict rests on.' });

export const contextLine = z
  .object({ origin, line, at: instant, text })
  .meta({ id: 'ContextLine', description: 'A log line that stands near and proves nothing.' });

const tally = z
  .object({
    named: z.array(z.object({ name: z.string(), closes })).describe('Most closes first.'),
    more: z
      .object({ names: figure, closes })
      .describe('How many names were left out, and the closes of these and of no name.'),
  })
  .meta({ id: 'Tally', description: 'Names with counts.' });

const fingerprint = z
  .string()
  .exactOptional()
  .describe(
    'What it is called from one incident to the next: the first of `fingerprints`. Absent where an incident could not be diagnosed.',
  );

const fingerprints = z
  .array(
    z
      .object({
        fingerprint: z.string().describe('16 hex digits over service, cause, route and kind of upstream.'),
        route: z
          .string()
          .nullable()
          .describe(
            'Null where it is not known, and where it does not matter: a process that ends takes along whatever is in flight.',
          ),
        closes,
        days: z
          .array(z.object({ day: z.string(), closes }))
          .exactOptional()
          .describe('By UTC day. Absent where all are of the day on which the incident began.'),
      })
      .meta({ id: 'Fingerprint', description: 'What closes of one cause on one route are called.' }),
  )
  .exactOptional()
  .describe(
    'One for each route, most closes first, at most 20. Copy those that are there to stay into `accepted` of the configuration.',
  );

const finding = z
  .object({
    fingerprint,
    fingerprints,
    cause,
    family: z.string().describe('exited, timed out, rejected, cut short or path.'),
    confidence: z.enum(['confirmed', 'likely', 'possible']),
    closes,
    routes: tally.describe('Paths without their queries; numbers and the like are :id.'),
    upstreams: tally,
    why: z.string().describe('The verdict in one sentence, with the figures of the case.'),
    evidence: z.array(evidenceLine).max(12).describe('In order of time.'),
    against: z.array(z.string()).describe('What speaks against it.'),
    trigger: z
      .object({ says: z.string(), at: instant })
      .exactOptional()
      .describe('What set it off: a deploy, a configuration reload, a traffic spike.'),
  })
  .meta({ id: 'Finding', description: 'One cause, with the closes that it explains.' });

const unexplained = z
  .object({
    fingerprint,
    fingerprints,
    closes,
    lookedFor: z.array(z.string()).describe('The causes that were looked for, as sentences.'),
    candidates: z.array(z.object({ cause, because })).describe('The best guesses.'),
    evidence: z.array(evidenceLine),
    nearest: z.array(contextLine).describe('Context: what the backends printed nearest to the closes.'),
    missing: z
      .array(z.string())
      .describe('Sources that are not in view and would decide between the candidates.'),
  })
  .meta({ id: 'Unexplained', description: 'The closes that no line in view explains.' });

const runbookStep = z
  .object({
    step: z.int().min(1).max(9),
    title: z.string(),
    state: z.enum(['answered', 'todo']),
    text: z.string().describe('The answer, or what remains to be done.'),
    command: z.string().exactOptional().describe('A shell command that does it. Read it before you run it.'),
  })
  .meta({ id: 'RunbookStep' });

const moments = z
  .object({
    lengthMs: figure.describe('The length of each stretch, in milliseconds.'),
    spans: z
      .array(
        z.object({ at: instant, cause: cause.nullable().describe('Null for closes without one.'), closes }),
      )
      .describe('By cause; at most 60 stretches from the first close to the last, the empty ones left out.'),
  })
  .meta({ id: 'Moments', description: 'When the closes came, in stretches of one length.' });

export const incident = z
  .object({
    id: z.string().describe('Changes when an earlier close turns up.'),
    service: z.string(),
    start: instant,
    end: instant,
    closes,
    requests: figure.describe('Requests that were hit; one that was retried can meet two closes.'),
    how: z
      .array(
        z.object({
          phase: z.string().describe('request, header, body, tunnel or unknown.'),
          by: z.string().describe('fin, reset or other.'),
          closes,
        }),
      )
      .describe('How far the requests had come, most closes first.'),
    moments: moments.exactOptional().describe('Absent where no close has a time.'),
    findings: z.array(finding).describe('Strongest first.'),
    unexplained: unexplained.nullable(),
    followed: z
      .array(z.object({ cause, count: figure }))
      .exactOptional()
      .describe('What the end of a process left behind and is no close: refused connects. Most first.'),
    ruledOut: z.array(z.object({ cause, because })),
    blindSpots: z
      .array(z.object({ source: z.string(), wouldSettle: z.string() }))
      .describe('Sources that are not in view and could still change the verdict.'),
    runbook: z.array(runbookStep).length(9),
    fix: z
      .array(
        z.object({
          cause: cause.describe('The finding that it mends.'),
          where: z.string().describe('The file or the setting.'),
          diff: z.string().describe('Lines that begin with -, + or a blank.'),
          because,
        }),
      )
      .describe('Configuration that ends it.'),
  })
  .meta({
    id: 'Incident',
    description:
      'One story of one service. The closes of its findings and its unexplained closes add up to its own.',
  });

const sourceRead = z
  .object({
    origin,
    format: z.string(),
    role: z.string().describe('proxy, backend or platform.'),
    lines: figure,
    examined: figure.describe(
      'Lines decoded: all of a small file, the relevant ones and a sample of a large one.',
    ),
    understood: figure,
    first: instant,
    last: instant,
    zone: z.object({
      offset: z.string().describe('East of UTC, for example +02:00.'),
      how: z
        .enum(['in-line', 'configured', 'inferred', 'assumed', 'none'])
        .describe('Where the offset comes from.'),
    }),
  })
  .meta({ id: 'Source' });

const lookalike = z
  .object({ cause, closedBy: z.enum(['client', 'proxy', 'nobody']), count: figure, example: evidenceLine })
  .meta({ id: 'Lookalike', description: 'A kind of failure that looks like a premature close and is none.' });

/** The verdict JSON as others may rely on it. Keys that are not known here are allowed: later versions add some. */
export const publishedVerdict = z
  .object({
    schema: z.literal(verdictSchema),
    tool: z.object({ name: z.literal('closecall'), version: z.string() }),
    read: z.object({
      sources: z.array(sourceRead),
      warnings: z
        .array(z.string())
        .describe('What the reader must know about the input before believing the answer.'),
    }),
    incidents: z.array(incident),
    lookalikes: z.array(lookalike),
    summary: z.object({ closes, explained: figure, unexplained: figure, lookalikes: figure }),
  })
  .meta({
    title: verdictSchema,
    description: 'Why the backend hung up: what closecall explain --json prints.',
  });

export type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;
/** True for identical types only: an optional key on one side is a difference, though either side takes the other. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** The model and the schema are one type, or this does not compile. */
export const agreed: Same<Frozen<z.infer<typeof publishedVerdict>>, Frozen<Verdict>> = true;

/** A JSON Schema as it is published, without limits that only JavaScript has. */
export const publishable = (schema: z.ZodType): object =>
  z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });

export const verdictJsonSchema = (): object => publishable(publishedVerdict);

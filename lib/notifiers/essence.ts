import type { Alert } from '#lib/model/alert.ts';
import type { EvidenceLine, IncidentVerdict, RunbookStep } from '#lib/model/verdict.ts';
import { nothingClear, statuses } from './sentences.ts';

// What a reader needs in the first five seconds. Every medium begins with it; names and lines stand as in the verdict.

export interface FirstStep {
  /** `Do first`, and what it is called once the incident is over. */
  readonly title: string;
  readonly text: string;
  readonly command?: string;
  readonly change?: { readonly where: string; readonly diff: string };
}

export const stateOf = ({ status, partOf }: Alert): string => {
  const state = partOf === undefined ? statuses[status] : `part of ${partOf} from now on`;
  return `${state.slice(0, 1).toUpperCase()}${state.slice(1)}`;
};

/** The verdict on the strongest cause, in one sentence. */
export function reason({ findings: [first], unexplained }: IncidentVerdict): string | undefined {
  return first?.why ?? (unexplained ? nothingClear(unexplained) : undefined);
}

/**
 * The one line that proves it: the one that the verdict quotes, else the one that the first step of the runbook calls the
 * telling one; where no line of the backend tells, the proxy's that says most.
 */
export function proof({
  findings: [first],
  unexplained,
  runbook,
}: IncidentVerdict): EvidenceLine | undefined {
  const lines = first?.evidence ?? unexplained?.evidence ?? [];
  const quotes = [...(first?.why ?? '').matchAll(/“([^”]+)”/g)].map(([, quote = '']) => quote);
  const quoted = lines.find(({ text }) => quotes.some((quote) => text.includes(quote)));
  const answer = runbook.find(({ step, state }) => step === 1 && state === 'answered')?.text;
  const telling = lines.find(({ says }) => says !== '' && answer?.endsWith(says));
  const length = ({ mark: [from, to] }: EvidenceLine): number => to - from;
  return quoted ?? telling ?? lines.toSorted((a, b) => length(b) - length(a))[0];
}

const mostWanted = 2;

/** What would settle it, where nothing is explained. */
export const wanted = ({ findings, unexplained }: IncidentVerdict): readonly string[] =>
  findings.length > 0 ? [] : (unexplained?.missing ?? []).slice(0, mostWanted);

/** What to do before anything else: the correction where the cause is known, else where to look. */
export function firstStep({ status, partOf, incident }: Alert): FirstStep | undefined {
  const { findings, closes, runbook, fix } = incident;
  if (closes === 0 || partOf !== undefined) return undefined;
  const [finding] = findings;
  const isKnown = finding !== undefined && finding.confidence !== 'possible';
  const todo = runbook.filter(({ state }) => state === 'todo');
  const step = (isKnown ? todo.find((each) => each.step === correction) : undefined) ?? todo[0];
  if (step === undefined) return undefined;
  const change = isKnown ? fix.find(({ cause }) => cause === finding.cause) : undefined;
  return { title: titleOf(status, isKnown), ...toldBy(step), ...(change ? { change } : {}) };
}

/** Of the nine steps, the one that mends it. */
const correction = 7;

function titleOf(status: Alert['status'], isKnown: boolean): string {
  if (status !== 'resolved') return 'Do first';
  return isKnown ? 'So that it does not come back' : 'To find out';
}

const toldBy = ({ text, command }: RunbookStep) => ({ text, ...(command === undefined ? {} : { command }) });

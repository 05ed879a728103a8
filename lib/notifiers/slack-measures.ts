/** How much of a message is told. */
export interface Measure {
  /** Lines of each origin, and characters of each line. */
  readonly lines: number;
  readonly line: number;
  readonly blocks: boolean;
  readonly answered: boolean;
  readonly unseen: boolean;
  readonly todo: boolean;
  readonly findings: number;
  readonly sentence: number;
}

const whole: Measure = {
  lines: 12,
  line: 600,
  blocks: true,
  answered: true,
  unseen: true,
  todo: true,
  findings: 18,
  sentence: 900,
};

/** Evidence is shortened first, then what was answered already; what it is and what to do come last. */
export const measures: readonly Measure[] = [
  whole,
  { ...whole, line: 320 },
  { ...whole, line: 200, lines: 6 },
  { ...whole, line: 160, lines: 3 },
  { ...whole, line: 160, lines: 2, blocks: false, sentence: 500 },
  { ...whole, line: 140, lines: 1, blocks: false, answered: false, sentence: 400 },
  {
    ...whole,
    line: 100,
    lines: 1,
    blocks: false,
    answered: false,
    unseen: false,
    findings: 6,
    sentence: 300,
  },
  { ...whole, lines: 0, blocks: false, answered: false, unseen: false, findings: 4, sentence: 200 },
  {
    ...whole,
    lines: 0,
    blocks: false,
    answered: false,
    unseen: false,
    todo: false,
    findings: 3,
    sentence: 150,
  },
];

import { type Markup, markup } from './markup.ts';

/** Where an incident stands in the page. */
export interface Place {
  /** What its anchors begin with. */
  readonly anchor: string;
  /** Of the headings of its parts. */
  readonly level: number;
  /** `incident 2 of 3`; undefined for the only one. */
  readonly which?: string;
  /** The number of an earlier incident, for which the same is to be done. */
  readonly likewise?: number;
}

export const heading = (level: number, text: string | Markup, id?: string): Markup =>
  markup`<h${level}${id === undefined ? undefined : markup` id="${id}"`}>${text}</h${level}>
`;

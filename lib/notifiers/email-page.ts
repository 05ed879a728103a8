import { type Block, penFor } from './terminal/pen.ts';

/** What mail programs show without breaking rows, quoted once or twice. */
export const width = 72;
export const pen = penFor({ width, colour: false }, []);
export const { clean } = pen;

/** A paragraph; its other rows are indented like its first. */
export const hang = (first: string, text: string): Block => pen.hang(first, text);

/** Lists of short words on one row, and figures as many to a row as fit, as the formatter wants them. */
const compact = (text: string): string =>
  text
    .replace(
      /^(.*)\[\n\s+("[^"]*"(?:,\n\s+"[^"]*")*)\n\s+\](,?)$/gm,
      (whole, before: string, items: string, after: string) => {
        const row = `${before}[${items.replace(/,\n\s+/g, ', ')}]${after}`;
        return row.length <= 110 ? row : whole;
      },
    )
    .replace(
      /^( *)(.*)\[\n\s+(\d+(?:,\n\s+\d+)*)\n\s+\](,?)$/gm,
      (_, indent: string, before: string, items: string, after: string) => {
        const figures = items.split(/,\n\s+/);
        const row = `${indent}${before}[${figures.join(', ')}]${after}`;
        if (row.length <= 110) return row;
        const rows = [''];
        for (const [index, figure] of figures.entries()) {
          const more = `${figure}${index < figures.length - 1 ? ',' : ''}`;
          const last = rows.pop() ?? '';
          const longer = last === '' ? `${indent}  ${more}` : `${last} ${more}`;
          rows.push(...(longer.length <= 110 ? [longer] : [last, `${indent}  ${more}`]));
        }
        return `${indent}${before}[\n${rows.join('\n')}\n${indent}]${after}`;
      },
    );

/** A JSON Schema as its file has it. */
export const published = (schema: object): string => `${compact(JSON.stringify(schema, null, 2))}\n`;

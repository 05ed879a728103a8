/** The parts of a pattern between the `|` that no group encloses. */
function alternatives(source: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    let taken = char;
    if (char === '\\') taken = source.slice(i, ++i + 1);
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    if (char === '|' && depth === 0 && !inClass) parts.push('');
    else parts[parts.length - 1] += taken;
  }
  return parts;
}

/** What stands in the group that a pattern begins with. */
function leadingGroup(source: string): string | undefined {
  const opening = /^\((?:\?:|\?<[A-Za-z]\w*>|(?!\?))/.exec(source)?.[0];
  if (opening === undefined) return undefined;
  let depth = 0;
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    if (char === '\\') i++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) {
      const optional = /^[?*{]/.test(source.slice(i + 1));
      return optional ? undefined : source.slice(opening.length, i);
    }
  }
  return undefined;
}

/** True when a pattern can match only at the start of the text: every alternative begins with `^`. */
export function anchored(source: string): boolean {
  return alternatives(source).every((alternative) => {
    if (alternative.startsWith('^')) return true;
    const group = leadingGroup(alternative);
    return group !== undefined && anchored(group);
  });
}

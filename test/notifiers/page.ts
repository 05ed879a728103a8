/** An element as it stands in a page. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface Page {
  readonly elements: readonly Element[];
  /** What stands between the tags, entities resolved. */
  readonly text: string;
}

const empty = new Set(['meta', 'br', 'circle', 'path', 'line']);

/** Reads a page as strictly as nobody does. Throws where a tag is not closed in order, or an attribute has no quotes. */
export function pageOf(html: string): Page {
  const [head = '', body] = html.split('<!doctype html>\n');
  if (head !== '' || body === undefined) throw new Error('it does not begin as a page');
  const elements: Element[] = [];
  const open: string[] = [];
  let text = '';
  for (const [piece] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith('<')) {
      if (open.at(-1) !== 'style') text += resolved(piece);
      continue;
    }
    const closing = /^<\/([a-z]+\d?)>$/.exec(piece)?.[1];
    if (closing !== undefined) {
      const last = open.pop();
      if (last !== closing) throw new Error(`${piece} where ${last} is open`);
      continue;
    }
    const own = /^<([a-z]+\d?)((?: [\w-]+="[^"<>]*")*)(\/?)>$/i.exec(piece);
    if (!own) throw new Error(`${piece} is no tag`);
    const [, name = '', rest = '', slash] = own;
    const attributes = [...rest.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(
      ([, key = '', value = '']) => [key, resolved(value)] as const,
    );
    elements.push({ name, attributes: new Map(attributes) });
    if (slash !== '/' && !empty.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} not closed`);
  return { elements, text };
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

const resolved = (text: string): string =>
  text.replace(/&[^;]*;?/g, (entity) => {
    const character = entities[entity];
    if (character === undefined) throw new Error(`${entity} is no entity`);
    return character;
  });

import { type Exhibit, grouped, omission, type Shown, shortened } from '#lib/notifiers/terminal/exhibits.ts';
import { clock, dated } from '#lib/notifiers/terminal/moments.ts';
import { type Markup, markup, nothing } from './markup.ts';

/** Lines under the names of their logs, with the telling part marked and what it says under the first of a kind. */
export const exhibits = (lines: readonly Exhibit[]): readonly Markup[] =>
  grouped(lines).map(
    ({ origin, shown }) => markup`<figure class="log"><figcaption>${origin}</figcaption>
<ol>${shown.map(rows)}</ol></figure>
`,
  );

function rows({ exhibit, labelled, omitted, block }: Shown): Markup {
  const { line, text, says, at } = exhibit;
  const skipped = omitted > 0 ? markup`<li class="more"><span>${omission(omitted)}</span></li>` : nothing;
  const place = line === null ? nothing : markup`<span class="at">${line}</span>`;
  const rest = shortened(block).map((each) => markup`<br>${each}`);
  const time =
    at === null || text.includes(clock(at).slice(0, 8)) ? '' : `at ${clock(at)}${dated(at) ? ' UTC' : ''}`;
  const told = [labelled ? (says ?? '') : '', time].filter((part) => part !== '').join(' ');
  const note = told === '' ? nothing : markup`<p>${told}</p>`;
  return markup`${skipped}<li>${place}${lineRow(exhibit, rest)}${note}</li>`;
}

/** An event as JSON is a screen full: then what stands around the telling part, and the whole at request. */
const longest = 600;
const before = 120;
const after = 240;

function lineRow(exhibit: Exhibit, rest: readonly Markup[]): Markup {
  const text = exhibit.text.trimEnd();
  const [start, end] = tellingPart(exhibit);
  if (text.length <= longest) return markup`<code>${marked(text, start, end, 0, text.length)}${rest}</code>`;
  const from = start <= before ? 0 : start - before;
  const to = Math.min(text.length, Math.max(start, Math.min(end, from + longest)) + after);
  const [head, tail] = [from > 0 ? '… ' : '', to < text.length ? ' …' : ''];
  return markup`<code>${head}${marked(text, start, end, from, to)}${tail}${rest}</code><details><summary>the whole line, ${text.length} characters</summary><code>${marked(text, start, end, 0, text.length)}</code></details>`;
}

const marked = (text: string, start: number, end: number, from: number, to: number): Markup =>
  start >= end
    ? markup`${text.slice(from, to)}`
    : markup`${text.slice(from, start)}<mark>${text.slice(start, Math.min(end, to))}</mark>${text.slice(end, to)}`;

/** The mark without the blanks around it. */
function tellingPart({ text, mark: [from, to] = [0, 0] }: Exhibit): readonly [start: number, end: number] {
  const telling = text.slice(from, to);
  const start = from + telling.length - telling.trimStart().length;
  return [start, start + telling.trim().length];
}

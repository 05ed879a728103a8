import { scaleLinear } from 'd3-scale';
import type { IncidentVerdict, SourceRead } from '#lib/model/verdict.ts';
import { count } from '#lib/model/words.ts';
import { span } from '#lib/notifiers/terminal/moments.ts';
import { type Axis, axisOf } from './axis.ts';
import { type Bar, type Lane, lanesOf, type Mark, millis, type Stretch } from './lanes.ts';
import { type Markup, markup, plain } from './markup.ts';

// Where a thing stands from left to right is a share of the width, and all else is in pixels: the drawing has room on
// a telephone without its letters getting smaller.

const laneHeight = 40;
const barLaneHeight = 64;
const axisHeight = 24;

/** An incident's closes and the lines it rests on, from left to right; undefined where no line has a time. */
export function timeline(incident: IncidentVerdict, sources: readonly SourceRead[]): Markup | undefined {
  const { start, end, closes } = incident;
  const [from, to] = [millis(start), millis(end)];
  if (from === undefined || to === undefined) return undefined;
  const title = `Timeline, ${span(start, end)}, ${count(closes, 'close')}`;
  return drawing(lanesOf(incident, sources), title, { from, to });
}

/** Lanes below one another over an axis of time; undefined where nothing in them has a time. */
export function drawing(lanes: readonly Lane[], title: string, around?: Stretch): Markup | undefined {
  const axis = axisOf(lanes, around);
  if (!axis) return undefined;
  let top = 0;
  const drawn = lanes.map((lane) => {
    const height = lane.bars.length > 0 ? barLaneHeight : laneHeight;
    const one = laneRow(lane, top, height, axis);
    top += height;
    return one;
  });
  const rows = lanes.map(({ name, note }) => `${name}: ${note}`);
  return markup`<figure class="time">
<svg class="timeline" role="img" aria-label="${plain(`${title}. ${rows.join('; ')}.`)}" width="100%" height="${top + axisHeight}">
${grid(axis, top)}${drawn}</svg>
${legend(lanes, axis)}</figure>
`;
}

function grid({ ticks, at }: Axis, height: number): readonly Markup[] {
  return ticks.map(({ time, label }, index) => {
    const x = at(time);
    const side = x < 10 ? 'start' : x > 90 ? 'end' : 'middle';
    return markup`<line class="grid" x1="${percent(x)}" x2="${percent(x)}" y1="0" y2="${height + 4}"/><text class="tick${index % 2 === 1 && ticks.length > 4 ? ' odd' : ''}" x="${percent(x)}" y="${height + 18}" text-anchor="${side}">${label}</text>
`;
  });
}

function laneRow({ name, note, covered, ...lane }: Lane, top: number, height: number, axis: Axis): Markup {
  const base = top + height - 12;
  return markup`<text class="lane" x="0" y="${top + 14}">${name} <tspan class="note">${note}</tspan></text>${
    covered && track(covered, base, axis)
  }${bars(lane.bars, base + 4, axis)}${marks(lane.marks, base, axis)}
`;
}

function track({ from, to }: Stretch, y: number, { within }: Axis): Markup | undefined {
  const [start, end] = [percent(within(from)), percent(within(to))];
  if (start === end) return undefined;
  return markup`<line class="track" x1="${start}" x2="${end}" y1="${y}" y2="${y}"/>`;
}

const highest = 34;
/** One close alone is no tower. */
const least = 4;

function bars(some: readonly Bar[], base: number, axis: Axis): readonly Markup[] {
  const height = scaleLinear([0, Math.max(least, ...some.map(({ closes }) => closes))], [2, highest]);
  return some.map(({ from, to, closes, tone, says }) => {
    const [x, end] = [axis.within(from), axis.within(to)];
    const tall = Math.round(height(closes));
    return markup`<rect class="bar ${tone}" x="${percent(x)}" y="${base - tall}" width="${percent(Math.max(0.4, (end - x) * 0.9))}" height="${tall}"><title>${plain(says)}</title></rect>`;
  });
}

/** Marks that fall on one place are one, with all they say. */
function marks(some: readonly Mark[], y: number, axis: Axis): readonly Markup[] {
  const places = new Map<string, { readonly mark: Mark; readonly x: string; readonly says: string[] }>();
  for (const mark of some) {
    const x = percent(axis.within(mark.time));
    const place = places.get(`${x} ${mark.kind} ${mark.tone}`);
    if (place) place.says.push(mark.says);
    else places.set(`${x} ${mark.kind} ${mark.tone}`, { mark, x, says: [mark.says] });
  }
  return [...places.values()].map(
    ({ mark: { kind, tone }, x, says }) =>
      markup`<svg class="mark ${kind} ${tone}" x="${x}" y="${y}"><title>${plain(says.join(' · '))}</title>${shapes[kind]}</svg>`,
  );
}

const shapes: Readonly<Record<Mark['kind'], Markup>> = {
  close: markup`<circle r="5"/>`,
  clue: markup`<path d="M0-7 7 0 0 7-7 0Z"/>`,
  nearest: markup`<circle r="3.5"/>`,
  trigger: markup`<path d="M-6-6H6L0 6Z"/>`,
};

const words: Readonly<Record<Mark['kind'], string>> = {
  close: 'a line that shows a close',
  clue: 'a line that tells why',
  nearest: 'a line near the closes',
  trigger: 'what came just before',
};

const kinds: readonly Mark['kind'][] = ['close', 'clue', 'nearest', 'trigger'];

function legend(lanes: readonly Lane[], { day }: Axis): Markup {
  const seen = kinds.filter((kind) => lanes.some((lane) => lane.marks.some((mark) => mark.kind === kind)));
  const items = seen.map(
    (kind) =>
      markup`<span><svg class="key mark ${kind}" width="16" height="16" aria-hidden="true"><g transform="translate(8 8)">${shapes[kind]}</g></svg>${words[kind]}</span> `,
  );
  return markup`<figcaption>${items}<span>${day === undefined ? 'Times of day; these logs have no date' : `Times in UTC, ${day}`}</span></figcaption>
`;
}

const percent = (share: number): string => `${Math.round(share * 100) / 100}%`;

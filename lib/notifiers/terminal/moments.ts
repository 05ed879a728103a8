import type { Instant } from '#lib/model/verdict.ts';

export const dated = (at: string): boolean => at.includes('T');
export const clock = (at: string): string => at.slice(dated(at) ? 11 : 0).replace(/(?:\.000)?Z?$/, '');

export function moment(at: Instant): string {
  if (at === null) return 'without a time';
  return dated(at) ? `${at.slice(0, 10)} ${clock(at)} UTC` : `${clock(at)} (no date)`;
}

export function span(start: Instant, end: Instant): string {
  if (start === null || end === null || start === end) return moment(start ?? end);
  if (!dated(start) || !dated(end)) return `${clock(start)} to ${clock(end)} (no date)`;
  const day = end.slice(0, 10);
  return `${start.slice(0, 10)} ${clock(start)} to ${day === start.slice(0, 10) ? '' : `${day} `}${clock(end)} UTC`;
}

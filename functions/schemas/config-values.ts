import * as z from 'zod';
import { durationOf } from '#functions/config/values.ts';
import { offsetOf } from '#functions/config/zones.ts';
import { zoneOffset } from '#lib/model/time.ts';

/** A text that is read into a value; whatever is no such text is refused with the remedy. */
export const readAs = <T>(read: (text: string) => T | undefined, remedy: string, pattern: string) =>
  z
    .string(remedy)
    .meta({ pattern })
    .transform((text, context) => {
      const value = read(text);
      if (value !== undefined) return value;
      context.issues.push({ code: 'custom', message: remedy, input: text });
      return z.NEVER;
    });

export const duration = readAs(
  durationOf,
  'write a time with its unit: 250ms, 30s, 10m, 4h',
  '^\\d+(\\.\\d+)? ?(ms|s|m|min|h|d)$',
);
export const zone = readAs(
  (text) => zoneOffset(text) ?? offsetOf(text),
  'write the offset from UTC or the name of a time zone: +02:00, UTC or Europe/Berlin',
  '^([+-]\\d\\d(:?\\d\\d)?|[A-Za-z][A-Za-z0-9_+/-]*)$',
);
export const positive = z.int('write a whole number').min(1, 'write 1 or more');
export const text = z.string('write a text in quotes');
export const name = z.string('write a name in quotes').min(1, 'write a name that is not empty');
export const flag = z.boolean('write true or false');
export const listOf = <T extends z.ZodType>(each: T, remedy: string) => z.array(each, remedy).min(1, remedy);

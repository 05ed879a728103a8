import * as z from 'zod';
import { day } from '#lib/model/time.ts';
import { name, readAs } from './config-values.ts';

/** The first moment after a day, in UTC; undefined where the calendar has no such day. */
function endOf(date: string): number | undefined {
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? undefined : at + day;
}

export const accepted = z
  .strictObject({
    fingerprint: z
      .string('write a fingerprint: 16 hex digits')
      .regex(
        /^[0-9a-f]{16}$/,
        'copy the fingerprint from an alert or from closecall explain --json: 16 hex digits',
      )
      .describe('What is accepted, as alerts and the verdict JSON name it.'),
    owner: name.describe('Who answers for it.'),
    until: readAs(
      endOf,
      'write the last day on which it is accepted: 2027-01-31',
      '^\\d{4}-\\d\\d-\\d\\d$',
    ).describe('The last day on which it is accepted, in UTC, by the time of the closes.'),
    because: name.describe('Why it is lived with: alerts and the digest say “because” and then this.'),
  })
  .meta({ id: 'Accepted' });

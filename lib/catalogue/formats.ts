import { gunicorn } from '#lib/formats/gunicorn.ts';
import { kernel } from '#lib/formats/kernel.ts';
import { nginxError } from '#lib/formats/nginx-error.ts';
import type { Format } from '#lib/model/format.ts';

/** Specific before general: the first that reads a line wins. Envelopes first, then programs, then any text. */
export const formats: readonly Format[] = [nginxError, gunicorn, kernel];

import { undeployable } from '#functions/config/deployable.ts';
import { configDigest } from '#functions/config/digest.ts';
import { configure } from '#functions/config.ts';
import type { Setup } from '#functions/setup.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';

export interface Configuration {
  readonly setup: Setup;
  readonly digest: string;
}

export type Read =
  | { readonly kind: 'ready'; readonly configuration: Configuration }
  /** Sentences for people: where, what stands there, what to write instead. */
  | { readonly kind: 'wrong'; readonly errors: readonly string[] };

/** A configuration as an object, or as the text of its file. */
export function readConfiguration(written: unknown): Read {
  let json = written;
  if (typeof written === 'string')
    try {
      json = JSON.parse(written);
    } catch (error) {
      return {
        kind: 'wrong',
        errors: [
          `the configuration is not JSON (${error instanceof Error ? error.message : error}): correct it there.`,
        ],
      };
    }
  const configured = configure(json, catalogue);
  if (configured.kind === 'wrong') return configured;
  const { setup } = configured;
  const errors = undeployable(setup).map(({ what, remedy }) => `${what}; ${remedy}.`);
  if (errors.length > 0) return { kind: 'wrong', errors };
  return { kind: 'ready', configuration: { setup, digest: configDigest(json) } };
}

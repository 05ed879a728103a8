import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Configured, configure } from '#functions/config.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { parsed } from './configured.ts';

export const usualConfig = 'closecall.config.json';

/** The configuration that is deployed from here, as written and as understood. */
export interface OwnConfig {
  readonly path: string;
  readonly json: unknown;
  readonly configured: Configured;
}

/** Undefined where none is named and the usual one is not there: a stack without sources is deployed then. */
export function ownConfig(path: string | undefined, cwd: string): OwnConfig | undefined {
  if (path === undefined && !existsSync(resolve(cwd, usualConfig))) return undefined;
  const json = parsed(path ?? usualConfig, cwd);
  return { path: path ?? usualConfig, json, configured: configure(json, catalogue) };
}

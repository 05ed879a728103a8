/**
 * The CDK app: `cdk deploy --all`, with the configuration of `closecall.config.json` or of `-c config=PATH`. What is
 * wrong with it is said in sentences, and nothing is synthesised.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { readConfiguration } from './configuration.ts';
import { make } from './make.ts';
import { makeApp, makeStacks, sayUnconfigured, unconfigured } from './stacks.ts';

const usual = 'closecall.config.json';
const app = makeApp();

const asked: unknown = app.node.tryGetContext('config');
const file = typeof asked === 'string' ? resolve(process.env['INIT_CWD'] ?? '', asked) : resolve(usual);
const isThere = existsSync(file);
if (typeof asked === 'string' && !isThere)
  refuse(['there is no such file: correct -c config=PATH, which is taken from the current folder.']);
const config = isThere ? readFileSync(file, 'utf8') : unconfigured;
const read = readConfiguration(config);
if (read.kind === 'wrong') refuse(read.errors);
await make(['handlers']);
const stacks = makeStacks(app, { config });
if (!isThere) sayUnconfigured(stacks, usual);

function refuse(errors: readonly string[]): never {
  for (const error of errors) process.stderr.write(`closecall: ${file}: ${error}\n`);
  process.exit(1);
}

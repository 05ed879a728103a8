import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { ClosecallProps } from '#infra/closecall.ts';
import { makeApp, makeStacks } from '#infra/stacks.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template is JSON of any shape, and every test says what it expects of it
export type Json = any;

export interface Synthesised {
  readonly app: App;
  readonly stacks: readonly Stack[];
  /** The template of `Closecall`, and of `ClosecallSources` where there is one. */
  readonly main: Template;
  readonly sources: Template | undefined;
}

const assemblies: string[] = [];

export const removeAssemblies = (): void => {
  for (const outdir of assemblies.splice(0)) rmSync(outdir, { recursive: true, force: true });
};

/** The ready-made app of a configuration, without its command line. */
export function synthesised(
  config: ClosecallProps['config'],
  props: Omit<ClosecallProps, 'config'> = {},
  context: Readonly<Record<string, unknown>> = {},
): Synthesised {
  const outdir = mkdtempSync(join(tmpdir(), 'closecall-synth-'));
  assemblies.push(outdir);
  // The version report only adds a resource that does nothing.
  const app = makeApp({ context: { ...context }, outdir, analyticsReporting: false });
  const stacks = makeStacks(app, { config, ...props });
  const [main, sources] = stacks.map((stack) => Template.fromStack(stack));
  if (!main) throw new Error('the app has no stack');
  return { app, stacks, main, sources };
}

export const resources = (template: Template, type: string): Readonly<Record<string, Json>> =>
  template.findResources(type);

export const properties = (template: Template, type: string): readonly Json[] =>
  Object.values(resources(template, type)).map((resource) => resource.Properties ?? {});

/** A value of a template as one text: `arn:<AWS::Partition>:logs:…`, `<Table123.Arn>`. */
export function flat(value: Json): string {
  if (typeof value === 'string') return value;
  if (value?.['Fn::Join']) return value['Fn::Join'][1].map(flat).join(value['Fn::Join'][0]);
  if (value?.['Fn::GetAtt']) return `<${value['Fn::GetAtt'].join('.')}>`;
  if (value?.Ref) return `<${value.Ref}>`;
  throw new Error(`no text: ${JSON.stringify(value)}`);
}

export const listed = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value]);

import {
  Annotations,
  App,
  type AppProps,
  CfnWaitConditionHandle,
  CrossStackReferences,
  ReferenceStrength,
  Stack,
  Validations,
} from 'aws-cdk-lib';
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks } from 'cdk-nag';
import { Closecall, type ClosecallProps, ClosecallSources } from './closecall.ts';

/** An app that is always checked: `cdk synth` and `cdk deploy` refuse what AwsSolutions finds. */
export function makeApp(props: AppProps = {}): App {
  // Every flag decided, as in a project that the CDK begins: its command is silent about them then.
  const app = new App({ ...props, context: { ...flags, ...props.context } });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}

/**
 * The ready-made stacks: `Closecall`, and, where the configuration names log groups, `ClosecallSources`. That stays when
 * the last of them goes over to polling, or its old filters would stay with it.
 */
export function makeStacks(app: App, props: ClosecallProps): readonly Stack[] {
  const stack = new Stack(app, 'Closecall', {
    description: 'closecall: says why the backend closed the connection',
  });
  const closecall = new Closecall(stack, 'Default', props);
  if (!closecall.readsGroups) return [stack];
  const sources = new Stack(app, 'ClosecallSources', { description: 'closecall: the subscription filters' });
  // As Closecall produces them anyway; said here too, the CDK does not ask.
  CrossStackReferences.of(sources).consume(ReferenceStrength.WEAK);
  new ClosecallSources(sources, 'Default', { closecall });
  // A stack must hold something; this is nothing.
  if (closecall.subscriptions.length === 0) new CfnWaitConditionHandle(sources, 'Nothing');
  return [stack, sources];
}

/** Without a configuration the stack deploys and reads nothing. */
export const unconfigured = { sources: [], notify: {} };

export function sayUnconfigured([stack]: readonly Stack[], file: string): void {
  if (stack)
    Annotations.of(stack).addWarningV2(
      'closecall:unconfigured',
      `There is no ${file}, so this stack reads no log and tells nobody: run "npm run closecall -- init", which writes it, then deploy again with "npm run deploy".`,
    );
}

import type { Account, Stack } from '#functions/account.ts';
import { type TestAnswer, testEvent } from '#functions/test-alert.ts';
import { type Check, checked, ok, problem, warning } from './checklist.ts';

/** Has the deployed function send a test message with its own rights and secrets, the way that alerts go. */
export async function testAlertChecks(
  account: Account,
  stackName: string,
  { outputs }: Stack,
): Promise<readonly Check[]> {
  const name = outputs.get('DeliverFunctionName');
  if (name === undefined) return [];
  return checked('test alert', async () => {
    const answered = await account.invoke(name, testEvent);
    if (answered.kind === 'failed')
      return [
        problem(
          'test alert',
          `${name} failed: ${answered.why}`,
          `The log group /closecall/${stackName}/deliver says more.`,
        ),
      ];
    const { media } = (answered.answer ?? {}) as Partial<TestAnswer>;
    if (!Array.isArray(media))
      return [
        problem(
          'test alert',
          `${name} does not know how to send one: another version is deployed.`,
          'npm run deploy brings it up to date.',
        ),
      ];
    if (media.length === 0)
      return [
        warning(
          'test alert',
          'No medium is configured, so none was sent.',
          'Add notify.email or notify.slack to the configuration and deploy.',
        ),
      ];
    return (media as TestAnswer['media']).map(({ medium, delivery }) =>
      delivery.outcome === 'delivered'
        ? ok(
            'test alert',
            `${medium} took it${medium === 'email' ? ': confirmed addresses get a mail' : ''}.`,
          )
        : problem(
            'test alert',
            `${medium} did not take it: ${delivery.why.replace(/[.\s]+$/, '')}.`,
            'Put that right and ask again.',
          ),
    );
  });
}

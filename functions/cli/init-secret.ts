import type { Notify, SecretRef } from '#functions/setup.ts';
import { secretChecks, storing } from './account-checks.ts';
import { orNote, type Surroundings } from './init-around.ts';
import type { SlackWish, Step } from './init-config.ts';
import { rows } from './init-rows.ts';

export const secretIn = (slack: SlackWish): SecretRef => ('webhook' in slack ? slack.webhook : slack.token);

/** What is still to be done before functions can read the secret. Only whether it is there is asked, never its value. */
export async function secretSteps(
  around: Surroundings,
  slack: SlackWish,
  notify: Notify,
  region: string,
): Promise<readonly Step[]> {
  const { account, say, look } = around;
  const ref = secretIn(slack);
  const name = 'parameter' in ref ? ref.parameter : ref.secretArn;
  const facts = await orNote(around, `Whether ${name} is there could not be read`, () => account.secret(ref));
  if (!facts) {
    const what =
      'webhook' in slack
        ? 'address of the webhook'
        : 'token of the bot (xoxb-…; its scopes are chat:write and channels:history, or groups:history for a private channel, and it must be invited to the channel)';
    return [
      {
        what: `Store the ${what}. Paste it, then Enter and Ctrl-D: it stands in no file and in no history.`,
        command: `${storing(ref)} --region ${region}`,
      },
    ];
  }
  for (const check of await secretChecks(account, notify))
    say(
      rows(look, [
        check.is === 'ok'
          ? ['secret', check.says]
          : ['  = note:', `${check.about}: ${check.says} ${check.todo}`],
      ]),
    );
  return [];
}

import { commaSeparated } from './init-around.ts';
import { type SlackWish, wrongCluster, wrongNotify } from './init-config.ts';
import type { Interview } from './init-interview.ts';

const usualParameter = '/closecall/slack';

export async function clustersAsked(interview: Interview | undefined): Promise<readonly string[]> {
  const answer = await interview?.write(
    'ECS clusters whose task and deployment events explain closes? (names, with commas; empty for none)',
    '',
    (typed) =>
      commaSeparated(typed)
        .map(wrongCluster)
        .find((wrong) => wrong !== undefined),
  );
  return commaSeparated(answer ?? '');
}

export async function emailAsked(interview: Interview | undefined): Promise<readonly string[]> {
  const answer = await interview?.write(
    'Who gets mail? (addresses, with commas; empty for nobody)',
    '',
    (typed) => wrongNotify({ email: commaSeparated(typed), slack: undefined }),
  );
  return commaSeparated(answer ?? '');
}

export async function slackAsked(interview: Interview | undefined): Promise<SlackWish | undefined> {
  if (!interview) return undefined;
  const way = await interview.pick(
    'Slack?',
    [
      {
        value: 'bot',
        label: 'a bot',
        hint: 'one message an incident, edited as it goes on; needs a bot token',
      },
      { value: 'webhook', label: 'an incoming webhook', hint: 'one message for each change of verdict' },
      { value: 'none', label: 'no' },
    ],
    'none',
  );
  if (way === 'none') return undefined;
  const wrong = (slack: SlackWish) => wrongNotify({ email: [], slack });
  const token = { parameter: usualParameter };
  const channel =
    way === 'bot'
      ? await interview.write('The id of the channel (its details show it at the end)', '', (typed) =>
          wrong({ channel: typed, token }),
        )
      : undefined;
  const parameter = await interview.write(
    `Under which name is the ${way === 'bot' ? 'token' : "webhook's address"} kept in SSM Parameter Store? (the name, never the secret; it is stored afterwards)`,
    usualParameter,
    (typed) => wrong({ webhook: { parameter: typed } }),
  );
  return channel === undefined ? { webhook: { parameter } } : { channel, token: { parameter } };
}

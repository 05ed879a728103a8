// https://docs.slack.dev/reference/methods/chat.postMessage#errors and those of chat.update

/** The living message cannot be edited any more, or not by us. */
export const goneFor = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'is_inactive',
]);
/** The history is closed to the token for good, and nobody can know what stands there. */
export const closed = new Set([
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_in_channel',
  'access_denied',
]);
/** "It's possible some aspect of the operation succeeded before the error was raised." */
export const unsure = new Set(['internal_error', 'fatal_error', 'request_timeout']);
export const passing = new Set([
  'service_unavailable',
  'team_added_to_org',
  'org_login_required',
  'update_failed',
]);
export const tokenRefused = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
]);

const scopes =
  'give the app chat:write, and channels:history or groups:history for a private channel, and install it again';

const refusals: readonly (readonly [codes: readonly string[], sentence: (channel: string) => string])[] = [
  [
    ['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive'],
    () =>
      'Slack does not accept the bot token: copy the Bot User OAuth Token (xoxb-…) of the installed app into the secret',
  ],
  [
    ['missing_scope', 'no_permission', 'not_allowed_token_type'],
    () => `the bot token may not do that: ${scopes}`,
  ],
  [
    ['channel_not_found'],
    (channel) =>
      `the bot sees no channel ${channel}: notify.slack.channel is the ID at the end of the channel's details, and the bot must be invited to a private one`,
  ],
  [['not_in_channel'], (channel) => `the bot is not in ${channel}: write /invite and its name there`],
  [
    ['is_archived', 'channel_is_archived'],
    (channel) => `${channel} is archived: unarchive it, or name another in notify.slack.channel`,
  ],
  [
    [
      'restricted_action',
      'restricted_action_read_only_channel',
      'ekm_access_denied',
      'team_access_not_granted',
    ],
    (channel) =>
      `an administrator does not let the bot post in ${channel}: ask for it, or choose another channel`,
  ],
  [
    ['cannot_reply_to_message', 'restricted_action_thread_locked', 'restricted_action_thread_only_channel'],
    (channel) => `Slack takes no replies to this message in ${channel}: let its settings allow threads`,
  ],
  [
    [
      'msg_too_long',
      'msg_blocks_too_long',
      'invalid_blocks',
      'invalid_blocks_format',
      'no_text',
      'metadata_too_large',
      'invalid_metadata_format',
    ],
    () => 'Slack could not take the message as it is: report this as a fault of closecall',
  ],
];

/** What to do about an error, as half a sentence. */
export function refusalOf(code: string, channel: string): string {
  const [, sentence] = refusals.find(([codes]) => codes.includes(code)) ?? [];
  return sentence?.(channel) ?? `Slack refused the message (${code})`;
}

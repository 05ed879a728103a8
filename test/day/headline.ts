import { field } from '#functions/events/field.ts';
import type { Alert, Outbound } from '#lib/model/alert.ts';
import { machine } from '#lib/notifiers/alert-json.ts';
import { chat } from '#lib/notifiers/chat.ts';
import { email } from '#lib/notifiers/email.ts';
import { slack, slackWhole } from '#lib/notifiers/slack.ts';

/** What each medium really sends. */
const renders: Readonly<Record<string, (alert: Alert) => Outbound>> = {
  slack,
  'slack-webhook': slackWhole,
  email,
  webhook: machine,
  chat,
};

/** What stands first in a message, as its medium writes it. */
export function headlineOf(medium: string, alert: Alert): string {
  const render = renders[medium];
  if (!render) throw new Error(`no notifier is known for ${medium}`);
  const outbound = render(alert);
  switch (outbound.kind) {
    case 'slack':
      return String(field(field(outbound.blocks[0], 'text'), 'text'));
    case 'email':
      return outbound.text.split('\n')[0] ?? '';
    case 'chat':
      return String(field(field(JSON.parse(outbound.text), 'content'), 'title'));
    case 'json': {
      const incident = field(JSON.parse(outbound.text), 'incident');
      const findings = field(incident, 'findings');
      const causes = Array.isArray(findings) ? findings.map((each) => String(field(each, 'cause'))) : [];
      return `${field(incident, 'service')} ${causes.join(', ') || 'unexplained'} ${field(incident, 'closes')}`;
    }
    case 'print':
      return outbound.text;
  }
}

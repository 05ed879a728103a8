import { describe, expect } from 'vitest';
import type { Outbound } from '#lib/model/alert.ts';
import { machine } from '#lib/notifiers/alert-json.ts';
import { chat } from '#lib/notifiers/chat.ts';
import { email } from '#lib/notifiers/email.ts';
import { slack, slackWhole } from '#lib/notifiers/slack.ts';
import { notifierContract } from './contract.ts';
import { expectSlackInert, expectSlackTaken, slackTexts } from './slack-rules.ts';

const unseen = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u;

describe('Slack, by a bot', () => {
  notifierContract({
    render: (alert, place) => slack(alert, { place }),
    shown: slackTexts,
    expectTaken: expectSlackTaken,
    expectInert: expectSlackInert,
  });
});

describe('Slack, by a webhook', () => {
  notifierContract({
    render: (alert, place) => slackWhole(alert, { place }),
    shown: slackTexts,
    expectTaken: expectSlackTaken,
    expectInert: expectSlackInert,
  });
});

describe('e-mail', () => {
  notifierContract({
    render: email,
    shown: ({ subject, text, json = '' }) => `${subject}\n${text}\n${json}`,
    // https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
    expectTaken: ({ subject, text, json = '' }) => {
      expect(subject).toMatch(/^[ -~]{1,99}$/);
      expect(text.length).toBeGreaterThan(0);
      expect(JSON.parse(json)).toMatchObject({ schema: 'closecall/alert@1' });
    },
    expectInert: ({ text }) => {
      expect(text).not.toMatch(unseen);
      // A mail program reads nothing in it; and no row of a stranger's may look like one of ours (email.test.ts).
      expect(text).not.toMatch(/^Subject:/m);
    },
  });
});

describe('JSON for machines', () => {
  notifierContract<Extract<Outbound, { kind: 'json' }>>({
    render: machine,
    shown: ({ text }) => {
      const { closes } = JSON.parse(text).incident;
      return `${text}\n${closes === 0 ? 'No premature close' : `${closes} closes`}`;
    },
    expectTaken: ({ key, text }) => {
      expect(key.length).toBeGreaterThan(0);
      expect(JSON.parse(text)).toMatchObject({ schema: 'closecall/alert@1' });
      expect(text).not.toContain('\n');
    },
    expectInert: ({ text }) => expect(text).not.toMatch(unseen),
  });
});

interface Notification {
  readonly content: {
    readonly title: string;
    readonly description: string;
    readonly nextSteps: readonly string[];
    readonly keywords: readonly string[];
  };
  readonly metadata: { readonly threadId: string; readonly summary: string };
}
const notification = ({ text }: Extract<Outbound, { kind: 'chat' }>) => JSON.parse(text) as Notification;
const partsOf = ({ content, metadata }: Notification) => [
  content.title,
  content.description,
  ...content.nextSteps,
  ...content.keywords,
  metadata.threadId,
  metadata.summary,
];

describe('chat, by Amazon Q Developer', () => {
  notifierContract<Extract<Outbound, { kind: 'chat' }>>({
    render: chat,
    shown: (outbound) => partsOf(notification(outbound)).join('\n'),
    // https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
    expectTaken: (outbound) => {
      const { content } = notification(outbound);
      expect(content.title.length).toBeLessThanOrEqual(250);
      expect(content.description.length).toBeGreaterThan(0);
      expect(content.description.length).toBeLessThanOrEqual(8_000);
      for (const step of content.nextSteps) expect(step.length).toBeLessThanOrEqual(350);
      for (const word of content.keywords) expect(word.length).toBeLessThanOrEqual(75);
      expect(Buffer.byteLength(outbound.text)).toBeLessThan(256 * 1024);
    },
    expectInert: (outbound) => {
      for (const text of partsOf(notification(outbound))) {
        expect(text).not.toMatch(unseen);
        expect(text).not.toMatch(/[<>@]/);
        expect(text.replace(/```\n[^`]*\n```/, '')).not.toMatch(/[[\]~]/);
        // The only addresses are those of the console, and the only fence is that around the line that proves it.
        for (const [address] of text.matchAll(/\S*:\/\/\S*/g))
          expect(address).toMatch(
            /^https:\/\/eu-central-1\.console\.aws\.amazon\.com\/cloudwatch\/home\?region=eu-central-1#[\w.:$*-]+$/,
          );
        expect(text.match(/```/g)?.length ?? 0).toBeOneOf([0, 2]);
      }
    },
  });
});

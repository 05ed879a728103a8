import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '#lib/model/alert.ts';
import { email } from '#lib/notifiers/email.ts';
import { place } from './contract.ts';
import { firstOf, hostileAlert, hostileText } from './hostile.ts';
import { alerts } from './stories.ts';

const hostile: Alert = {
  conversation: '00c0ffee00c0ffee',
  status: 'firing',
  revision: 1,
  incident: firstOf('hostile'),
};
const asFile = (alert: Alert): string => {
  const { subject, text } = email(alert);
  return `Subject: ${subject}\n\n${text}`;
};
/** Rows that keep the length they have: log lines, commands, configuration, the names of logs. */
const verbatim = /^(?:> |\/|\S+:\d+$| {4})/;

describe('a letter', () => {
  it.each(alerts)('reads well when it is $status', async (alert) => {
    await expect(asFile(alert)).toMatchFileSnapshot(`goldens/email-${alert.status}.txt`);
  });

  it('reads well whatever the lines hold', async () => {
    await expect(asFile(hostile)).toMatchFileSnapshot('goldens/email-hostile.txt');
  });

  it('keeps to 72 columns but for what is verbatim', () => {
    for (const alert of alerts)
      for (const row of email(alert).text.split('\n'))
        if (!verbatim.test(row)) expect(row.length, row).toBeLessThanOrEqual(72);
  });

  it('says in its first eight rows what is needed at night', () => {
    const [alert] = alerts;
    const rows = (alert ? email(alert).text : '').split('\n').slice(0, 8).join('\n');
    for (const said of [
      'Going on. oom-kill: confirmed, 37 of 41 closes',
      'News: 12 more closes',
      'Why: gunicorn ran out of memory',
      'When: 2026-11-24 03:12:44 to 03:31:09 UTC, service shop',
      'Do first: ',
    ])
      expect(rows).toContain(said);
  });

  it('ends with links that are whole, where there are any', () => {
    const [alert] = alerts;
    const text = alert ? email(alert, place).text : '';
    expect(text).toMatch(/\n {4}https:\/\/eu-central-1\.console\.aws\.amazon\.com\/cloudwatch\/\S+\n/);
    expect(text).toContain(
      '\n    closecall replay --since 2026-11-24T03:07:00Z --until 2026-11-24T03:37:00Z\n',
    );
  });

  it('shows evidence as it was written', () => {
    const [alert] = alerts;
    const line = alert?.incident.findings[0]?.evidence[0]?.text ?? '';
    expect(alert && email(alert).text).toContain(
      `\n> ${line}\n  ^ at 03:12:43.900 UTC, “Memory cgroup out of memory`,
    );
  });

  it('has one subject for the life of its conversation', () => {
    const subjects = alerts.map((alert) =>
      email({ ...alert, conversation: 'c', incident: { ...alert.incident, service: 'shop' } }),
    );
    expect(new Set(subjects.map(({ subject }) => subject))).toEqual(
      new Set(['[closecall] shop: backend hung up (c)']),
    );
  });

  it('has a subject that SNS takes', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (service, conversation) => {
        const { subject } = email({ ...hostile, conversation, incident: { ...hostile.incident, service } });
        expect(subject).toMatch(/^\[closecall\] [ -~]{1,87}$/);
        expect(subject).toContain('backend hung up (');
      }),
    );
    const long = { ...hostile, incident: { ...hostile.incident, service: 'a'.repeat(300) } };
    expect(email(long).subject).toMatch(/^\[closecall\] a{30,}: backend hung up \(00c0ffee00c0ffee\)$/);
  });

  it('says that it became part of another, and leaves what to do to that one', () => {
    const text = email({ ...hostile, status: 'resolved', partOf: 'b0b0' }).text;
    expect(text).toMatch(/^Part of b0b0 from now on\. worker-timeout/);
    expect(text).not.toContain('what to do');
    expect(email(hostile).text).toContain('what to do');
  });

  it('tells what the stack knows besides: lost lines, and the lines around the closes', () => {
    const incident = firstOf('unexplained');
    if (!incident.unexplained) throw new Error('it is unexplained');
    const bare = { ...incident, unexplained: { ...incident.unexplained, nearest: [] } };
    const context = [{ origin: '/app/api', line: null, at: null, text: 'cache miss' }];
    const { text } = email({ ...hostile, blind: ['/app/nginx'], context, incident: bare });
    expect(text).toContain('- /app/nginx: some of its lines were lost on their way');
    expect(text).toContain('the backend’s lines nearest to the closes:\n\n/app/api\n> cache miss\n');
  });

  it('lets nobody write rows of ours, or characters that are not seen', () => {
    const heads = (text: string) =>
      text.split('\n').filter((row) => /^(?:-+|what to do|ruled out|Subject:.*|Message \d.*)$/.test(row))
        .length;
    fc.assert(
      fc.property(hostileText, (text) => {
        const letter = email(hostileAlert(text, 'x')).text;
        expect(letter).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
        expect(heads(letter)).toBe(heads(email(hostileAlert('y', 'x')).text));
      }),
      { numRuns: 60 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { insightsLink } from '#lib/notifiers/insights.ts';
import { linksOf } from '#lib/notifiers/links.ts';
import { place } from './contract.ts';
import { firstOf } from './hostile.ts';
import { alerts } from './stories.ts';

/** What a browser hands to the console: `$` for the outer percent, then percent twice. */
const detailOf = (url: string): string =>
  decodeURIComponent(decodeURIComponent(decodeURIComponent((url.split('#')[1] ?? '').replaceAll('$', '%'))));

describe('a link to Logs Insights', () => {
  // An address copied from the console (https://stackoverflow.com/a/69816735), but for the id of a saved query.
  it('is what the console writes', () => {
    expect(
      insightsLink({
        region: 'eu-west-1',
        groups: ['/aws/lambda/shop'],
        from: '2021-07-15T21:00:00.000Z',
        to: '2021-07-18T20:59:59.000Z',
        query:
          'fields @timestamp, @message\n| sort @timestamp desc\n| filter @message =~ "Exception"\n| limit 200',
      }),
    ).toBe(
      'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:logs-insights$3FqueryDetail$3D$257E$2528end$257E$25272021-07-18T20*3a59*3a59.000Z$257Estart$257E$25272021-07-15T21*3a00*3a00.000Z$257EtimeType$257E$2527ABSOLUTE$257Etz$257E$2527UTC$257EeditorString$257E$2527fields*20*40timestamp*2c*20*40message*0a*7c*20sort*20*40timestamp*20desc*0a*7c*20filter*20*40message*20*3d*7e*20*22Exception*22*0a*7c*20limit*20200$257Esource$257E$2528$257E$2527*2faws*2flambda*2fshop$2529$2529',
    );
  });

  it('reads as an object once the console has decoded it, whatever a name holds', () => {
    const link = (name: string) =>
      insightsLink({
        region: 'eu-west-1',
        groups: [name, '/b'],
        from: '2026-11-24T03:00:00.000Z',
        to: '2026-11-24T04:00:00.000Z',
        query: 'limit 1',
      });
    expect(detailOf(link('/a'))).toBe(
      "logsV2:logs-insights?queryDetail=~(end~'2026-11-24T04*3a00*3a00.000Z~start~'2026-11-24T03*3a00*3a00.000Z~timeType~'ABSOLUTE~tz~'UTC~editorString~'limit*201~source~(~'*2fa~'*2fb))",
    );
    for (const name of ["a'b(c)~d*e$f%g", '#x', 'grüße']) {
      expect(link(name)).toMatch(/^[\w.:/?=#$*-]+$/);
      const [, source = ''] = /source~\(~'([^~]*)~/.exec(detailOf(link(name))) ?? [];
      expect(decodeURIComponent(source.replaceAll('*', '%'))).toBe(name);
    }
  });

  it.each([
    ['eu-central-1', 'eu-central-1.console.aws.amazon.com'],
    ['cn-north-1', 'cn-north-1.console.amazonaws.cn'],
    ['us-gov-west-1', 'us-gov-west-1.console.amazonaws-us-gov.com'],
  ])('to %s goes to %s', (region, host) => {
    const ask = { region, groups: ['/a'], from: '', to: '', query: '' };
    expect(new URL(insightsLink(ask)).host).toBe(host);
  });
});

describe('the links of an alert', () => {
  const [alert] = alerts;
  if (!alert) throw new Error('there is an alert');

  it('cover the incident, what set it off, and the groups of its service', () => {
    const links = linksOf(alert, place);
    expect(links?.replay).toBe('closecall replay --since 2026-11-24T03:07:00Z --until 2026-11-24T03:37:00Z');
    const detail = detailOf(links?.insights ?? '');
    expect(detail).toContain("end~'2026-11-24T03*3a37*3a00.000Z~start~'2026-11-24T03*3a07*3a00.000Z~");
    expect(detail).toContain("source~(~'*2fapp*2fnginx~'*2fapp*2fapi))");
  });

  it('are none on a laptop, and none without a date', () => {
    expect(linksOf(alert, undefined)).toBeUndefined();
    expect(linksOf({ ...alert, incident: firstOf('undated') }, place)).toBeUndefined();
  });

  it('leave groups out where an address would be too long', () => {
    const groups = Array.from({ length: 60 }, (_, n) => ({
      name: `/${'group'.repeat(30)}/${n}`,
      services: undefined,
    }));
    const { insights = '' } = linksOf(alert, { ...place, groups }) ?? {};
    expect(insights.length).toBeLessThanOrEqual(3_000);
    expect(insights).toContain('group*2f0');
    expect(linksOf(alert, { ...place, groups: [] })?.insights).toBeUndefined();
  });
});

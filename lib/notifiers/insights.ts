/** One query of CloudWatch Logs Insights, as a link to its console. */
export interface Search {
  readonly region: string;
  readonly groups: readonly string[];
  /** ISO 8601 with milliseconds, in UTC. */
  readonly from: string;
  readonly to: string;
  readonly query: string;
}

/**
 * What the console's address bar shows for a query: an object in the notation of JSURL (`~(key~'text~list~(~'text))`),
 * its texts escaped with `*` and two digits, then the whole percent-escaped twice, with `$` for the outer percent.
 * Nobody documents it: the form is the one of addresses that were copied from the console (test/notifiers/links.test.ts).
 * It holds letters, digits and `*-._$` alone, so that no program cuts it where it makes a link of it.
 */
export function insightsLink({ region, groups, from, to, query }: Search): string {
  const detail = `~(end~${text(to)}~start~${text(from)}~timeType~'ABSOLUTE~tz~'UTC~editorString~${text(query)}~source~(${groups.map((group) => `~${text(group)}`).join('')}))`;
  return `https://${region}.${consoleOf(region)}/cloudwatch/home?region=${region}#logsV2:logs-insights$3FqueryDetail$3D${twice(detail)}`;
}

const hex = (character: string): string =>
  encodeURIComponent(character)
    .replaceAll('%', '*')
    .toLowerCase()
    .replace(/[!'()*~](?![0-9a-f]{2})/g, (left) => `*${left.charCodeAt(0).toString(16)}`);

/** A text: an apostrophe, then its characters, all but the plainest escaped. */
const text = (value: string): string => `'${value.replace(/[^A-Za-z0-9._-]/gu, hex)}`;

const twice = (detail: string): string =>
  detail.replace(/[~'()]/g, (sign) => `$25${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html: each partition has a console. */
function consoleOf(region: string): string {
  if (region.startsWith('cn-')) return 'console.amazonaws.cn';
  if (region.startsWith('us-gov-')) return 'console.amazonaws-us-gov.com';
  return 'console.aws.amazon.com';
}

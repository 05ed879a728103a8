import { defineFormat } from '#lib/catalogue/define.ts';
import { type JsonObject, jsonObject, scalar } from '#lib/catalogue/define-json.ts';
import { isoStamp, type Stamp } from '#lib/model/time.ts';
import { streamed } from './cloudwatch-event.ts';

const row = /^"?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3})"?,/;
/** A CSV field in quotes, and one more behind it at most: the stream. Unquoted, the message is all there is. */
const cells = /^(?:"([^"]*(?:""[^"]*)*)"(?:,"?([^",]{1,512})"?)?|([^",]+))$/s;

// Insights answers in UTC: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html
const inUtc = (text: string): Stamp | undefined => {
  const stamp = isoStamp(text);
  return stamp && { ...stamp, zone: stamp.zone ?? 0 };
};

export const cloudwatchInsights = defineFormat({
  id: 'cloudwatch-insights',
  title: 'CloudWatch Logs Insights results (rows of JSON or CSV with @timestamp and @message)',
  manual: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData_export.html',
  kind: 'envelope',
  role: undefined,
  clock: { zone: 'absent', resolution: 1, stamps: 'moment' },
  read(line) {
    if (line.startsWith('{')) {
      if (!line.includes('"@message":')) return undefined;
      const {
        '@timestamp': when,
        '@message': said,
        '@logStream': stream,
      } = jsonObject(line) ?? ({} as JsonObject);
      // The console shows a message that is JSON as an object.
      const inner = typeof said === 'object' && said !== null ? JSON.stringify(said) : scalar(said);
      if (inner === undefined) return undefined;
      return {
        kind: 'envelope',
        stamp: inUtc(scalar(when) ?? ''),
        inner: inner.trimEnd(),
        fields: streamed(scalar(stream)),
      };
    }
    const r = row.exec(line);
    const stamp = r && inUtc(r[1] ?? '');
    const c = r && cells.exec(line.slice(r[0].length).trimEnd());
    if (!stamp || !c) return undefined;
    const inner = c[1]?.replaceAll('""', '"') ?? c[3] ?? '';
    return { kind: 'envelope', stamp, inner: inner.trimEnd(), fields: streamed(c[2]) };
  },
  samples: [
    {
      line: '{"@timestamp":"2026-11-22 12:00:00.123","@message":"Node.js v20.20.2","@logStream":"web/api/0123456789abcdef0123456789abcdef","@ptr":"Cm0="},',
      gives: {
        at: '2026-11-22T12:00:00.123',
        inner: 'Node.js v20.20.2',
        fields: { unit: '0123456789abcdef0123456789abcdef' },
      },
      from: 'rebuilt from the template, CloudWatch Logs user guide, "Export results"',
    },
    {
      line: '2026-11-22 12:00:00.123,"upstream: ""http://192.0.2.37:8080/"", host: ""shop.example.com"""',
      gives: {
        at: '2026-11-22T12:00:00.123',
        inner: 'upstream: "http://192.0.2.37:8080/", host: "shop.example.com"',
      },
      from: 'rebuilt from the template, CloudWatch Logs user guide, "Export results", quoted as RFC 4180 has it',
    },
    {
      line: '2026-11-22 12:00:00.123,Node.js v20.20.2',
      gives: { inner: 'Node.js v20.20.2' },
      from: 'rebuilt from the template, CloudWatch Logs user guide, "Export results"',
    },
  ],
  forgeries: [
    {
      line: '2026-11-22 12:00:00.123,"GET /"",""forged-stream HTTP/1.1"',
      gives: { message: 'GET /","forged-stream HTTP/1.1', fields: { stream: '' } },
      because: 'a quote that a client sends is doubled, so it cannot begin a column',
    },
  ],
});

import { defineFormat } from '#lib/catalogue/define.ts';
import { firstOf, type JsonObject, jsonObject, levelNames, stampIn } from '#lib/catalogue/define-json.ts';
import { timeAhead } from '#lib/catalogue/define-time.ts';
import { originOf } from './fluent-bit.ts';

/** Keys with which a collector marks its records. An application's own JSON has a level, a collector's has none. */
const marks = [
  'kubernetes',
  'container',
  'container_id',
  'source_type',
  'agent.type',
  'log.file.path',
  'labels.filename',
];

/** The line that a record carries; undefined when the record is the program's own. */
function carriedLine(object: JsonObject): string | undefined {
  const text = firstOf(object, 'textPayload', 'message', 'line', 'log');
  // https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry
  // A load balancer's entry is a record of its own: half of it stands beside the payload.
  if (object['httpRequest'] && firstOf(object, 'jsonPayload.statusDetails', 'jsonPayload.proxyStatus'))
    return undefined;
  if (typeof object['jsonPayload'] === 'object' && object['resource'])
    return JSON.stringify(object['jsonPayload']);
  if (typeof text !== 'string') return undefined;
  if (object['textPayload'] === text) return text;
  if (
    marks.some((name) => firstOf(object, name) !== undefined) &&
    firstOf(object, ...levelNames) === undefined
  )
    return text;
  return text.startsWith('{"') || timeAhead(text.startsWith('[') ? text.slice(1) : text) ? text : undefined;
}

export const shippedJson = defineFormat({
  id: 'shipped-json',
  title: 'a line wrapped in JSON by a collector (Vector, Filebeat, Promtail, Google Cloud Logging, …)',
  manual: 'https://vector.dev/docs/reference/configuration/sources/kubernetes_logs/',
  kind: 'envelope',
  role: undefined,
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    if (!line.startsWith('{') || !/"(?:message|textPayload|jsonPayload|line|log)":/.test(line))
      return undefined;
    const object = jsonObject(line);
    const inner = object && carriedLine(object);
    if (!object || inner === undefined) return undefined;
    return {
      kind: 'envelope',
      stamp: stampIn(firstOf(object, '@timestamp', 'timestamp', 'time', 'ts', 'date')),
      inner: inner.replace(/\r?\n$/, ''),
      fields: originOf(object),
    };
  },
  samples: [
    {
      line: '{"file":"/var/log/pods/prod_api-0_1/api/0.log","kubernetes":{"container_id":"containerd://3f2c0a","container_name":"api","pod_name":"api-0","pod_node_name":"node-1"},"message":"[2026-11-22 11:56:07 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:8)","source_type":"kubernetes_logs","stream":"stderr","timestamp":"2026-11-22T11:56:07.412345678Z"}',
      gives: {
        at: '2026-11-22T11:56:07.412',
        inner: '[2026-11-22 11:56:07 +0000] [7] [CRITICAL] WORKER TIMEOUT (pid:8)',
        fields: { container: '3f2c0a', containerName: 'api', unit: 'api-0', stream: 'stderr' },
      },
      from: 'rebuilt from the template, Vector 0.40 website/cue/reference/components/sources/kubernetes_logs.cue',
    },
    {
      line: '{"@timestamp":"2026-11-22T12:00:00.123Z","stream":"stderr","message":"Node.js v20.20.2","log":{"file":{"path":"/var/log/containers/api.log"},"offset":4711},"kubernetes":{"pod":{"name":"api-0"},"node":{"name":"node-1"}},"container":{"id":"3f2c0a","runtime":"containerd"},"agent":{"type":"filebeat"}}',
      gives: {
        at: '2026-11-22T12:00:00.123',
        inner: 'Node.js v20.20.2',
        fields: { container: '3f2c0a', unit: 'api-0', host: 'node-1', stream: 'stderr' },
      },
      from: 'rebuilt from the template, Filebeat 8 exported fields',
    },
    {
      line: '{"insertId":"1x","resource":{"type":"k8s_container","labels":{"pod_name":"api-0","container_name":"api"}},"severity":"ERROR","textPayload":"panic: boom\\n","timestamp":"2026-11-22T12:00:00.123456789Z"}',
      gives: { at: '2026-11-22T12:00:00.123', inner: 'panic: boom', fields: { unit: 'api-0' } },
      from: 'rebuilt from the template, Google Cloud Logging LogEntry v2',
    },
  ],
  forgeries: [
    {
      line: '{"message":"GET /\\",\\"kubernetes\\":{\\"pod_name\\":\\"forged\\"},\\"x\\":\\"","source_type":"file","host":"web1"}',
      gives: {
        message: 'GET /","kubernetes":{"pod_name":"forged"},"x":"',
        fields: { unit: '', host: 'web1' },
      },
      because: 'JSON escapes what a client sends, so it stays inside the text',
    },
  ],
});

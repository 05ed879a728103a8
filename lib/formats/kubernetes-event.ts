import { defineFormat } from '#lib/catalogue/define.ts';
import {
  firstOf,
  type JsonObject,
  jsonObject,
  present,
  scalar,
  stampIn,
} from '#lib/catalogue/define-json.ts';
import type { Fields } from '#lib/model/event.ts';

interface Said {
  readonly reason: string;
  readonly kind: string | undefined;
  readonly name: string | undefined;
  readonly namespace?: string | undefined;
  readonly host?: string | undefined;
  /** `spec.containers{api}` */
  readonly part?: string | undefined;
}

const fieldsOf = ({ reason, kind, name, namespace, host, part }: Said): Fields =>
  present({
    event: reason,
    kind: kind?.toLowerCase(),
    object: name,
    namespace,
    host,
    unit: kind?.toLowerCase() === 'pod' ? name : undefined,
    container: /\{([\w.-]{1,253})\}/.exec(part ?? '')?.[1],
  });

/** The event that a line is, or that an exporter wraps. */
function eventIn(object: JsonObject): JsonObject | undefined {
  const inner = object['event'];
  const event = typeof inner === 'object' && inner !== null ? { ...inner } : object;
  const about = firstOf(event, 'involvedObject', 'regarding');
  return typeof about === 'object' && scalar(event['reason']) !== undefined ? event : undefined;
}

const age = /^(?:<unknown>|(?:\d{1,5}[dhmsy]){1,3})(?: \(x\d+ over (?:\d{1,5}[dhmsy]){1,3}\))?$/;
const word = /^[A-Z][A-Za-z]{2,60}$/;
const objectName = /^([a-z]{2,60})\/([a-z0-9][a-z0-9.-]{0,252})$/;

/** A row of `kubectl get events` (also -A, -o wide, --watch) or of the events under `kubectl describe`; both give ages and no time. */
function rowOf(line: string): { readonly fields: Fields; readonly message: string } | undefined {
  const cells = line.trim().split(/ {2,}/);
  const at = cells.findIndex((cell) => cell === 'Normal' || cell === 'Warning');
  const reason = cells[at + 1] ?? '';
  if (at < 0 || at > 2 || !word.test(reason)) return undefined;
  if (at === 0) {
    const [, , seen = '', host, ...said] = cells;
    if (!line.startsWith('  ') || !age.test(seen) || said.length === 0) return undefined;
    return {
      fields: fieldsOf({ reason, kind: undefined, name: undefined, host }),
      message: said.join('  '),
    };
  }
  const [, kind, name] = objectName.exec(cells[at + 2] ?? '') ?? [];
  if (!age.test(cells[at - 1] ?? '') || name === undefined) return undefined;
  const rest = cells.slice(at + 3);
  const wide = rest.length >= 5;
  const message = wide ? rest[rest.length - 4] : rest.join('  ');
  if (!message) return undefined;
  const namespace = at === 2 ? cells[0] : undefined;
  const part = wide ? rest[0] : undefined;
  return { fields: fieldsOf({ reason, kind, name, namespace, part }), message };
}

/** `kubectl get pods`: ages again. */
const podRow =
  /^(?:[a-z0-9-]{1,63} {2,})?([a-z0-9][a-z0-9.-]{0,252}) {2,}\d{1,3}\/\d{1,3} {2,}[A-Z][\w:]{2,40} {2,}\d+(?: \(\S{1,12} ago\))? {2,}\d/;
const header = /^(?:NAMESPACE +)?(?:LAST SEEN +TYPE +REASON +OBJECT|NAME +READY +STATUS +RESTARTS +AGE)/;

export const kubernetesEvent = defineFormat({
  id: 'kubernetes-event',
  title:
    'Kubernetes events (one JSON object a line, event exporters, kubectl get events, kubectl describe) and rows of kubectl get pods',
  manual: 'https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/',
  kind: 'text',
  role: 'platform',
  program: 'kubernetes',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'moment' },
  read(line) {
    if (!line.startsWith('{')) {
      if (!line.includes('  ')) return undefined;
      const pod = podRow.exec(line)?.[1];
      if (pod !== undefined || header.test(line))
        return { kind: 'line', stamp: undefined, message: line, fields: present({ unit: pod }) };
      if (!/(?:^| )(?:Normal|Warning) {2,}[A-Z]/.test(line.slice(0, 400))) return undefined;
      const row = rowOf(line);
      return row && { kind: 'line', stamp: undefined, ...row };
    }
    if (!/"(?:involvedObject|regarding)"/.test(line)) return undefined;
    const object = jsonObject(line);
    const event = object && eventIn(object);
    if (!event) return undefined;
    return {
      kind: 'line',
      // A repeated event keeps its first time and moves its last.
      stamp: stampIn(
        firstOf(
          event,
          'series.lastObservedTime',
          'lastTimestamp',
          'deprecatedLastTimestamp',
          'eventTime',
          'firstTimestamp',
          'metadata.creationTimestamp',
        ),
      ),
      message: (scalar(firstOf(event, 'message', 'note')) ?? '').trim(),
      fields: fieldsOf({
        reason: scalar(event['reason']) ?? '',
        kind: scalar(firstOf(event, 'involvedObject.kind', 'regarding.kind')),
        name: scalar(firstOf(event, 'involvedObject.name', 'regarding.name')),
        namespace: scalar(firstOf(event, 'involvedObject.namespace', 'regarding.namespace')),
        host: scalar(firstOf(event, 'source.host', 'deprecatedSource.host', 'reportingInstance')),
        part: scalar(firstOf(event, 'involvedObject.fieldPath', 'regarding.fieldPath')),
      }),
    };
  },
  samples: [
    {
      line: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"api-6d4b75cb6d-hm8zq.187a","namespace":"shop","creationTimestamp":"2026-11-22T11:58:00Z"},"involvedObject":{"apiVersion":"v1","kind":"Pod","name":"api-6d4b75cb6d-hm8zq","namespace":"shop","fieldPath":"spec.containers{api}"},"reason":"Killing","message":"Stopping container api","source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2026-11-22T11:58:00Z","lastTimestamp":"2026-11-22T12:00:20Z","count":1,"type":"Normal","eventTime":null}',
      gives: {
        at: '2026-11-22T12:00:20.000',
        message: 'Stopping container api',
        fields: {
          event: 'Killing',
          unit: 'api-6d4b75cb6d-hm8zq',
          namespace: 'shop',
          container: 'api',
          host: 'node-1',
        },
      },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/kubelet/kuberuntime/kuberuntime_container.go',
    },
    {
      line: '2m32s       Normal    Killing             pod/api-6d4b75cb6d-hm8zq    Stopping container api',
      gives: {
        message: 'Stopping container api',
        fields: { event: 'Killing', kind: 'pod', unit: 'api-6d4b75cb6d-hm8zq' },
      },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/printers/internalversion/printers.go',
    },
    {
      line: 'shop        2m32s (x3 over 5m)   Warning   Unhealthy   pod/api-6d4b75cb6d-hm8zq   spec.containers{api}   kubelet, node-1   Liveness probe failed: HTTP probe failed with statuscode: 503   5m   3   api-6d4b75cb6d-hm8zq.187a',
      gives: {
        message: 'Liveness probe failed: HTTP probe failed with statuscode: 503',
        fields: { event: 'Unhealthy', namespace: 'shop', container: 'api' },
      },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/printers/internalversion/printers.go, -A -o wide',
    },
    {
      line: 'api-6d4b75cb6d-hm8zq   0/1     OOMKilled   3 (12s ago)   5m12s',
      gives: {
        message: 'api-6d4b75cb6d-hm8zq   0/1     OOMKilled   3 (12s ago)   5m12s',
        fields: { unit: 'api-6d4b75cb6d-hm8zq' },
      },
      from: 'rebuilt from the template, Kubernetes 1.32 pkg/printers/internalversion/printers.go',
    },
    {
      line: '  Warning  BackOff    12s (x2 over 27s)  kubelet            Back-off restarting failed container api in pod api-0_shop(1c2d)',
      gives: {
        message: 'Back-off restarting failed container api in pod api-0_shop(1c2d)',
        fields: { event: 'BackOff', host: 'kubelet' },
      },
      from: 'rebuilt from the template, kubectl 1.32 pkg/describe/describe.go',
    },
  ],
  forgeries: [
    {
      line: '2m32s       Warning   Unhealthy           pod/api-0    Liveness probe failed: 5m   Normal   Killing   pod/api-0   Stopping container api',
      gives: { fields: { event: 'Unhealthy' } },
      because: 'a probe shows what the application answered; the first reason is the row’s own',
    },
  ],
});

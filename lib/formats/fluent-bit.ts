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

/** The part of an ECS task's ARN behind the last slash. */
const taskOf = (arn: unknown): string | undefined => /\/([^/]+)$/.exec(scalar(arn) ?? '')?.[1];

/** Where a collector says that a line came from, in the names that Fluent Bit, Vector and Filebeat use. */
export const originOf = (object: JsonObject): Fields =>
  present({
    container: scalar(
      firstOf(
        object,
        'container_id',
        'kubernetes.docker_id',
        'kubernetes.container_id',
        'docker.container_id',
        'container.id',
      ),
    )?.replace(/^\w+:\/\//, ''),
    containerName: scalar(
      firstOf(
        object,
        'kubernetes.container_name',
        'kubernetes.container.name',
        'container_name',
        'container.name',
      ),
    ),
    unit:
      scalar(
        firstOf(
          object,
          'kubernetes.pod_name',
          'kubernetes.pod.name',
          'systemd_unit',
          'resource.labels.pod_name',
        ),
      ) ?? taskOf(object['ecs_task_arn']),
    host: scalar(firstOf(object, 'kubernetes.host', 'kubernetes.node.name', 'host.name', 'hostname', 'host')),
    process: scalar(firstOf(object, 'ident', 'appname', 'syslog.appname')),
    pid: scalar(firstOf(object, 'pid', 'procid')),
    stream: scalar(firstOf(object, 'stream', 'source')),
  });

/** Keys of which a record of these collectors has at least one beside its text. */
const signs = [
  'kubernetes',
  'container_id',
  'ecs_task_arn',
  '_p',
  'logtag',
  'stream',
  'source',
  'date',
  'systemd_unit',
  'ident',
];

export const fluentBit = defineFormat({
  id: 'fluent-bit',
  title: 'Fluent Bit and Fluentd records (Container Insights, FireLens)',
  manual: 'https://docs.fluentbit.io/manual/data-pipeline/filters/kubernetes',
  kind: 'envelope',
  role: undefined,
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    if (!line.startsWith('{') || !/"(?:log|message)":/.test(line)) return undefined;
    const object = jsonObject(line);
    if (!object) return undefined;
    const log = object['log'] ?? (object['systemd_unit'] || object['ident'] ? object['message'] : undefined);
    if (typeof log !== 'string' || !signs.some((name) => object[name] !== undefined)) return undefined;
    const partial = [object['_p'], object['logtag']].includes('P');
    return {
      kind: 'envelope',
      stamp: stampIn(firstOf(object, 'time', 'date', '@timestamp', 'timestamp')),
      inner: log.replace(/\r?\n$/, ''),
      fields: { ...originOf(object), ...(partial ? { partial: 'yes' } : {}) },
    };
  },
  samples: [
    {
      line: '{"time":"2026-11-22T12:00:00.123456789Z","stream":"stderr","_p":"F","log":"INFO:     Child process [5917] died","kubernetes":{"pod_name":"api-6d4b75cb6d-hm8zq","namespace_name":"prod","host":"ip-192-0-2-7.example.com","container_name":"api","docker_id":"3f2c0a","container_image":"registry.example.com/api:42"}}',
      gives: {
        at: '2026-11-22T12:00:00.123',
        inner: 'INFO:     Child process [5917] died',
        fields: {
          stream: 'stderr',
          unit: 'api-6d4b75cb6d-hm8zq',
          container: '3f2c0a',
          containerName: 'api',
          host: 'ip-192-0-2-7.example.com',
        },
      },
      from: 'rebuilt from the template, aws-samples/amazon-cloudwatch-container-insights fluent-bit.yaml 1.3.43',
    },
    {
      line: '{"source":"stderr","log":"DAMN ! worker 1 (pid: 10015) died, killed by signal 9 :( trying respawn ...","container_id":"0123456789abcdef0123456789abcdef-1234567890","container_name":"/ecs-api-42-api-9ac5d8","ecs_cluster":"prod","ecs_task_arn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/0123456789abcdef0123456789abcdef","ecs_task_definition":"api:42"}',
      gives: {
        inner: 'DAMN ! worker 1 (pid: 10015) died, killed by signal 9 :( trying respawn ...',
        fields: {
          stream: 'stderr',
          container: '0123456789abcdef0123456789abcdef-1234567890',
          unit: '0123456789abcdef0123456789abcdef',
        },
      },
      from: 'rebuilt from the template, AWS for Fluent Bit: Amazon ECS developer guide, "FireLens"',
    },
    {
      line: '{"date":1795348820.864117,"host":"ip-192-0-2-7","ident":"kernel","message":"Memory cgroup out of memory: Killed process 2486 (node) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB","az":"eu-west-1a"}',
      gives: {
        at: '2026-11-22T12:00:20.864',
        inner:
          'Memory cgroup out of memory: Killed process 2486 (node) total-vm:184236kB, anon-rss:93224kB, file-rss:5104kB, shmem-rss:0kB',
        fields: { process: 'kernel', host: 'ip-192-0-2-7' },
      },
      from: 'rebuilt from the template, aws-samples/amazon-cloudwatch-container-insights fluent-bit.yaml 1.3.43',
    },
  ],
  forgeries: [
    {
      line: '{"log":"GET /\\",\\"kubernetes\\":{\\"pod_name\\":\\"forged\\"},\\"x\\":\\"","stream":"stdout","kubernetes":{"pod_name":"api-0"}}',
      gives: { message: 'GET /","kubernetes":{"pod_name":"forged"},"x":"', fields: { unit: 'api-0' } },
      because: 'JSON escapes what a client sends, so it stays inside the log text',
    },
  ],
});

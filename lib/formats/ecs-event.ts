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

/** `arn:aws:ecs:eu-west-1:111122223333:task/prod/0123…` → `0123…`; the last part is the name in every ARN of ECS. */
const nameIn = (arn: unknown): string | undefined => scalar(arn)?.split('/').pop();
const one = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Of containers and of addresses: a task has ten containers at most. */
const most = 20;
const objects = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];

/** An elastic network interface of a task is spelled `privateIPv4Address`, that of a container `privateIpv4Address`. */
function addressesOf(task: JsonObject): readonly string[] {
  const attached = objects(task['attachments'])
    .flatMap(({ details }) => objects(details))
    .flatMap(({ name, value }) => (/^(?:privateIPv4|ipv6)Address$/i.test(scalar(name) ?? '') ? [value] : []));
  const own = objects(task['containers'])
    .flatMap(({ networkInterfaces }) => objects(networkInterfaces))
    .flatMap((each) => [each['privateIpv4Address'], each['ipv6Address']]);
  return [...new Set([...attached, ...own].flatMap((each) => scalar(each) ?? []))].sort().slice(0, most);
}

/** Containers that ended, one a line: name, exit code, memory limit in MiB, and the reason; `-` for a figure that is not there. */
const exitsOf = (task: JsonObject): readonly string[] =>
  objects(task['containers'])
    .filter(({ lastStatus, exitCode }) => lastStatus === 'STOPPED' || exitCode !== undefined)
    .map(({ name, exitCode, memory, reason }) =>
      one(
        [name, exitCode, memory ?? task['memory'], reason]
          .map((each, at) => scalar(each) ?? (at < 3 ? '-' : ''))
          .join(' '),
      ),
    )
    .sort()
    .slice(0, most);

/**
 * The moment that an event speaks about. The agent sets `executionStoppedAt` when the first essential container has
 * stopped, which is when connections end; `stoppedAt` comes when the network interface is gone, 10 s to 30 s later.
 */
const momentsOf = (lastStatus: string | undefined): readonly string[] =>
  lastStatus === 'DEPROVISIONING' || lastStatus === 'STOPPED'
    ? ['executionStoppedAt', 'stoppingAt', 'stoppedAt', 'updatedAt']
    : ['executionStoppedAt', 'updatedAt', 'stoppingAt', 'startedAt', 'createdAt'];

function taskFields(task: JsonObject): Fields {
  const group = scalar(task['group']);
  return present({
    service: group?.startsWith('service:') ? group.slice('service:'.length) : undefined,
    group,
    unit: nameIn(task['taskArn']),
    deployment: scalar(task['startedBy']),
    taskDefinition: nameIn(task['taskDefinitionArn']),
    lastStatus: scalar(task['lastStatus']),
    desiredStatus: scalar(task['desiredStatus']),
    stopCode: scalar(task['stopCode']),
    reason: scalar(task['stoppedReason']),
    exits: exitsOf(task).join('\n'),
    addresses: addressesOf(task).join(' '),
  });
}

const messageOfTask = ({ unit, group, lastStatus, desiredStatus, reason, stopCode, exits }: Fields): string =>
  [
    `task ${unit} of ${group} is ${lastStatus}${desiredStatus === lastStatus ? '' : `, to be ${desiredStatus}`}`,
    ...(reason ? [reason] : []),
    ...(stopCode ? [stopCode] : []),
    ...(exits ? exits.split('\n').map((exit) => `exit of ${exit.replace(/^(\S+ \S+) \S+/, '$1')}`) : []),
  ].join('; ');

function fieldsOf(type: string, detail: JsonObject, resources: readonly unknown[]): Fields {
  if (type === 'ECS Task State Change') return taskFields(detail);
  if (type === 'ECS Container Instance State Change')
    return present({
      instance: nameIn(detail['containerInstanceArn']),
      machine: scalar(detail['ec2InstanceId']),
      status: scalar(detail['status']),
      reason: scalar(detail['statusReason']),
    });
  const arn = resources.map(scalar).find((each) => each?.includes(':service/'));
  return present({
    service: nameIn(arn),
    // Only the long ARN names the cluster, and a deployment's event has no other place for it.
    cluster: arn === undefined ? undefined : /:service\/([^/]+)\/[^/]+$/.exec(arn)?.[1],
    eventName: scalar(detail['eventName']),
    deployment: scalar(detail['deploymentId']),
    reason: scalar(detail['reason']),
  });
}

function messageOf(type: string, fields: Fields): string {
  if (type === 'ECS Task State Change') return messageOfTask(fields);
  if (type === 'ECS Container Instance State Change')
    return `container instance ${fields['instance']} (${fields['machine']}) is ${fields['status']}`;
  const { service, eventName, deployment, reason } = fields;
  return [
    `${eventName ?? type} of ${service ?? 'no service'}`,
    ...(deployment ? [deployment] : []),
    ...(reason ? [reason] : []),
  ].join('; ');
}

export const ecsEvent = defineFormat({
  id: 'ecs-event',
  title: 'Amazon ECS events as EventBridge delivers them, one JSON object a line',
  manual: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html',
  kind: 'text',
  role: 'platform',
  program: 'ecs',
  clock: { zone: 'in-line', resolution: 1, stamps: 'moment' },
  read(line) {
    if (!line.startsWith('{') || !line.includes('"aws.ecs"')) return undefined;
    const object = jsonObject(line);
    const detail = object?.['detail'];
    const type = scalar(object?.['detail-type']);
    if (object?.['source'] !== 'aws.ecs' || type === undefined) return undefined;
    if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return undefined;
    const inner: JsonObject = { ...detail };
    const resources: unknown = object['resources'];
    const fields = {
      ...present({ event: type, cluster: nameIn(inner['clusterArn']) }),
      ...fieldsOf(type, inner, Array.isArray(resources) ? resources : []),
    };
    const moments = momentsOf(scalar(inner['lastStatus']));
    return {
      kind: 'line',
      stamp: stampIn(firstOf(inner, ...moments)) ?? stampIn(object['time']),
      message: one(messageOf(type, fields)),
      fields,
    };
  },
  samples: [
    {
      line: '{"version":"0","id":"3317b2af-7005-947d-b652-f55e762e571a","detail-type":"ECS Task State Change","source":"aws.ecs","account":"111122223333","time":"2020-01-23T17:57:58Z","region":"us-west-2","resources":["arn:aws:ecs:us-west-2:111122223333:task/FargateCluster/c13b4cb40f1f4fe4a2971f76ae5a47ad"],"detail":{"attachments":[{"id":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","type":"eni","status":"ATTACHED","details":[{"name":"subnetId","value":"subnet-abcd1234"},{"name":"networkInterfaceId","value":"eni-abcd1234"},{"name":"macAddress","value":"0a:98:eb:a7:29:ba"},{"name":"privateIPv4Address","value":"10.0.0.139"}]}],"availabilityZone":"us-west-2c","clusterArn":"arn:aws:ecs:us-west-2:111122223333:cluster/FargateCluster","containers":[{"containerArn":"arn:aws:ecs:us-west-2:111122223333:container/cf159fd6-3e3f-4a9e-84f9-66cbe726af01","lastStatus":"RUNNING","name":"FargateApp","runtimeId":"ad64cbc71c7fb31c55507ec24c9f77947132b03d48d9961115cf24f3b7307e1e","taskArn":"arn:aws:ecs:us-west-2:111122223333:task/FargateCluster/c13b4cb40f1f4fe4a2971f76ae5a47ad","networkInterfaces":[{"attachmentId":"1789bcae-ddfb-4d10-8ebe-8ac87ddba5b8","privateIpv4Address":"10.0.0.139"}],"cpu":"0"}],"createdAt":"2020-01-23T17:57:34.402Z","launchType":"FARGATE","cpu":"256","memory":"512","desiredStatus":"RUNNING","group":"family:sample-fargate","lastStatus":"RUNNING","overrides":{"containerOverrides":[{"name":"FargateApp"}]},"connectivity":"CONNECTED","connectivityAt":"2020-01-23T17:57:38.453Z","pullStartedAt":"2020-01-23T17:57:52.103Z","startedAt":"2020-01-23T17:57:58.103Z","pullStoppedAt":"2020-01-23T17:57:55.103Z","updatedAt":"2020-01-23T17:57:58.103Z","taskArn":"arn:aws:ecs:us-west-2:111122223333:task/FargateCluster/c13b4cb40f1f4fe4a2971f76ae5a47ad","taskDefinitionArn":"arn:aws:ecs:us-west-2:111122223333:task-definition/sample-fargate:1","version":4,"platformVersion":"1.3.0"}}',
      gives: {
        at: '2020-01-23T17:57:58.103',
        message: 'task c13b4cb40f1f4fe4a2971f76ae5a47ad of family:sample-fargate is RUNNING',
        fields: {
          cluster: 'FargateCluster',
          unit: 'c13b4cb40f1f4fe4a2971f76ae5a47ad',
          group: 'family:sample-fargate',
          taskDefinition: 'sample-fargate:1',
          addresses: '10.0.0.139',
        },
      },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS task state change events"',
    },
    {
      line: '{"version":"0","id":"4fd1ab26-0f5b-4f0e-9df3-0e6d4f1e3c55","detail-type":"ECS Task State Change","source":"aws.ecs","account":"111122223333","time":"2026-11-24T14:27:07Z","region":"eu-west-1","resources":["arn:aws:ecs:eu-west-1:111122223333:task/prod/8993cbec849642b8a9e00da5a620c3fe"],"detail":{"clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containers":[{"name":"web","lastStatus":"STOPPED","exitCode":137,"reason":"OutOfMemoryError: Container killed due to memory usage"},{"name":"logs","lastStatus":"STOPPED","exitCode":0}],"desiredStatus":"STOPPED","group":"service:web","lastStatus":"STOPPED","startedBy":"ecs-svc/0068978569384120015","stoppingAt":"2026-11-24T14:26:53.833Z","stoppedAt":"2026-11-24T14:27:07.323Z","executionStoppedAt":"2026-11-24T14:26:44Z","stoppedReason":"Essential container in task exited","stopCode":"EssentialContainerExited","updatedAt":"2026-11-24T14:27:07.323Z","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/8993cbec849642b8a9e00da5a620c3fe","taskDefinitionArn":"arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7","version":6}}',
      gives: {
        at: '2026-11-24T14:26:44.000',
        message:
          'task 8993cbec849642b8a9e00da5a620c3fe of service:web is STOPPED; Essential container in task exited; EssentialContainerExited; exit of logs 0; exit of web 137 OutOfMemoryError: Container killed due to memory usage',
        fields: {
          service: 'web',
          stopCode: 'EssentialContainerExited',
          deployment: 'ecs-svc/0068978569384120015',
        },
      },
      from: 'rebuilt from the template, Amazon ECS developer guide; executionStoppedAt as amazon-ecs-agent sets it, agent/api/task/task.go, RecordExecutionStoppedAt',
    },
    {
      line: '{"version":"0","id":"ddca6449-b258-46c0-8653-e0e3a6EXAMPLE","detail-type":"ECS Deployment State Change","source":"aws.ecs","account":"111122223333","time":"2020-05-23T12:31:14Z","region":"us-west-2","resources":["arn:aws:ecs:us-west-2:111122223333:service/default/servicetest"],"detail":{"eventType":"INFO","eventName":"SERVICE_DEPLOYMENT_IN_PROGRESS","deploymentId":"ecs-svc/123","updatedAt":"2020-05-23T11:11:11Z","reason":"ECS deployment deploymentId in progress."}}',
      gives: {
        at: '2020-05-23T11:11:11.000',
        message:
          'SERVICE_DEPLOYMENT_IN_PROGRESS of servicetest; ecs-svc/123; ECS deployment deploymentId in progress.',
        fields: { cluster: 'default', service: 'servicetest', deployment: 'ecs-svc/123' },
      },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS service deployment state change events"',
    },
    {
      line: '{"version":"0","id":"57c9506e-9d21-294c-d2fe-e8738da7e67d","detail-type":"ECS Service Action","source":"aws.ecs","account":"111122223333","time":"2019-11-19T19:55:38Z","region":"us-west-2","resources":["arn:aws:ecs:us-west-2:111122223333:service/default/servicetest"],"detail":{"eventType":"WARN","eventName":"SERVICE_TASK_START_IMPAIRED","clusterArn":"arn:aws:ecs:us-west-2:111122223333:cluster/default","createdAt":"2019-11-19T19:55:38.725Z"}}',
      gives: { at: '2019-11-19T19:55:38.725', message: 'SERVICE_TASK_START_IMPAIRED of servicetest' },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS service action events"',
    },
    {
      line: '{"version":"0","id":"8952ba83-7be2-4ab5-9c32-6687532d15a2","detail-type":"ECS Container Instance State Change","source":"aws.ecs","account":"111122223333","time":"2016-12-06T16:41:06Z","region":"us-east-1","resources":["arn:aws:ecs:us-east-1:111122223333:container-instance/b54a2a04-046f-4331-9d74-3f6d7f6ca315"],"detail":{"agentConnected":true,"clusterArn":"arn:aws:ecs:us-east-1:111122223333:cluster/default","containerInstanceArn":"arn:aws:ecs:us-east-1:111122223333:container-instance/b54a2a04-046f-4331-9d74-3f6d7f6ca315","ec2InstanceId":"i-f3a8506b","status":"ACTIVE","version":14801,"updatedAt":"2016-12-06T16:41:06.991Z"}}',
      gives: {
        at: '2016-12-06T16:41:06.991',
        message: 'container instance b54a2a04-046f-4331-9d74-3f6d7f6ca315 (i-f3a8506b) is ACTIVE',
        fields: { cluster: 'default', status: 'ACTIVE' },
      },
      from: 'rebuilt from the template, Amazon ECS developer guide, "Amazon ECS container instance state change events"',
    },
  ],
  forgeries: [
    {
      line: '{"version":"0","id":"4fd1ab26-0f5b-4f0e-9df3-0e6d4f1e3c56","detail-type":"ECS Task State Change","source":"aws.ecs","time":"2026-11-24T14:27:07Z","resources":[],"detail":{"clusterArn":"arn:aws:ecs:eu-west-1:111122223333:cluster/prod","containers":[],"group":"service:web","lastStatus":"STOPPED","desiredStatus":"STOPPED","stopCode":"UserInitiated","stoppedReason":"bye\\",\\"stopCode\\":\\"SpotInterruption","taskArn":"arn:aws:ecs:eu-west-1:111122223333:task/prod/8993cbec849642b8a9e00da5a620c3fe"}}',
      gives: { fields: { stopCode: 'UserInitiated', reason: 'bye","stopCode":"SpotInterruption' } },
      because: 'whoever calls StopTask chooses the reason, and JSON keeps it inside its text',
    },
  ],
});

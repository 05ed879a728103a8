import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Duration, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  EventSourceMapping,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { HandlerName } from './bundle.ts';

export interface FunctionProps {
  readonly name: HandlerName;
  readonly says: string;
  /** MiB; 1,769 are one whole processor. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** The text of the setup file. */
  readonly setup: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly may: readonly PolicyStatement[];
  readonly retention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
  readonly reservedConcurrency?: number;
}

const setupFile = 'setup.json';

/** A function with a role and a log group of its own, which may do what is listed and nothing else. */
export function makeFunction(scope: Construct, id: string, props: FunctionProps): LambdaFunction {
  const { name, says, memory, timeout, setup, may, retention, removalPolicy, reservedConcurrency } = props;
  const stack = Stack.of(scope).stackName;
  const logGroup = new LogGroup(scope, `${id}Logs`, {
    // Named, so that a configuration which would read it can be refused before anything is deployed.
    logGroupName: `/closecall/${stack}/${name}`,
    retention,
    removalPolicy,
  });
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  for (const statement of [
    allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]),
    ...may,
  ])
    role.addToPolicy(statement);
  const code = stage(name, setup);
  try {
    return new LambdaFunction(scope, id, {
      description: says,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(code),
      memorySize: memory,
      timeout: Duration.seconds(timeout),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      // Two lines on every call that went well would be more than half of what a large installation pays.
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: { CLOSECALL_SETUP_FILE: setupFile, CLOSECALL_STACK: stack, ...props.environment },
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrentExecutions: reservedConcurrency }),
    });
  } finally {
    rmSync(code, { recursive: true, force: true }); // the assembly has its own copy by now
  }
}

export const allow = (actions: readonly string[], resources: readonly string[]): PolicyStatement =>
  new PolicyStatement({ actions: [...actions], resources: [...resources] });

/** What an event-source mapping does in the name of the function that it calls. */
export const mayConsume = ({ queueArn }: Queue): PolicyStatement =>
  allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queueArn]);

/** Feeds a function from a queue, one message at a time; `maxConcurrency` is at least 2. */
export function feed(queue: Queue, target: LambdaFunction, maxConcurrency?: number): void {
  new EventSourceMapping(target, `From${queue.node.id}`, {
    target,
    eventSourceArn: queue.queueArn,
    batchSize: 1,
    ...(maxConcurrency === undefined ? {} : { maxConcurrency }),
  });
}

/** Beside the packed construct, or where the build of this project puts them. */
const folders = ['./handlers/', '../dist/handlers/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** A folder with the handler, its chunks and its setup side by side. */
function stage(name: HandlerName, setup: string): string {
  const built = folders
    .map((folder) => join(folder, name))
    .find((each) => existsSync(join(each, 'index.mjs')));
  if (built === undefined)
    throw new Error(`The handler ${name} is not built: run "npm run build" in the folder of closecall.`);
  const folder = mkdtempSync(join(tmpdir(), 'closecall-'));
  for (const file of readdirSync(built).filter((each) => each.endsWith('.mjs')))
    copyFileSync(join(built, file), join(folder, file));
  writeFileSync(join(folder, setupFile), setup);
  return folder;
}

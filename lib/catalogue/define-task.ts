import type { Found } from '#lib/model/cause.ts';
import type { Fact } from '#lib/model/signal.ts';
import { list } from '#lib/model/words.ts';

/** A task of an ECS service that a finding rests on. */
export interface Task {
  readonly id: string;
  readonly service: string;
  readonly cluster: string;
  readonly container: string | undefined;
}

/** Names as a shell takes them; a file of events may hold anything. */
const safe = (text: string): string => text.replace(/[^A-Za-z0-9_-]/g, '');

/** The tasks that the clues are about, each once however many events speak of it. */
export function tasksIn(clues: readonly Fact[]): readonly Task[] {
  const tasks = new Map<string, Task>();
  for (const { says } of clues) {
    const { unit, service, cluster, container } = says;
    if (unit === undefined || service === undefined || cluster === undefined) continue;
    const held = tasks.get(unit);
    tasks.set(unit, {
      id: safe(unit),
      service: safe(service),
      cluster: safe(cluster),
      container: held?.container ?? container,
    });
  }
  return [...tasks.values()];
}

const servicesOf = (tasks: readonly Task[]): readonly string[] => [
  ...new Set(tasks.map(({ service }) => service)),
];

/** `task 0b8f1c2d of service api`, `3 tasks of service api`. */
export function taskWords(tasks: readonly Task[]): string {
  const [first] = tasks;
  const services = servicesOf(tasks);
  const of = ` of ${services.length > 1 ? 'services' : 'service'} ${list(services)}`;
  return tasks.length === 1 && first ? `task ${first.id.slice(0, 8)}${of}` : `${tasks.length} tasks${of}`;
}

/** `Container api of task 0b8f1c2d of service api`, `Containers of 3 tasks of service api`. */
export function containerWords(tasks: readonly Task[]): string {
  const [first] = tasks;
  return tasks.length === 1 && first?.container !== undefined
    ? `Container ${first.container} of ${taskWords(tasks)}`
    : `Containers of ${taskWords(tasks)}`;
}

/** Why tasks were stopped, in the words of ECS. */
export const stopReasons = ({ clues }: Pick<Found, 'clues'>): readonly string[] => [
  ...new Set(
    clues.flatMap(({ says: { unit, cluster, reason } }) =>
      unit !== undefined && cluster !== undefined && reason ? [reason.replace(/\.$/, '')] : [],
    ),
  ),
];

const mostTasks = 10;

/** A command that shows how tasks of the first cluster ended. ECS keeps a stopped task for about an hour. */
export function describeTasks(tasks: readonly Task[]): string {
  const cluster = tasks[0]?.cluster ?? '';
  const ids = tasks.filter((task) => task.cluster === cluster).map(({ id }) => id);
  return `aws ecs describe-tasks --cluster ${cluster} --tasks ${ids.slice(0, mostTasks).join(' ')} --query 'tasks[].{stopCode:stopCode,stoppedReason:stoppedReason,taskDefinition:taskDefinitionArn,memory:memory,containers:containers[].{name:name,exitCode:exitCode,reason:reason,memory:memory}}'`;
}

/** A command that shows what the services of the first cluster did of late. */
export function describeServices(tasks: readonly Task[]): string {
  const cluster = tasks[0]?.cluster ?? '';
  const services = servicesOf(tasks.filter((task) => task.cluster === cluster));
  return `aws ecs describe-services --cluster ${cluster} --services ${services.slice(0, mostTasks).join(' ')} --query 'services[].{deployments:deployments[].{id:id,state:rolloutState,definition:taskDefinition,at:updatedAt},events:events[:10].message}'`;
}

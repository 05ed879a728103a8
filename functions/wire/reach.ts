import type { Reach } from '#functions/adapters/senders.ts';
import { systemClock as clock } from '#functions/adapters/system-clock.ts';
import type { Log } from '#functions/ports.ts';
import type { Ready } from '#functions/setup.ts';
import type { Place } from '#lib/notifiers/links.ts';
import { type Environment, given } from './wired.ts';

/** What the media that are configured need to be reached. */
export function reachOf(setup: Ready, environment: Environment, topic: string, log: Log): Reach {
  const { notify } = setup;
  const chat = notify.chat
    ? given(environment, ['CLOSECALL_CHAT_TOPIC']).values.CLOSECALL_CHAT_TOPIC
    : undefined;
  return { notify, topic, chatTopic: chat, place: placeOf(setup, environment), clock, log };
}

/** For links into the console; undefined outside Lambda, which always says its Region. */
function placeOf({ run, intakes }: Ready, environment: Environment): Place | undefined {
  const region = environment['AWS_REGION'];
  if (region === undefined || !/^[a-z0-9-]+$/.test(region)) return undefined;
  const groups = run.sources.flatMap(({ scope, shared, services = [] }, index) => {
    const read = intakes[index];
    if (read?.kind !== 'group') return [];
    const own = shared ? undefined : [scope, ...services.map((each) => each.scope)];
    return [{ name: read.group, services: own }];
  });
  return { region, groups };
}

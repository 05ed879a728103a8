import { minute } from '#lib/model/time.ts';
import { spokenZone } from './draft.ts';
import { orNote, type Surroundings } from './init-around.ts';
import type { Choice } from './init-config.ts';
import { type Proposal, withRole } from './init-proposal.ts';
import { rows } from './init-rows.ts';
import { zoneOf } from './named-zone.ts';
import { Problem } from './problem.ts';
import { slotCheck } from './slots.ts';

/** How a group is read, once somebody has said what its lines and its filters leave open. */
export async function choiceOf(around: Surroundings, proposal: Proposal): Promise<Choice> {
  const { interview } = around;
  const decided =
    interview && proposal.by !== 'lines'
      ? withRole(
          proposal,
          await interview.pick(
            `${proposal.group}: its lines do not tell. What writes them?`,
            [
              { value: 'proxy', label: 'a proxy', hint: 'nginx, ingress, Kong …' },
              { value: 'backend', label: 'a backend', hint: 'what the proxy passes requests to' },
              { value: 'platform', label: 'the platform', hint: 'kernel, systemd: what both run on' },
            ],
            proposal.role,
          ),
        )
      : proposal;
  return {
    proposal: decided,
    transport: await transportOf(around, proposal.group),
    zoneName: await zoneNameOf(around, decided),
  };
}

/** Polled only where no slot is free for certain. */
async function transportOf(around: Surroundings, group: string): Promise<Choice['transport']> {
  const { account, say, look } = around;
  const filters = await orNote(
    around,
    `${group}: whether a subscription filter is free could not be read`,
    () => account.filters(group),
  );
  if (!filters) return 'subscribe';
  const slot = slotCheck(group, filters, 'Closecall', undefined);
  switch (slot.is) {
    case 'problem':
      return 'poll';
    case 'warning':
      say(rows(look, [['  = note:', `${group}: ${slot.says} ${slot.todo}`]]));
      return 'subscribe';
    case 'ok':
    case 'unchecked':
      return 'subscribe';
  }
}

/** An offset is right until clocks are changed; the name of a zone is right for good, and only a person knows it. */
async function zoneNameOf(
  { interview, zoneHere, clock }: Surroundings,
  { group, zone }: Proposal,
): Promise<string | undefined> {
  if (!interview || zone.how !== 'inferred' || zone.minutes === 0) return undefined;
  const now = clock.now();
  const offset = spokenZone(zone.minutes, zone.how).offset;
  const here = zoneOf(zoneHere, now + zone.minutes * minute) === zone.minutes ? zoneHere : offset;
  const answer = await interview.write(
    `${group}: its times carry no zone, and are ${offset} now. Which zone is it? (a name is right after clocks are changed, too)`,
    here,
    (name) => {
      try {
        return zoneOf(name, now + zone.minutes * minute) === zone.minutes
          ? undefined
          : `${name} is not ${offset} now: the lines say otherwise.`;
      } catch (error) {
        if (error instanceof Problem) return error.message.replace(/^--tz /, '');
        throw error;
      }
    },
  );
  return answer === offset ? undefined : answer;
}

import type { ListedGroup } from '#functions/account.ts';
import { patient, politeRate } from '#functions/replay/history.ts';
import { count, list } from '#lib/model/words.ts';
import { type Answers, commaSeparated, type Surroundings } from './init-around.ts';
import { withheld } from './init-groups.ts';
import type { Option } from './init-interview.ts';
import { type Proposal, proposalOf } from './init-proposal.ts';
import { sampleOf } from './init-sample.ts';
import { nearest } from './nearest.ts';
import { Problem } from './problem.ts';

/** As many groups are looked into before anybody has chosen: at a polite rate it takes half a minute at most. */
const mostSniffed = 30;

export type Sniff = (group: string) => Promise<Proposal>;

/** Each group is looked into once. */
export function sniffing({ account, logs, clock, waiting }: Surroundings, region: string): Sniff {
  const { page } = patient(
    { ...logs, describe: async () => undefined, region: async () => region },
    clock,
    politeRate(region),
  );
  const held = new Map<string, Promise<Proposal>>();
  return (group) => {
    const known = held.get(group);
    if (known) return known;
    waiting.say(`Looking at lines of ${group}`);
    const found = sampleOf(account, { page }, group, clock.now()).then((sample) => proposalOf(group, sample));
    held.set(group, found);
    return found;
  };
}

/** The names of the groups that are read: those that were named, else those that are chosen among all. */
export async function chosenGroups(
  { interview, waiting }: Surroundings,
  { groups, yes }: Answers,
  listed: readonly ListedGroup[] | undefined,
  offered: readonly ListedGroup[],
  sniff: Sniff,
): Promise<readonly string[]> {
  if (groups) return groups.map((name) => namedGroup(name, listed));
  if (!listed) {
    if (!interview) throw new Problem('name the log groups: --group /app/nginx --group /app/api.');
    const typed = await interview.write('Which log groups? (names, with commas)', '', () => undefined);
    return commaSeparated(typed);
  }
  const looked: Proposal[] = [];
  for (const { name } of offered.slice(0, mostSniffed)) looked.push(await sniff(name));
  waiting.end(`${count(looked.length, 'log group')} looked into`);
  const speaking = looked.filter(({ by }) => by === 'lines');
  const proposed = speaking.map(({ group }) => group);
  if (!interview) {
    if (!yes)
      throw new Problem(
        proposed.length === 0
          ? 'no log group was found whose lines are those of a proxy or a backend: name them with --group.'
          : `nobody can be asked here, so name the log groups (${proposed.map((name) => `--group ${name}`).join(' ')}), or take these with --yes.`,
      );
    return proposed;
  }
  const rank = (name: string) => {
    const index = speaking.findIndex(({ group }) => group === name);
    return index < 0
      ? speaking.length + 3
      : ['proxy', 'backend', 'platform'].indexOf(speaking[index]?.role ?? '');
  };
  const sorted = [...offered].sort((a, b) => rank(a.name) - rank(b.name));
  return interview.choose(
    'Which log groups are read? The proxy, what it passes requests to, and what both run on.',
    sorted.map((group) => optionOf(group, looked)),
    proposed,
  );
}

function optionOf({ name, bytes }: ListedGroup, looked: readonly Proposal[]): Option<string> {
  const proposal = looked.find(({ group }) => group === name);
  const says = [
    proposal === undefined
      ? ''
      : proposal.by === 'lines'
        ? `${proposal.role}: ${list(proposal.formats ?? [])}`
        : proposal.sample.kind === 'lines'
          ? 'lines that do not tell'
          : proposal.sample.kind === 'quiet'
            ? 'no recent lines'
            : 'may not be read',
    bytes === undefined ? '' : `${Number((bytes / 1e9).toPrecision(2))} GB stored`,
  ].filter((each) => each !== '');
  return { value: name, label: name, ...(says.length === 0 ? {} : { hint: says.join(', ') }) };
}

function namedGroup(name: string, listed: readonly ListedGroup[] | undefined): string {
  if (!listed) return name;
  const found = listed.find((group) => group.name === name);
  if (!found) {
    const meant = nearest(
      name,
      listed.map((group) => group.name),
    );
    throw new Problem(
      `--group ${name}: there is no such log group in this account and Region.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    );
  }
  const why = withheld(found);
  if (why !== undefined) throw new Problem(`--group ${name} cannot be read: ${why}.`);
  return name;
}

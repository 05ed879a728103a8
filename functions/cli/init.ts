import { count } from '#lib/model/words.ts';
import { regionOf } from './account-checks.ts';
import { monthly } from './cost.ts';
import { type Answers, orNote, type Surroundings } from './init-around.ts';
import { choiceOf } from './init-choice.ts';
import { chosenGroups, sniffing } from './init-choose.ts';
import { type Choice, configurationOf, type Decided, setupOf, textOf } from './init-config.ts';
import { byLikelihood, groupsSeen, withheld, withheldNotes } from './init-groups.ts';
import { gigabytesOf, loadOf, type Proposal } from './init-proposal.ts';
import { clustersAsked, emailAsked, slackAsked } from './init-questions.ts';
import { costRows, doubts, gapsIn, sourceSays } from './init-report.ts';
import { rows } from './init-rows.ts';
import { secretIn, secretSteps } from './init-secret.ts';

/** Looks, asks, and answers with the text of a configuration that is right. Writes nothing. */
export async function init(around: Surroundings, answers: Answers): Promise<Decided> {
  const { account, interview, waiting, say, look } = around;
  const region = await regionOf(account);
  waiting.say('Listing log groups');
  const listed = await orNote(
    around,
    'Log groups could not be listed, so neither their class nor their stored bytes could be read',
    () => account.groups(),
  );
  waiting.end('Log groups listed');
  const known = new Map(listed?.map((group) => [group.name, group]));
  const offered = byLikelihood((listed ?? []).filter((group) => withheld(group) === undefined));
  if (listed) say(rows(look, [['log groups', groupsSeen(offered.length, listed.length, region)]]));
  for (const note of withheldNotes(listed ?? [])) say(rows(look, [['', note]]));

  const sniff = sniffing(around, region);
  const names = await chosenGroups(around, answers, listed, offered, sniff);
  const proposals: Proposal[] = [];
  for (const name of names) proposals.push(await sniff(name));
  waiting.end(`${count(proposals.length, 'log group')} looked into`);
  const choices: Choice[] = [];
  for (const proposal of proposals) choices.push(await choiceOf(around, proposal));

  const clusters = answers.clusters ?? (await clustersAsked(interview));
  const notify = {
    email: answers.email ?? (await emailAsked(interview)),
    slack: answers.slack ?? (await slackAsked(interview)),
  };
  const json = configurationOf(around.schema, choices, clusters, notify);
  const setup = setupOf(json);
  const now = around.clock.now();

  say('\n');
  say(
    rows(look, [
      ...choices.map((choice) => {
        const gigabytes = gigabytesOf(known.get(choice.proposal.group), now);
        return [choice.proposal.role, sourceSays(choice, gigabytes)] as const;
      }),
      ...clusters.map(
        (name) => ['platform', `ECS cluster ${name}: its task, deployment and service events.`] as const,
      ),
    ]),
  );
  for (const doubt of [...choices.flatMap(doubts), ...gapsIn(choices, clusters, notify)])
    say(rows(look, [['  = note:', doubt]]));
  say('\n');
  say(
    costRows(
      look,
      monthly({
        groups: choices.map(({ proposal, transport }) =>
          loadOf(proposal, transport, known.get(proposal.group), now),
        ),
        judged: minutesJudged,
        incidents: 30,
        addresses: notify.email.length,
        slack: notify.slack !== undefined,
        secrets: notify.slack && 'secretArn' in secretIn(notify.slack) ? 1 : 0,
      }),
    ),
  );
  say('\n');
  const before = notify.slack ? await secretSteps(around, notify.slack, setup.notify, region) : [];
  return { text: textOf(json), region, notify, before };
}

/** Steady 499s make a fifth of all minutes worth a look: a guess, and cents either way. */
const minutesJudged = (730 * 60) / 5;

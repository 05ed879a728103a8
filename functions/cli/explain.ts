import { catalogue } from '#lib/catalogue/catalogue.ts';
import { noContext } from '#lib/model/context.ts';
import { defaultScope, type Role } from '#lib/model/record.ts';
import { type Verdict, verdictSchema } from '#lib/model/verdict.ts';
import { count } from '#lib/model/words.ts';
import { judge, observer, type Run, runOf } from '#lib/pipeline.ts';
import { contextOf } from './context.ts';
import { version } from './version.ts';
import { type Gathered, gather, type Wishes } from './gather.ts';
import { openInputs } from './inputs.ts';
import type { Settings } from '#lib/engine/limits.ts';
import type { Timing } from '#lib/engine/join.ts';

export interface Ask {
  readonly files: readonly string[];
  /** Where relative names are resolved. */
  readonly cwd: string;
  readonly wishes: Wishes;
  readonly settings: Settings;
  readonly timing: Timing;
}

/** The verdict over whole files. Throws a `Problem` when nothing could be read. */
export async function explain({ files, cwd, wishes, settings, timing }: Ask): Promise<Verdict> {
  const opened = await openInputs(files, cwd);
  try {
    const eye = observer(catalogue);
    const gathered = await gather(opened.inputs, wishes, eye);
    const run = runOf(
      gathered.files.map(({ source }) => source),
      settings,
      timing,
    );
    const pages = gathered.files.flatMap(({ records, source }) => eye.observe(records, source).pages);
    const scopes = [...new Set(run.sources.map(({ scope }) => scope))].sort();
    const context = wishes.asDelivered ? noContext : contextOf(gathered.files, eye);
    const judged = (scopes.length > 0 ? scopes : [defaultScope]).map((scope) =>
      judge(pages, scope, run, catalogue, context),
    );
    const incidents = judged.flatMap((each) => each.incidents);
    const lookalikes = judged.flatMap((each) => each.lookalikes);
    const closes = incidents.reduce((sum, incident) => sum + incident.closes, 0);
    const unexplained = incidents.reduce((sum, incident) => sum + (incident.unexplained?.closes ?? 0), 0);
    return {
      schema: verdictSchema,
      tool: { name: 'closecall', version },
      read: {
        sources: gathered.files.map(({ read }) => read),
        warnings: [...opened.warnings, ...gathered.warnings, ...gapsIn(gathered.files, run, closes)],
      },
      incidents,
      lookalikes,
      summary: {
        closes,
        explained: closes - unexplained,
        unexplained,
        lookalikes: lookalikes.reduce((sum, each) => sum + each.count, 0),
      },
    };
  } finally {
    opened.dispose();
  }
}

/** What the reader must know about the input before believing the answer. */
function gapsIn(files: readonly Gathered[], { sources }: Run, closes: number): readonly string[] {
  const roles = new Set<Role>(sources.map(({ role }) => role));
  const unread = files.filter(({ read }) => read.understood === 0);
  const partly = files.filter(({ read }) => read.understood > 0 && read.understood < read.examined / 2);
  const assumed = files.filter(({ read }) => read.zone.how === 'assumed');
  const known = files.filter(({ read }) => read.zone.how === 'in-line');
  return [
    ...unread.map(({ read }) => `${read.origin}: none of its ${count(read.lines, 'line')} was understood.`),
    ...partly.map(
      ({ read }) => `${read.origin}: ${read.understood} of ${count(read.examined, 'line')} were understood, as ${read.format}.`,
    ),
    ...(roles.has('proxy')
      ? []
      : [
          'No proxy log is among the files, so no close can be seen: add the log of nginx (error.log, access.log) or of the load balancer.',
        ]),
    ...(closes > 0 && !roles.has('backend')
      ? ['No backend log is among the files: add the log of the application server to find out why it closed.']
      : []),
    ...(assumed.length > 0 && known.length > 0
      ? [`${assumed.map(({ read }) => read.origin).join(', ')}: the lines carry no zone and nothing tells it; UTC was assumed. Say it with --tz.`]
      : []),
  ];
}

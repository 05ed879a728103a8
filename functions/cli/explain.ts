import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Timing } from '#lib/engine/join.ts';
import type { Settings } from '#lib/engine/limits.ts';
import { noContext } from '#lib/model/context.ts';
import { defaultScope } from '#lib/model/record.ts';
import { type Verdict, verdictSchema } from '#lib/model/verdict.ts';
import { judge, observer, runOf } from '#lib/pipeline.ts';
import { contextOf } from './context.ts';
import type { Wishes } from './draft.ts';
import { gapsIn, ifNothingUnderstood } from './gaps.ts';
import { gather } from './gather.ts';
import { openInputs } from './inputs.ts';
import { type Progress, silent } from './progress.ts';
import { ifNoRoomFor } from './room.ts';
import { version } from './version.ts';

export interface Ask {
  readonly files: readonly string[];
  /** Where relative names are resolved. */
  readonly cwd: string;
  readonly wishes: Wishes;
  readonly settings: Settings;
  readonly timing: Timing;
  readonly progress?: Progress;
}

/** From here on people wait long enough to wonder. */
const manySignals = 50_000;

/** The verdict over whole files. Throws a `Problem` when nothing could be read, or nothing understood. */
export async function explain({
  files,
  cwd,
  wishes,
  settings,
  timing,
  progress = silent,
}: Ask): Promise<Verdict> {
  const opened = await openInputs(files, cwd, progress);
  try {
    const eye = observer(catalogue);
    const gathered = await gather(opened.inputs, wishes, eye, progress);
    const heard = [...opened.warnings, ...gathered.warnings];
    ifNothingUnderstood(gathered.files, heard);
    const signals = gathered.files.reduce((sum, file) => sum + file.signals, 0);
    ifNoRoomFor(signals);
    if (signals > manySignals) progress.say(`weighing ${signals} lines`);
    const sources = gathered.files.map(({ source }) => source);
    const run = runOf(sources, settings, timing);
    const pages = gathered.files.flatMap((file) => file.pages);
    const scopes = [...new Set(run.sources.map(({ scope }) => scope))].sort();
    const context = wishes.asDelivered ? noContext : contextOf(gathered.files, eye);
    const judged = (scopes.length > 0 ? scopes : [defaultScope]).map((scope) =>
      judge(pages, scope, run, catalogue, context),
    );
    progress.end();
    const incidents = judged.flatMap((each) => each.incidents);
    const lookalikes = judged.flatMap((each) => each.lookalikes);
    const closes = incidents.reduce((sum, incident) => sum + incident.closes, 0);
    const unexplained = incidents.reduce((sum, incident) => sum + (incident.unexplained?.closes ?? 0), 0);
    const seen = lookalikes.reduce((sum, each) => sum + each.count, 0);
    return {
      schema: verdictSchema,
      tool: { name: 'closecall', version },
      read: {
        sources: gathered.files.map(({ read }) => read),
        warnings: [...heard, ...gapsIn(gathered.files, wishes, closes, seen)],
      },
      incidents,
      lookalikes,
      summary: { closes, explained: closes - unexplained, unexplained, lookalikes: seen },
    };
  } finally {
    progress.end();
    opened.dispose();
  }
}

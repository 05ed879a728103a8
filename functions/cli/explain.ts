import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { Timing } from '#lib/engine/join.ts';
import type { Settings } from '#lib/engine/limits.ts';
import { observer } from '#lib/engine/observe.ts';
import type { Redaction } from '#lib/engine/redact.ts';
import { noContext } from '#lib/model/context.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { runOf, verdictOf } from '#lib/pipeline.ts';
import { contextOf } from './context.ts';
import { entryOf, type Wishes } from './draft.ts';
import { gapsIn, ifNothingUnderstood, isMute } from './gaps.ts';
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
  readonly redaction?: Redaction | undefined;
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
  redaction,
  progress = silent,
}: Ask): Promise<Verdict> {
  const opened = await openInputs(files, cwd, progress);
  try {
    const eye = observer(catalogue, redaction);
    const gathered = await gather(opened.inputs, wishes, eye, progress);
    const heard = [...opened.warnings, ...gathered.warnings];
    ifNothingUnderstood(gathered.files, heard);
    const signals = gathered.files.reduce((sum, file) => sum + file.signals, 0);
    ifNoRoomFor(signals);
    if (signals > manySignals) progress.say(`weighing ${signals} lines`);
    // What has nothing to say rules nothing out, unless somebody said what it is.
    const telling = gathered.files.filter((file) => !isMute(file) || entryOf(file.read.origin, wishes));
    const sources = telling.map(({ source }) => source);
    const context = wishes.asDelivered ? noContext : contextOf(telling, eye);
    return verdictOf(
      {
        pages: gathered.files.flatMap((file) => file.pages),
        run: runOf(sources, settings, timing, redaction),
        context,
        version,
        read: ({ closes, lookalikes }) => ({
          sources: gathered.files.map(({ read }) => read),
          warnings: [...heard, ...gapsIn(gathered.files, wishes, closes, lookalikes)],
        }),
      },
      catalogue,
    );
  } finally {
    progress.end();
    opened.dispose();
  }
}

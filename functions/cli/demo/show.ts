import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookOf } from '#functions/cli/look.ts';
import { Problem } from '#functions/cli/problem.ts';
import { reportFile } from '#functions/cli/report.ts';
import { penFor } from '#lib/notifiers/terminal/pen.ts';
import { play } from './play.ts';
import { ending, heading, story } from './story.ts';
import { verdictOf } from './verdict.ts';

type Output = Pick<NodeJS.WriteStream, 'write' | 'columns' | 'isTTY'>;

/**
 * Plays the incident and shows it in every medium. `file` is where the report goes, relative to `cwd`; throws a `Problem`
 * when it cannot be written there. Nobody has asked for the one among the temporary files: without it the demo goes on.
 */
export async function showDemo(output: Output, cwd: string, file?: string): Promise<void> {
  const look = lookOf(output);
  const pen = penFor(look, []);
  const tell = (text: string) => output.write(`  ${pen.clean(text)}\n`);
  const report = () => reportFile(file ?? join(tmpdir(), 'closecall-demo.html'), cwd, tell);
  const wanted = file === undefined ? undefined : report();
  const played = await play();
  output.write(`${story(played, look)}\n${heading('The same as a page, to open in a browser', pen)}\n\n`);
  try {
    await (wanted ?? report()).write(verdictOf(played.pages));
  } catch (error) {
    if (wanted || !(error instanceof Problem)) throw error;
    tell(`It is not there. ${error.message}`);
  }
  output.write(`\n${ending(played, look)}`);
}

import { nothingYet, remember } from '#functions/replay/recall.ts';
import { verdictOn } from '#functions/replay/verdict.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { observer } from '#lib/engine/observe.ts';
import type { Page } from '#lib/model/page.ts';
import type { Verdict } from '#lib/model/verdict.ts';
import { incident } from './incident.ts';
import { setup } from './setup.ts';

/** The verdict JSON over the pages that the handlers made, and over how many lines of which times they were made of. */
export function verdictOf(pages: readonly Page[]): Verdict {
  const { run } = setup;
  const { observe } = observer(catalogue, run.redaction);
  const recalled = nothingYet();
  recalled.pool.add(pages);
  let [from, to] = [Infinity, -Infinity];
  for (const { name, lines } of Object.values(incident)) {
    const source = run.sources.find((each) => each.name === name);
    if (!source) continue;
    const records = lines.map((text, index) => ({ id: String(index), source: name, text }));
    const { understood, formats, first, last } = observe(records, source);
    from = Math.min(from, first ?? from);
    to = Math.max(to, last ?? to);
    remember(recalled, {
      slice: { group: name, from, to },
      pages: [],
      tally: {
        lines: lines.length,
        examined: lines.length,
        understood,
        formats: Object.fromEntries(formats),
        first,
        last,
        broken: 0,
        fault: null,
      },
    });
  }
  return verdictOn(recalled, run, { from, to }, catalogue, []);
}

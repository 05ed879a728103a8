import { markup } from './markup.ts';

/** How the page looks, by day, by night, on a telephone and on paper. A colour says how the connection ended. */
export const style = markup`
:root {
  color-scheme: light dark;
  --page: #f6f7f8; --card: #fff; --ink: #1a1d21; --soft: #565e68; --rule: #dde1e5; --link: #0a56a8;
  --mark: #fff0ad; --mark-ink: #1a1d21; --mark-rule: #c99700; --code: #f1f3f5;
  --exited: #b3261e; --timed-out: #8a5200; --rejected: #6b3fc0; --cut-short: #0b6a86; --path: #3f6a1a;
  --unknown: #545d68; --healthy: #1a7038; --minus: #b3261e; --plus: #1a7038;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #121417; --card: #1a1d21; --ink: #e8eaed; --soft: #a3abb5; --rule: #31373e; --link: #8cbcff;
    --mark: #4d3f00; --mark-ink: #fff0bd; --mark-rule: #d9a900; --code: #23272c;
    --exited: #ff8f86; --timed-out: #f2b457; --rejected: #bda4ff; --cut-short: #6fcbe6; --path: #a8cf7a;
    --unknown: #adb5bf; --healthy: #7fd69a; --minus: #ff9b93; --plus: #7fd69a;
  }
}
.exited { --tone: var(--exited); }
.timed-out { --tone: var(--timed-out); }
.rejected { --tone: var(--rejected); }
.cut-short { --tone: var(--cut-short); }
.path { --tone: var(--path); }
.unknown { --tone: var(--unknown); }
.healthy { --tone: var(--healthy); }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 1rem 3rem; max-width: 66rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  overflow-wrap: anywhere;
}
code, pre, .timeline { font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; text-wrap: balance; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1.0625rem; }
h4 { font-size: 1rem; }
p { margin: .25rem 0; max-width: 46rem; }
a { color: var(--link); }
small { color: var(--soft); font-size: .875rem; font-weight: 400; }
body > header, body > footer { color: var(--soft); font-size: .875rem; padding: .75rem 0; }
header b { color: var(--ink); margin-right: .5rem; }
main, article { display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr); }
article { border-top: 1px solid var(--rule); padding-top: 2rem; }
section > h2, section > h3 { margin-bottom: .75rem; }
.glance {
  background: var(--card); border: 1px solid var(--rule); border-left: 6px solid var(--tone, var(--unknown));
  border-radius: 6px; padding: 1.25rem 1.5rem;
}
.glance > * + * { margin-top: 1rem; }
.glance .which { color: var(--soft); font-size: .875rem; }
.glance .which + * { margin-top: .25rem; }
.glance .why { font-size: 1.125rem; }
h1 > span, h2 > span, td > span { display: flex; flex-wrap: wrap; align-items: baseline; gap: .125rem .625rem; }
h1 > span + span, h2 > span + span { margin-top: .375rem; }
span > strong { color: var(--tone); }
.share { font-weight: 400; }
.surety {
  font-size: .875rem; font-weight: 600; letter-spacing: .01em; padding: .0625rem .5rem; border-radius: 1rem;
  border: 1px solid var(--tone); color: var(--tone); white-space: nowrap; align-self: center;
}
.surety.confirmed { background: var(--tone); color: var(--card); }
.surety.possible { border-style: dashed; }
.facts { display: flex; flex-wrap: wrap; gap: .75rem 2.5rem; margin: 1rem 0 0; }
.facts dt { color: var(--soft); font-size: .875rem; }
.facts dd { margin: 0; font-size: 1.5rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.facts .how dd { font-size: 1rem; line-height: 1.5rem; font-weight: 400; max-width: 22rem; }
.facts small { display: block; margin-top: .125rem; }
.first { border-top: 1px solid var(--rule); padding-top: 1rem; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 1rem; }
.first > b { color: var(--tone, var(--ink)); margin-top: .25rem; }
.first > :not(b) { grid-column: 2; }
figure { margin: 0; }
.time { background: var(--card); border: 1px solid var(--rule); border-radius: 6px; padding: 1rem 1.25rem .75rem; }
.glance .time { padding: 0; border: 0; }
.time figcaption { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; color: var(--soft); font-size: .875rem; margin-top: .5rem; }
.time figcaption span { display: inline-flex; align-items: center; gap: .375rem; }
.timeline { display: block; font-size: 12px; overflow: hidden; }
.timeline text { fill: var(--ink); }
.timeline .note, .timeline .tick { fill: var(--soft); }
.grid { stroke: var(--rule); stroke-dasharray: 2 3; }
.track { stroke: var(--rule); stroke-width: 3; stroke-linecap: round; }
.bar { fill: var(--tone); }
.mark { overflow: visible; stroke: var(--card); stroke-width: 1.5; fill: var(--tone, var(--soft)); }
.mark.nearest { fill: var(--card); stroke: var(--soft); }
.finding { border-left: 3px solid var(--tone); padding-left: 1rem; }
.finding + .finding { margin-top: 1.75rem; }
.finding > * + * { margin-top: .75rem; }
.log { background: var(--card); border: 1px solid var(--rule); border-radius: 6px; }
.log figcaption { padding: .375rem .75rem; border-bottom: 1px solid var(--rule); color: var(--soft); font-size: .875rem; }
.log ol { list-style: none; margin: 0; padding: .375rem 0; }
.log li { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); gap: 0 .75rem; padding: .1875rem .75rem; }
.log li > * { grid-column: 2; }
.log .at { grid-column: 1; text-align: right; color: var(--soft); font-size: .8125rem; line-height: 1.5; font-variant-numeric: tabular-nums; }
.log code { font-size: .8125rem; line-height: 1.5; white-space: pre-wrap; direction: ltr; unicode-bidi: isolate; }
.log summary { color: var(--soft); font-size: .875rem; }
.log p { color: var(--soft); font-size: .875rem; margin: .125rem 0 .25rem; }
.log .more { color: var(--soft); font-size: .875rem; }
mark { background: var(--mark); color: var(--mark-ink); border-bottom: 2px solid var(--mark-rule); padding: .0625rem 0; }
i { font-style: normal; color: var(--soft); border: 1px solid currentColor; border-radius: 3px; padding: 0 .125rem; font-size: .9em; }
mark i { color: inherit; }
.notes { margin: 0; padding-left: 1.125rem; max-width: 52rem; }
.notes li { margin: .1875rem 0; }
.unseen .notes { list-style: none; padding: 0; max-width: none; }
.unseen .notes li { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: 0 1.25rem; padding: .375rem 0; margin: 0; border-top: 1px solid var(--rule); }
.unseen .notes b { font-weight: 600; }
.steps { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem 2.5rem; }
.steps ol { margin: .5rem 0 0; padding-left: 1.5rem; }
.steps li { margin: 0 0 .75rem; padding-left: .25rem; }
.steps li::marker { font-weight: 600; font-variant-numeric: tabular-nums; }
.answered { color: var(--soft); font-size: .9375rem; }
pre { margin: .5rem 0; padding: .5rem .75rem; background: var(--code); border-radius: 4px; font-size: .8125rem; line-height: 1.5; white-space: pre-wrap; }
pre code { font: inherit; }
.command { user-select: all; -webkit-user-select: all; }
.fix { margin-top: 1.5rem; }
.fix p + h3, .fix p + h4 { margin-top: 1.25rem; }
summary { cursor: pointer; }
.fingerprints { margin-top: 1rem; color: var(--soft); font-size: .875rem; }
.likewise > summary { font-weight: 600; margin-bottom: .75rem; }
.fix del { color: var(--minus); text-decoration: none; }
.fix ins { color: var(--plus); text-decoration: none; font-weight: 600; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem 1rem .5rem 0; border-top: 1px solid var(--rule); font-weight: 400; }
thead th { border: 0; color: var(--soft); font-size: .875rem; padding-bottom: .25rem; }
th small, td small { display: block; }
.overview th { width: 40%; }
.number { width: 6rem; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td:last-child, th:last-child { padding-right: 0; }
.warning { border-left: 3px solid var(--timed-out); padding-left: .75rem; }
.warning b { color: var(--timed-out); }
:target { scroll-margin-top: 1rem; }
@media (max-width: 44rem) {
  h1 { font-size: 1.375rem; }
  .glance { padding: 1rem; }
  .facts { gap: .75rem 1.5rem; }
  .facts dd { font-size: 1.25rem; }
  .first, .steps { grid-template-columns: minmax(0, 1fr); }
  .first > :not(b) { grid-column: 1; }
  .finding { padding-left: .625rem; }
  .log li { display: block; padding: .25rem .625rem; font-size: .8125rem; }
  .log .at { margin-right: .5rem; }
  .unseen .notes li { grid-template-columns: minmax(0, 1fr); }
  .time { padding: .75rem .75rem .5rem; }
  .odd { display: none; }
  .number { width: 4.5rem; }
  th, td { padding-right: .625rem; }
}
@media print {
  :root { --page: #fff; --soft: #444; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .surety, mark, pre, .bar, .mark, .timeline { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1, h2, h3, h4, figcaption { break-after: avoid; }
  .log details { display: none; }
  li, .fix, .time, .glance, tr { break-inside: avoid; }
  a { color: inherit; }
  .likewise::details-content, .fingerprints::details-content { content-visibility: visible; block-size: auto; }
}
`;

/** Of the style as it stands between its tags: the page allows this one and no other. */
export const styleHash = 'sha256-AfFCSwUKhKzHfGW5pkYwehfd+sajMgwYn9d1tpnWjW8=';

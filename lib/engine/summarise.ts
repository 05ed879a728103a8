import type { Evidence } from '#lib/model/incident.ts';
import { maxFacts, type Page } from '#lib/model/page.ts';
import type { Excerpt, Fact, Signal } from '#lib/model/signal.ts';
import { minute } from '#lib/model/time.ts';
import { grouped } from './group.ts';
import { byTime } from './order.ts';
import { scopeOf } from './scope.ts';

/** Texts kept per signature, upstream and minute. Chosen by content, so that every batching keeps the same ones. */
const kept = { bySmallestHash: 8, earliest: 2, latest: 1 };

/** Characters of texts in one page. An item of the table has 400 KB, and text that a client chose may not shrink. */
const mostText = 150_000;

/** One of each, whatever order they come in: of two that share a key the one whose JSON is smaller. */
function union<T extends object>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  const kept = new Map<string, T>();
  for (const item of list) {
    const key = keyOf(item);
    const other = kept.get(key);
    if (other === undefined || before(item, other)) kept.set(key, item);
  }
  return kept;
}

const lineOf = (item: object): number => ('line' in item && typeof item.line === 'number' ? item.line : 0);
/** The earlier line of a file, then the smaller JSON. */
const before = (a: object, b: object): boolean =>
  lineOf(a) === lineOf(b) ? JSON.stringify(a) < JSON.stringify(b) : lineOf(a) < lineOf(b);

const minuteOf = (fact: Fact): number | null => (fact.at === null ? null : Math.floor(fact.at / minute));

/** Signals as pages, of one scope and minute each; `scope` is that of those which no rule of their source placed. */
export function summarise(signals: readonly Signal[], scope: string, catalogue: string): readonly Page[] {
  const byScope = grouped(signals, ({ fact }) => scopeOf(fact, { scope }));
  return [...byScope].flatMap(([each, own]) => pagesOf(own, each, catalogue));
}

function pagesOf(signals: readonly Signal[], scope: string, catalogue: string): readonly Page[] {
  const byMinute = new Map<number | null, Signal[]>();
  for (const signal of signals) {
    const key = minuteOf(signal.fact);
    const list = byMinute.get(key);
    if (list) list.push(signal);
    else byMinute.set(key, [signal]);
  }
  return [...byMinute].flatMap(([at, list]) => {
    const facts = [
      ...union(
        list.map(({ fact }) => fact),
        ({ id }) => id,
      ).values(),
    ].sort((a, b) => (a.id < b.id ? -1 : 1));
    const texts = [
      ...chosen(
        facts,
        union(
          list.map(({ excerpt }) => excerpt),
          ({ content }) => content,
        ),
      ).values(),
    ].sort((a, b) => (a.content < b.content ? -1 : 1));
    const pages: Page[] = [];
    for (let fact = 0, text = 0; fact < facts.length || text < texts.length; ) {
      const from = text;
      for (let size = 0; text < texts.length; text++) {
        size += JSON.stringify(texts[text]).length;
        if (size > mostText && text > from) break;
      }
      pages.push({
        scope,
        minute: at,
        catalogue,
        facts: facts.slice(fact, fact + maxFacts),
        excerpts: texts.slice(from, text),
      });
      fact += maxFacts;
    }
    return pages;
  });
}

/**
 * The union of pages: commutative, associative, idempotent. Of two facts with one id the newer catalogue's wins, then
 * the one whose JSON is smaller.
 */
export function merge(pages: readonly Page[]): Evidence {
  const facts = new Map<string, { readonly fact: Fact; readonly catalogue: string }>();
  const excerpts = new Map<string, Excerpt>();
  for (const page of pages) {
    for (const fact of page.facts) {
      const other = facts.get(fact.id);
      if (!other || supersedes(fact, page.catalogue, other.fact, other.catalogue))
        facts.set(fact.id, { fact, catalogue: page.catalogue });
    }
    for (const excerpt of page.excerpts) {
      const other = excerpts.get(excerpt.content);
      if (!other || before(excerpt, other)) excerpts.set(excerpt.content, excerpt);
    }
  }
  const union = [...facts.values()].map(({ fact }) => fact).sort(byTime);
  return { facts: union, excerpts: chosen(union, excerpts) };
}

function supersedes(fact: Fact, catalogue: string, other: Fact, otherCatalogue: string): boolean {
  if (catalogue !== otherCatalogue) return catalogue > otherCatalogue;
  return JSON.stringify(fact) < JSON.stringify(other);
}

/** A member of the union's choice is in the choice of every batch that held it: truncating first loses nothing. */
function chosen(
  facts: readonly Fact[],
  excerpts: ReadonlyMap<string, Excerpt>,
): ReadonlyMap<string, Excerpt> {
  const strata = new Map<string, Map<string, Excerpt>>();
  for (const fact of facts) {
    const excerpt = excerpts.get(fact.content);
    if (!excerpt) continue;
    const key = `${minuteOf(fact)} ${fact.signature} ${fact.says.upstream ?? ''}`;
    const stratum = strata.get(key) ?? new Map<string, Excerpt>();
    strata.set(key, stratum.set(fact.content, excerpt));
  }
  const choice = new Map<string, Excerpt>();
  for (const stratum of strata.values()) {
    const byHash = [...stratum.values()].sort((a, b) => (a.content < b.content ? -1 : 1));
    const inTime = [...byHash].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
    for (const excerpt of [
      ...byHash.slice(0, kept.bySmallestHash),
      ...inTime.slice(0, kept.earliest),
      ...inTime.slice(-kept.latest),
    ])
      choice.set(excerpt.content, excerpt);
  }
  return choice;
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Verdict } from '#lib/model/verdict.ts';
import { seenIn } from '#test/captures/said.ts';

/** Leaves of logs what a verdict cites, and the lines in which the proxy says what became of a request. */
export function citedAlone({ incidents }: Verdict, logs: string, into: string): void {
  const cited = new Set(
    incidents
      .flatMap(({ findings, unexplained }) => [...findings, ...(unexplained ? [unexplained] : [])])
      .flatMap(({ evidence }) => evidence)
      .map(({ origin, line }) => `${origin}:${line}`),
  );
  mkdirSync(into, { recursive: true });
  for (const file of readdirSync(logs)) {
    const bytes = readFileSync(join(logs, file));
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
    const kept = lines.filter((line, index) => cited.has(`${file}:${index + 1}`) || isOfProxy(line));
    if (kept.length > 0)
      writeFileSync(join(into, file.replace(/\.gz$/, '')), kept.map((line) => `${line}\n`).join(''));
  }
}

const isOfProxy = (line: string): boolean => seenIn(line).some(({ role }) => role !== 'clue');

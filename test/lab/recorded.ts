import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Truth } from './play.ts';

const recordings = fileURLToPath(new URL('./recorded', import.meta.url));

/** Keeps the logs and the truth of a run that was played in a folder, so that they can be scored without a server. */
export function record(folder: string, { id }: Truth): void {
  const kept = join(recordings, id);
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(join(kept, 'logs'), { recursive: true });
  writeFileSync(join(kept, 'truth.json'), readFileSync(join(folder, 'truth.json')));
  for (const name of readdirSync(join(folder, 'logs')))
    writeFileSync(
      join(kept, 'logs', `${name}.gz`),
      gzipSync(readFileSync(join(folder, 'logs', name)), { level: 9 }),
    );
}

/** Every run that was kept. */
export function recorded(): readonly { readonly folder: string; readonly truth: Truth }[] {
  if (!existsSync(recordings)) return [];
  return readdirSync(recordings, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('truth.json'))
    .sort()
    .map((path) => ({
      folder: dirname(join(recordings, path)),
      truth: JSON.parse(readFileSync(join(recordings, path), 'utf8')),
    }));
}

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

/** What each log says, in its order: the faults were injected one by one. */
const expected: Readonly<Record<string, { readonly fault: string; readonly says: readonly string[] }>> = {
  'go/die-1.19-fatalmap.log': {
    fault: 'concurrent writes to a map',
    says: ['app/listening', 'go/fatal-error'],
  },
  'go/die-1.19-gopanic.log': {
    fault: 'a panic in a goroutine that nothing guards',
    says: ['app/listening', 'go/panic'],
  },
  'go/die-1.19-logfatal.log': { fault: 'log.Fatal: no words of its own', says: ['app/listening'] },
  'go/die-1.19-segv.log': { fault: 'SIGSEGV from outside', says: ['app/listening', 'go/signal'] },
  'go/die-1.19-stack.log': {
    fault: 'endless recursion',
    says: ['app/listening', 'go/stack-limit', 'go/fatal-error'],
  },
  'go/emfile-1.19.log': { fault: 'no more file descriptors', says: ['app/listening', 'go/accept-error x20'] },
  'go/oom-ulimit-1.19.log': {
    fault: 'no more address space',
    says: ['app/listening', 'go/out-of-memory x2'],
  },
  'go/readtimeout-1.19.log': { fault: 'ReadTimeout: the application alone says so', says: ['app/listening'] },
  'go/shutdown-1.19.log': {
    fault: 'Shutdown with a request longer than its time',
    says: ['app/listening', 'go/server-closed', 'go/shutdown-timed-out'],
  },
  'go/soft-1.19.log': {
    fault: 'panics in handlers, http.ErrAbortHandler (silent), wrong lengths',
    says: ['app/listening', 'go/panic-serving x2', 'go/wrong-length', 'go/panic-serving', 'go/wrong-length'],
  },
  'rust/oom-1.95.log': { fault: 'no more address space', says: ['rust/out-of-memory'] },
  'rust/panics-1.95.log': { fault: 'panic, unwrap, index out of bounds', says: ['rust/panicked x3'] },
  'rust/so-1.95.log': {
    fault: 'endless recursion',
    says: ['rust/stack-overflow', 'rust/fatal-runtime-error'],
  },
};

describe('what captured Go and Rust programs say', () => {
  it('knows every capture', () => {
    const files = ['go', 'rust'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, import.meta.url)).map((name) => `${folder}/${name}`),
    );
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(Object.entries(expected))('%s', (file, { says }) => {
    expect(said(readFileSync(new URL(file, import.meta.url), 'utf8'))).toEqual(says);
  });
});

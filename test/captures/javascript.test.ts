import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

/** What each log says, in its order: the faults were injected one by one. */
const expected: Readonly<Record<string, { readonly fault: string; readonly says: readonly string[] }>> = {
  'deno/single-2.9.6-exc.log': {
    fault: 'an exception in a handler, answered with 500',
    says: ['app/listening'],
  },
  'deno/single-2.9.6-laterexc.log': {
    fault: 'an exception later on',
    says: ['app/listening', 'deno/uncaught'],
  },
  'deno/single-2.9.6-midexc.log': { fault: 'an exception after the headers', says: ['app/listening'] },
  'deno/single-2.9.6-oom.log': {
    fault: 'a full heap',
    says: ['app/listening', 'v8/last-gcs', 'deno/out-of-memory'],
  },
  'deno/single-2.9.6-reject.log': { fault: 'a rejected promise', says: ['app/listening', 'deno/uncaught'] },
  'bun/defaultidle-1.4.5.log': {
    fault: 'a handler longer than the default idleTimeout',
    says: ['app/listening', 'bun/idle-timeout'],
  },
  'bun/idletimeout-1.4.5.log': { fault: 'idleTimeout set: nothing is said', says: ['app/listening'] },
  'bun/single-1.4.5-exc.log': {
    fault: 'an exception in a handler, answered with 500',
    says: ['app/listening'],
  },
  'bun/single-1.4.5-laterexc.log': {
    fault: 'an exception later on',
    says: ['app/listening', 'bun/uncaught'],
  },
  'bun/single-1.4.5-reject.log': { fault: 'a rejected promise', says: ['app/listening', 'bun/uncaught'] },
  'bun/single-1.4.5-segv.log': { fault: 'SIGSEGV: nothing is said', says: ['app/listening'] },
  'pm2/cluster-7.0.4.log': {
    fault: 'an exception, kill -9, an exit code, reload, stop',
    says: [
      'pm2/starting',
      'pm2/app-ended',
      'pm2/starting',
      'pm2/app-killed',
      'pm2/starting',
      'pm2/app-exited',
      'pm2/starting x2',
      'pm2/reload',
      'pm2/stopping',
      'pm2/app-ended',
      'pm2/stopping',
      'pm2/app-ended',
      'pm2/stopped',
    ],
  },
  'pm2/fork-7.0.4.log': {
    fault: 'an exception, kill -9, a crash, an exit code, abort, restarts, stop',
    says: [
      'pm2/starting',
      'pm2/app-exited',
      'pm2/starting',
      'pm2/app-killed',
      'pm2/starting',
      'pm2/app-crashed',
      'pm2/starting',
      'pm2/app-exited',
      'pm2/starting',
      'pm2/app-crashed',
      'pm2/starting',
      'pm2/stopping',
      'pm2/app-ended',
      'pm2/starting',
      'pm2/stopping',
      'pm2/app-ended',
      'pm2/starting',
      'pm2/stopping',
      'pm2/app-ended',
      'pm2/stopped',
    ],
  },
  'pm2/maxmem-7.0.4.log': {
    fault: 'max_memory_restart',
    says: [
      'pm2/starting',
      'pm2/memory-restart',
      'pm2/stopping',
      'pm2/app-ended',
      'pm2/starting',
      'pm2/stopping',
      'pm2/app-ended',
      'pm2/stopped',
    ],
  },
};

describe('what captured Deno, Bun and PM2 say', () => {
  it('knows every capture', () => {
    const files = ['deno', 'bun', 'pm2'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, import.meta.url)).map((name) => `${folder}/${name}`),
    );
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(Object.entries(expected))('%s', (file, { says }) => {
    expect(said(readFileSync(new URL(file, import.meta.url), 'utf8'))).toEqual(says);
  });
});

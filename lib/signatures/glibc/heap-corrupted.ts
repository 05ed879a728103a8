import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const glibcHeapCorrupted = defineClue({
  id: 'glibc/heap-corrupted',
  formats: anyText,
  needles: ['double free', '(): ', 'corrupted ', 'invalid ', 'malloc_consolidate', 'glibc detected'],
  means: 'The C library found its heap overwritten or freed twice, and aborted the process.',
  provenance: { project: 'glibc', file: 'malloc/malloc.c, malloc_printerr', version: '2.3 to 2.42' },
  bare: true,
  pattern:
    /^(?:\*\*\* (?:Error in `[^']{1,300}'|glibc detected \*\*\* [^:]{1,300}): )?(?<reason>double free or corruption(?: \((?:top|out|!prev|fasttop|prev)\))?|corrupted (?:double-linked list(?: \(not small\))?|size vs\. prev_size(?: in fastbins| while consolidating)?)|break adjusted to free malloc space|(?:free|malloc|realloc|calloc|munmap_chunk|mremap_chunk|memalign|sysmalloc|malloc_consolidate|malloc_check_get_size|unlink|tcache_thread_shutdown|unlink_chunk)\(\): (?:invalid|corrupted|unaligned|unsorted|double free|smallbin|largebin|memory corruption|too many chunks|mismatching|chunk|corrupt)[\w ()>.=+-]{0,80}?)(?:: 0x[0-9a-f]{1,16} \*\*\*)?$/,
  adds: { signal: 'SIGABRT' },
  points: [{ cause: 'crash', strength: 'decisive' }],
  // Its dump may be written before its sockets are closed.
  within: { from: -10000, to: 5000 },
  consequences: [],
  samples: [
    {
      line: 'double free or corruption (!prev)',
      gives: { signal: 'SIGABRT' },
      from: 'captured, glibc 2.36',
      format: 'plain',
    },
    { line: 'free(): invalid pointer', gives: {}, from: 'captured, glibc 2.36', format: 'plain' },
    { line: 'malloc(): corrupted top size', gives: {}, from: 'captured, glibc 2.36', format: 'plain' },
    {
      line: 'free(): double free detected in tcache 2',
      gives: { reason: 'free(): double free detected in tcache 2' },
      from: 'captured, glibc 2.36',
      format: 'plain',
    },
    { line: 'double free or corruption (out)', gives: {}, from: 'captured, glibc 2.36', format: 'plain' },
    {
      line: 'corrupted size vs. prev_size',
      gives: {},
      from: 'rebuilt from the template, glibc 2.36 malloc/malloc.c',
      format: 'plain',
    },
    {
      line: 'malloc_consolidate(): unaligned fastbin chunk detected',
      gives: {},
      from: 'rebuilt from the template, glibc 2.36 malloc/malloc.c',
      format: 'plain',
    },
    {
      line: "*** Error in `/usr/bin/python2.7': free(): invalid next size (fast): 0x0000000001a2b3c0 ***",
      gives: { reason: 'free(): invalid next size (fast)' },
      from: 'rebuilt from the template, glibc 2.17 malloc/malloc.c',
      format: 'plain',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05,120 ERROR double free or corruption (!prev)',
      because: 'behind a level: a program quotes it',
      format: 'leading-time',
    },
    { line: 'invalid pointer dereference in handler', because: 'an application speaks', format: 'plain' },
    { line: 'free(): freed 3 connections', because: 'an application speaks', format: 'plain' },
    {
      line: 'user error: double free or corruption of the cart',
      because: 'the words stand within another sentence',
      format: 'plain',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const nettyDirectMemory = defineClue({
  id: 'netty/direct-memory',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['OutOfDirectMemoryError'],
  means: 'Netty used up its memory outside the heap, so the request that asked for more is lost.',
  provenance: {
    project: 'netty',
    file: 'common/src/main/java/io/netty/util/internal/PlatformDependent.java',
    version: '4.1',
  },
  pattern:
    /^(?:\s{0,8}|Caused by: |Exception in thread [^\n]{1,200}? |\S{1,120}: )io\.netty\.util\.internal\.OutOfDirectMemoryError: failed to allocate (?<bytes>\d+) byte\(s\) of direct memory/,
  points: [{ cause: 'oom-kill', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'io.netty.util.internal.OutOfDirectMemoryError: failed to allocate 16777216 byte(s) of direct memory (used: 520093703, max: 536870912)',
      gives: { bytes: 16_777_216 },
      from: 'published, Netty 4.1',
    },
  ],
  nearMisses: [],
});

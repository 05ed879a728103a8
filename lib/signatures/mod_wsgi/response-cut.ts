import { defineClue } from '#lib/catalogue/define.ts';

export const modWsgiResponseCut = defineClue({
  id: 'mod_wsgi/response-cut',
  formats: ['leading-time', 'plain'],
  needles: ['Failed to proxy response from daemon'],
  means: 'A daemon process of mod_wsgi ended in the middle of an answer, which was cut short.',
  provenance: { project: 'mod_wsgi', file: 'src/server/mod_wsgi.c', version: '4.9.4 to 5.0.2' },
  pattern:
    /^(?:\(\d{1,6}\)[^:\n]{1,80}: )?(?:\[(?:client|remote) [^\]\s]{1,64}\] )?(?:mod_wsgi \(pid=(?<pid>\d+)(?:,[^)\n]{0,200})?\): )?Failed to proxy response from daemon\./,
  points: [
    { cause: 'response-truncated', strength: 'strong' },
    { cause: 'crash', strength: 'supporting' },
  ],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[Sun Nov 22 12:40:38.985638 2026] [wsgi:error] [pid 28827:tid 28887] (104)Connection reset by peer: [client 127.0.0.1:34858] mod_wsgi (pid=28827): Failed to proxy response from daemon.',
      gives: { pid: 28_827 },
      from: 'captured, mod_wsgi 4.9.4',
      format: 'leading-time',
    },
  ],
  nearMisses: [],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const unicornUpgrade = defineClue({
  id: 'unicorn/upgrade',
  formats: ['unicorn', ...anyText],
  needles: ['executing ['],
  means: 'unicorn starts a new master beside the old one (SIGUSR2), as in a deploy.',
  provenance: { project: 'unicorn', file: 'lib/unicorn/http_server.rb, reexec', version: '6.0.0 to 6.1.0' },
  pattern: /^executing \["[^\n]{1,2000}\] \(in \S{1,300}\)$/,
  points: [{ cause: 'restart', strength: 'supporting' }],
  within: { from: -120_000, to: 5_000 },
  consequences: [],
  trigger: true,
  change: 'deploy',
  samples: [
    {
      line: 'I, [2026-11-22T12:14:26.246085 #18243]  INFO -- : executing ["/usr/bin/unicorn", "-c", "uni.rb", {7=>#<Kgio::TCPServer:fd 7>}] (in /srv/app)',
      gives: {},
      from: 'rebuilt from the template, unicorn 6.1.0',
      format: 'unicorn',
    },
  ],
  nearMisses: [
    {
      line: 'I, [2026-11-22T12:14:26.246085 #18243]  INFO -- : executing [job 7]',
      because: 'another program',
      format: 'leading-time',
    },
  ],
});

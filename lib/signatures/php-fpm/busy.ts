import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmBusy = defineClue({
  id: 'php-fpm/busy',
  formats: ['php-fpm', ...anyText],
  needles: ['seems busy'],
  means: 'Few children are idle and php-fpm starts more at once.',
  provenance: { project: 'php-src', file: 'sapi/fpm/fpm/fpm_process_ctl.c', version: '8.2.32, 8.4.24' },
  pattern: /^\[pool [^\]]+\] seems busy \(you may need to increase /,
  points: [{ cause: 'overload', strength: 'supporting' }],
  within: { from: -60_000, to: 5_000 },
  consequences: [],
  samples: [
    {
      line: '[22-Nov-2026 12:10:36] WARNING: [pool www] seems busy (you may need to increase pm.start_servers, or pm.min/max_spare_servers), spawning 8 children, there are 0 idle, and 6 total children',
      gives: {},
      from: 'rebuilt from the template, php-src 8.4.24',
    },
  ],
  nearMisses: [],
});

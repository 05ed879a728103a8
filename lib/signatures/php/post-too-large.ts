import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpPostTooLarge = defineClue({
  id: 'php/post-too-large',
  formats: ['php-fpm', ...anyText, 'nginx-error'],
  needles: ['POST Content-Length of'],
  means: 'The body is larger than post_max_size: PHP drops it, and the script runs with an empty form.',
  provenance: { project: 'php-src', file: 'main/SAPI.c, sapi_read_post_data', version: '7.4 to 8.4.24' },
  pattern:
    /^(?:\[pool [^\]]+\] child (?<pid>\d+) said into stderr: "|FastCGI sent in stderr: ")?(?:.*?PHP message: )?PHP Warning:\s+(?:Unknown: |PHP Request Startup: )?POST Content-Length of (?<bytes>\d+) bytes exceeds the limit of \d+ bytes/,
  points: [{ cause: 'body-rejected', strength: 'context' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[22-Nov-2026 12:11:00] WARNING: [pool www] child 14982 said into stderr: "NOTICE: PHP message: PHP Warning:  PHP Request Startup: POST Content-Length of 100000 bytes exceeds the limit of 1024 bytes in Unknown on line 0"',
      gives: { pid: 14982, bytes: 100000 },
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [],
});

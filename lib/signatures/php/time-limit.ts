import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpTimeLimit = defineClue({
  id: 'php/time-limit',
  formats: ['php-fpm', ...anyText, 'nginx-error'],
  needles: ['Maximum execution time of'],
  means: "A request used more processor time than PHP's max_execution_time: answered with 500.",
  provenance: { project: 'php-src', file: 'Zend/zend_execute_API.c', version: '8.2.32, 8.4.24' },
  pattern:
    /^(?:\[pool [^\]]+\] child (?<pid>\d+) said into stderr: "|FastCGI sent in stderr: ")?(?:.*?PHP message: )?(?:PHP )?Fatal error:\s+Maximum execution time of (?<limit>\d+) seconds? exceeded/,
  adds: ({ limit = '0' }) => ({ limit: Number(limit) * 1_000 }),
  points: [{ cause: 'worker-timeout', strength: 'context' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[22-Nov-2026 12:10:16] WARNING: [pool www] child 14644 said into stderr: "NOTICE: PHP message: PHP Fatal error:  Maximum execution time of 2 seconds exceeded in /srv/php/t.php on line 9"',
      gives: { pid: 14644, limit: 2_000 },
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpUncaught = defineClue({
  id: 'php/uncaught',
  formats: ['php-fpm', ...anyText, 'nginx-error'],
  needles: ['PHP Fatal error'],
  means: 'A script died of an exception that nothing caught: answered with 500, and the child lives on.',
  provenance: { project: 'php-src', file: 'Zend/zend_exceptions.c', version: '8.2.32, 8.4.24' },
  pattern:
    /^(?:\[pool [^\]]+\] child (?<pid>\d+) said into stderr: "|FastCGI sent in stderr: ")?(?:.*?PHP message: )?PHP Fatal error:\s+Uncaught (?<reason>[\w\\]+)/,
  points: [{ cause: 'crash', strength: 'context' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[22-Nov-2026 12:09:54] WARNING: [pool www] child 14537 said into stderr: "NOTICE: PHP message: PHP Fatal error:  Uncaught Exception: boom in /srv/php/t.php:12"',
      gives: { pid: 14537, reason: 'Exception' },
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [
    {
      line: '[22-Nov-2026 12:09:56] WARNING: [pool www] child 14537 said into stderr: "NOTICE: PHP message: PHP Warning:  uh oh in /srv/php/t.php on line 14"',
      because: 'a warning; the script goes on',
    },
  ],
});

import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpMemoryLimit = defineClue({
  id: 'php/memory-limit',
  formats: ['php-fpm', ...anyText, 'nginx-error'],
  needles: ['Allowed memory size of'],
  means:
    "A request needed more than PHP's memory_limit: answered with 500, and the kernel has no part in it.",
  provenance: { project: 'php-src', file: 'Zend/zend_alloc.c', version: '8.2.32, 8.4.24' },
  pattern:
    /^(?:\[pool [^\]]+\] child (?<pid>\d+) said into stderr: "|FastCGI sent in stderr: ")?(?:.*?PHP message: )?(?:PHP )?Fatal error:\s+Allowed memory size of (?<bytes>\d+) bytes exhausted/,
  points: [{ cause: 'crash', strength: 'context' }],
  within: { from: -2_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: '[22-Nov-2026 12:09:59] WARNING: [pool www] child 14537 said into stderr: "NOTICE: PHP message: PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 2097152 bytes) in /srv/php/t.php on line 10"',
      gives: { pid: 14537, bytes: 134217728 },
      from: 'captured, php-fpm 8.2.36',
    },
    {
      line: '[22-Nov-2026 12:09:54 UTC] PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 2097152 bytes) in /srv/php/t.php on line 10',
      gives: { bytes: 134217728 },
      from: 'rebuilt from the template, php-src 8.4.24',
    },
    {
      line: '2026/11/22 12:09:59 [error] 26701#26701: *889 FastCGI sent in stderr: "PHP message: PHP Fatal error:  Allowed memory size of 134217728 bytes exhausted (tried to allocate 2097152 bytes) in /srv/php/t.php on line 10" while reading response header from upstream, client: 127.0.0.1, server: , request: "GET /t.php?a=mem HTTP/1.1", upstream: "fastcgi://127.0.0.1:18002", host: "127.0.0.1:18502"',
      gives: { bytes: 134217728, method: 'GET', target: '/t.php?a=mem' },
      from: 'captured, nginx 1.22.1 before php-fpm 8.2.36',
      format: 'nginx-error',
    },
  ],
  nearMisses: [
    {
      line: '[22-Nov-2026 12:09:57] WARNING: [pool www] child 14537 said into stderr: "NOTICE: PHP message: app says hi"',
      because: 'words of the application',
    },
  ],
});

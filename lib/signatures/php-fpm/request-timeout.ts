import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmRequestTimeout = defineClue({
  id: 'php-fpm/request-timeout',
  formats: ['php-fpm', ...anyText],
  needles: ['execution timed out'],
  means: 'php-fpm ended a child whose request had run longer than request_terminate_timeout.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_request.c, fpm_request_check_timed_out',
    version: '8.2.32, 8.4.24',
  },
  // php-fpm knows the script, not the path that the client asked for: a front controller names no route.
  pattern:
    /^\[pool [^\]]+\] child (?<pid>\d+), script '[^']*' \(request: "(?<method>[A-Z]+) (?:(?![^" ]*\/(?:index|app|app_dev|main|front|bootstrap)\.php[?"])(?<target>[^" ]*)|[^" ]*)"\) execution timed out \(\d+\.\d+ sec\), terminating$/,
  points: [{ cause: 'worker-timeout', strength: 'decisive' }],
  within: { from: -2_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: `[22-Nov-2026 12:10:07] WARNING: [pool www] child 14617, script '/srv/php/t.php' (request: "GET /t.php?a=slow&s=8") execution timed out (3.108433 sec), terminating`,
      gives: { pid: 14617, method: 'GET', target: '/t.php?a=slow&s=8' },
      from: 'captured, php-fpm 8.2.36',
    },
    {
      line: `[22-Nov-2026 12:10:07] WARNING: [pool www] child 17, script '/srv/shop/public/index.php' (request: "GET /index.php?page=2") execution timed out (3.108433 sec), terminating`,
      gives: { pid: 17, method: 'GET' },
      from: 'rebuilt from the template, php-src 8.4.24, behind try_files',
    },
  ],
  nearMisses: [
    {
      line: `[22-Nov-2026 12:10:06] WARNING: [pool www] child 14617, script '/srv/php/t.php' (request: "GET /t.php?a=slow&s=8") executing too slow (2.441210 sec), logging`,
      because: 'only written down; the request goes on',
    },
  ],
});

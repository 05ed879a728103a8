import { anyText, defineClue } from '#lib/catalogue/define.ts';

export const phpFpmRequestSlow = defineClue({
  id: 'php-fpm/request-slow',
  formats: ['php-fpm', ...anyText],
  needles: ['executing too slow'],
  means: 'A request has run longer than request_slowlog_timeout; the slow log has its stack.',
  provenance: {
    project: 'php-src',
    file: 'sapi/fpm/fpm/fpm_request.c, fpm_request_check_timed_out',
    version: '8.2.32, 8.4.24',
  },
  // php-fpm knows the script, not the path that the client asked for: a front controller names no route.
  pattern:
    /^\[pool [^\]]+\] child (?<pid>\d+), script '[^']*' \(request: "(?<method>[A-Z]+) (?:(?![^" ]*\/(?:index|app|app_dev|main|front|bootstrap)\.php[?"])(?<target>[^" ]*)|[^" ]*)"\) executing too slow \(\d+\.\d+ sec\), logging$/,
  points: [{ cause: 'backend-timeout', strength: 'supporting' }],
  within: { from: -60_000, to: 1_000 },
  consequences: [],
  samples: [
    {
      line: `[22-Nov-2026 12:10:06] WARNING: [pool www] child 14617, script '/srv/php/t.php' (request: "GET /t.php?a=slow&s=8") executing too slow (2.441210 sec), logging`,
      gives: { pid: 14617, method: 'GET', target: '/t.php?a=slow&s=8' },
      from: 'captured, php-fpm 8.2.36',
    },
  ],
  nearMisses: [
    { line: '[22-Nov-2026 12:10:06] NOTICE: child 14617 stopped for tracing', because: 'names no request' },
  ],
});

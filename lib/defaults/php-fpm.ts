import { defineProgram } from '#lib/catalogue/define.ts';

const fpm = 'https://www.php.net/manual/en/install.fpm.configuration.php';
const ini = 'https://www.php.net/manual/en';

export const phpFpm = defineProgram({
  program: 'php-fpm',
  title: 'PHP-FPM',
  role: 'backend',
  processes: ['php-fpm*'],
  schemes: ['fastcgi'],
  // No keep-alive: it closes unless nginx asks for it (fastcgi_keep_conn), and then it has no idle limit.
  limits: [
    {
      kind: 'execution',
      setting: 'php-fpm.request_terminate_timeout',
      written: 'request_terminate_timeout',
      unit: 'ms',
      values: [{ since: '7.4', value: null }],
      manual: `${fpm}#request-terminate-timeout`,
    },
    {
      kind: 'request',
      setting: 'php-fpm.max_execution_time',
      written: 'max_execution_time',
      unit: 'ms',
      values: [
        {
          since: '7.4',
          value: 30_000,
          note: 'Processor time on Linux, waiting not counted; answered with 500.',
        },
      ],
      manual: `${ini}/info.configuration.php#ini.max-execution-time`,
    },
    {
      kind: 'grace',
      setting: 'php-fpm.process_control_timeout',
      written: 'process_control_timeout',
      unit: 'ms',
      values: [{ since: '7.4', value: 0, note: 'Even a graceful stop or reload cuts requests at once.' }],
      manual: `${fpm}#process-control-timeout`,
    },
    {
      kind: 'body-size',
      setting: 'php-fpm.post_max_size',
      written: 'post_max_size',
      unit: 'bytes',
      values: [{ since: '7.4', value: 8_388_608, note: 'Beyond it the script runs with an empty form.' }],
      manual: `${ini}/ini.core.php#ini.post-max-size`,
    },
    {
      kind: 'body-size',
      setting: 'php-fpm.upload_max_filesize',
      written: 'upload_max_filesize',
      unit: 'bytes',
      values: [{ since: '7.4', value: 2_097_152, note: 'For each file; beyond it the file is left out.' }],
      manual: `${ini}/ini.core.php#ini.upload-max-filesize`,
    },
    {
      kind: 'recycle',
      setting: 'php-fpm.pm.max_requests',
      written: 'pm.max_requests',
      unit: 'count',
      values: [{ since: '7.4', value: null }],
      manual: `${fpm}#pm.max-requests`,
    },
    {
      kind: 'capacity',
      setting: 'php-fpm.listen.backlog',
      written: 'listen.backlog',
      unit: 'count',
      values: [
        {
          since: '7.4',
          value: 511,
          note: 'Capped by net.core.somaxconn (128 before Linux 5.4, 4096 since); newer releases ask for all of it.',
        },
      ],
      manual: `${fpm}#listen-backlog`,
    },
  ],
});

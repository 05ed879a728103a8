import { defineProgram } from '#lib/catalogue/define.ts';

export const modWsgi = defineProgram({
  program: 'mod_wsgi',
  title: 'mod_wsgi',
  role: 'backend',
  processes: ['mod_wsgi*', '(wsgi:*', 'apache2', 'httpd'],
  limits: [
    {
      kind: 'execution',
      setting: 'mod_wsgi.request_timeout',
      written: 'request-timeout',
      unit: 'ms',
      values: [{ since: '4.1', value: null, note: 'Averaged over the threads of a process.' }],
      manual: 'https://modwsgi.readthedocs.io/en/master/configuration-directives/WSGIDaemonProcess.html',
    },
    {
      kind: 'execution',
      setting: 'mod_wsgi.deadlock_timeout',
      written: 'deadlock-timeout',
      unit: 'ms',
      values: [{ since: '4.1', value: 300_000, note: 'Only when Python cannot run at all.' }],
      manual: 'https://modwsgi.readthedocs.io/en/master/configuration-directives/WSGIDaemonProcess.html',
    },
    {
      kind: 'grace',
      setting: 'mod_wsgi.shutdown_timeout',
      written: 'shutdown-timeout',
      unit: 'ms',
      values: [{ since: '4.1', value: 5_000 }],
      manual: 'https://modwsgi.readthedocs.io/en/master/configuration-directives/WSGIDaemonProcess.html',
    },
    {
      kind: 'recycle',
      setting: 'mod_wsgi.maximum_requests',
      written: 'maximum-requests',
      unit: 'count',
      values: [{ since: '4.1', value: null }],
      manual: 'https://modwsgi.readthedocs.io/en/master/configuration-directives/WSGIDaemonProcess.html',
    },
  ],
});

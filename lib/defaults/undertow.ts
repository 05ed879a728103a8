import { defineProgram } from '#lib/catalogue/define.ts';

export const undertow = defineProgram({
  program: 'undertow',
  title: 'Undertow',
  role: 'backend',
  processes: ['undertow*', 'wildfly*', 'jboss*', 'XNIO*', 'java'],
  schemes: ['http', 'https', 'ajp'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'undertow.NO_REQUEST_TIMEOUT',
      written: 'NO_REQUEST_TIMEOUT',
      unit: 'ms',
      values: [{ since: '1.0', value: 60_000 }],
      manual: 'https://undertow.io/undertow-docs/undertow-docs-2.1.0/listeners.html',
    },
    {
      kind: 'header-size',
      setting: 'undertow.MAX_HEADER_SIZE',
      written: 'MAX_HEADER_SIZE',
      unit: 'bytes',
      values: [{ since: '1.0', value: 1_048_576 }],
      manual: 'https://undertow.io/undertow-docs/undertow-docs-2.1.0/listeners.html',
    },
    {
      kind: 'body-size',
      setting: 'undertow.MAX_ENTITY_SIZE',
      written: 'MAX_ENTITY_SIZE',
      unit: 'bytes',
      values: [{ since: '1.0', value: null }],
      manual: 'https://undertow.io/undertow-docs/undertow-docs-2.1.0/listeners.html',
    },
  ],
});

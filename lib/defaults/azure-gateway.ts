import { defineProgram } from '#lib/catalogue/define.ts';

export const azureGatewayDefaults = defineProgram({
  program: 'azure-gateway',
  title: 'Azure Application Gateway',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'response',
      setting: 'azure-gateway.request_timeout',
      written: 'requestTimeout',
      unit: 'ms',
      values: [
        { since: '1', value: 30000 },
        { since: '2', value: 20000 },
      ],
      manual:
        'https://learn.microsoft.com/en-us/azure/application-gateway/configuration-http-settings#request-timeout',
    },
  ],
});

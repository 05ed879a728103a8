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
        {
          since: '1',
          value: 20000,
          note: 'What the portal sets; then 502 from v1, and from v2 one more backend and 504.',
        },
      ],
      manual:
        'https://learn.microsoft.com/en-us/azure/application-gateway/application-gateway-troubleshooting-502',
    },
  ],
});

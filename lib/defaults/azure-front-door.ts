import { defineProgram } from '#lib/catalogue/define.ts';

export const azureFrontDoorDefaults = defineProgram({
  program: 'azure-front-door',
  title: 'Azure Front Door',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'response',
      setting: 'azure-front-door.origin_response_timeout',
      written: 'originResponseTimeoutSeconds',
      unit: 'ms',
      values: [{ since: '1', value: 30000, note: 'Standard and Premium: from 16 to 240 s.' }],
      manual: 'https://learn.microsoft.com/en-us/azure/frontdoor/troubleshoot-issues',
    },
  ],
});

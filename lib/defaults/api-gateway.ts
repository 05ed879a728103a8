import { defineProgram } from '#lib/catalogue/define.ts';

export const apiGatewayDefaults = defineProgram({
  program: 'api-gateway',
  title: 'Amazon API Gateway',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'response',
      setting: 'api-gateway.integration_timeout',
      written: 'integration timeout',
      line: 'aws apigateway update-integration … --patch-operations op=replace,path=/timeoutInMillis,value={}',
      unit: 'ms',
      values: [
        { since: '1', value: 29000, note: 'REST API' },
        { since: '2', value: 30000, note: 'HTTP API' },
      ],
      manual: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    },
  ],
});

import { defineAside } from '#lib/catalogue/define.ts';
import { saidBy } from '#lib/catalogue/define-api-gateway.ts';

export const apiGatewayTimedOut = defineAside({
  id: 'api-gateway/timed-out',
  formats: ['api-gateway'],
  needles: ['Endpoint request timed out', 'due to a timeout error'],
  means: 'The gateway gave up waiting for the backend, which had not closed.',
  provenance: {
    project: 'Amazon API Gateway',
    file: 'developer guide: gateway responses INTEGRATION_FAILURE, INTEGRATION_TIMEOUT; execution log',
    version: 'REST API, read 2026-11',
    url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
  },
  reads: saidBy(/^Endpoint request timed out/, /^Execution failed due to a timeout error/, {}),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '(8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11) Execution failed due to a timeout error',
      gives: { requestId: '8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11' },
      from: 'published, Amazon API Gateway execution log (REST API)',
    },
    {
      line: '{"requestId":"8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11","ip":"203.0.113.9","requestTime":"22/Nov/2026:12:00:05 +0000","httpMethod":"POST","path":"/pay","status":"504","responseLatency":"29003","integrationStatus":"-","errorMessage":"Endpoint request timed out"}',
      gives: { elapsed: 29003 },
      from: 'rebuilt from the template, Amazon API Gateway developer guide, "$context variables"',
    },
  ],
  nearMisses: [
    {
      line: '{"requestId":"8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11","ip":"203.0.113.9","requestTime":"22/Nov/2026:12:00:05 +0000","httpMethod":"POST","path":"/pay","status":"504","responseLatency":"57","integrationStatus":"-","errorMessage":"Network error communicating with endpoint"}',
      because: 'the connection broke',
    },
  ],
});

import { defineSymptom } from '#lib/catalogue/define.ts';
import { saidBy } from '#lib/catalogue/define-api-gateway.ts';

export const apiGatewayIntegrationFailed = defineSymptom({
  id: 'api-gateway/integration-failed',
  formats: ['api-gateway'],
  needles: ['network error communicating with endpoint', 'Network error communicating with endpoint'],
  means:
    'The gateway lost the connection to the backend or did not get one: it says no more, so a refused connect reads the same.',
  provenance: {
    project: 'Amazon API Gateway',
    file: 'developer guide: gateway responses INTEGRATION_FAILURE, INTEGRATION_TIMEOUT; execution log',
    version: 'REST API, read 2026-11',
    url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
  },
  reads: saidBy(
    /^Network error communicating with endpoint/,
    /^Execution failed due to a network error communicating with endpoint/,
    { by: 'other' },
  ),
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '(8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11) Execution failed due to a network error communicating with endpoint',
      gives: { by: 'other', requestId: '8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11' },
      from: 'published, Amazon API Gateway execution log (REST API, 2024)',
    },
    {
      line: '{"requestId":"8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11","ip":"203.0.113.9","requestTime":"22/Nov/2026:12:00:05 +0000","httpMethod":"POST","path":"/pay","status":"504","responseLatency":"57","integrationStatus":"-","errorMessage":"Network error communicating with endpoint"}',
      gives: {
        status: 504,
        elapsed: 57,
        method: 'POST',
        target: '/pay',
        client: '203.0.113.9',
        requestId: '8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11',
      },
      from: 'rebuilt from the template, Amazon API Gateway developer guide, "$context variables"',
    },
  ],
  nearMisses: [
    {
      line: '(8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11) Method request path: {q=Execution failed due to a network error communicating with endpoint}',
      because: 'a client wrote it',
    },
  ],
});

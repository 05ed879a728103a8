import { defineSymptom } from '#lib/catalogue/define.ts';
import { phaseBy, whenNamed } from '#lib/catalogue/define-named.ts';

export const azureGatewayClosed = defineSymptom({
  id: 'azure-gateway/closed',
  formats: ['azure-gateway'],
  needles: ['ERRORINFO_UPSTREAM_CLOSED_CONNECTION'],
  means:
    'The backend closed the connection before the request was done; how, and whether the connection had been used before, this log does not tell.',
  provenance: {
    project: 'Azure Application Gateway',
    file: 'articles/application-gateway/monitor-application-gateway-reference.md, "Access log category", error_info',
    version: 'MicrosoftDocs/azure-docs 02be6d7',
    url: 'https://learn.microsoft.com/en-us/azure/application-gateway/monitor-application-gateway-reference#access-log-category',
  },
  reads: whenNamed(({ reason, status }) =>
    reason === 'ERRORINFO_UPSTREAM_CLOSED_CONNECTION' ? { phase: phaseBy(status), by: 'other' } : undefined,
  ),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '{"timeStamp":"2026-11-22T12:00:11+00:00","category":"ApplicationGatewayAccessLog","properties":{"instanceId":"appgw_2","clientIP":"203.0.113.9","httpMethod":"POST","requestUri":"\\/pay","userAgent":"curl\\/8.4.0","httpStatus":502,"receivedBytes":184,"sentBytes":466,"timeTaken":0.034,"transactionId":"592d1649f75a8d480a3c4dc6a975309d","serverRouted":"10.4.0.4:8080","serverStatus":"502","originalHost":"shop.example.com","error_info":"ERRORINFO_UPSTREAM_CLOSED_CONNECTION"}}',
      gives: {
        phase: 'header',
        by: 'other',
        status: 502,
        elapsed: 34,
        upstream: '10.4.0.4:8080',
        target: '/pay',
        requestId: '592d1649f75a8d480a3c4dc6a975309d',
      },
      from: 'rebuilt from the template, MicrosoftDocs/azure-docs 02be6d7 articles/application-gateway/monitor-application-gateway-reference.md',
    },
  ],
  nearMisses: [
    {
      line: '{"timeStamp":"2026-11-22T12:00:11+00:00","category":"ApplicationGatewayAccessLog","properties":{"instanceId":"appgw_2","clientIP":"203.0.113.9","httpMethod":"POST","requestUri":"\\/pay","userAgent":"curl\\/8.4.0","httpStatus":502,"receivedBytes":184,"sentBytes":466,"timeTaken":0.034,"transactionId":"592d1649f75a8d480a3c4dc6a975309d","serverRouted":"10.4.0.4:8080","serverStatus":"502","originalHost":"shop.example.com","error_info":"ERRORINFO_NO_ERROR"}}',
      because: 'the backend answered 502 itself',
    },
  ],
});

import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const azureGatewayNoBackend = defineAside({
  id: 'azure-gateway/no-backend',
  formats: ['azure-gateway'],
  needles: ['ERRORINFO_UPSTREAM_NO_LIVE'],
  means: 'No backend of the pool could be reached.',
  provenance: {
    project: 'Azure Application Gateway',
    file: 'articles/application-gateway/monitor-application-gateway-reference.md, "Access log category", error_info',
    version: 'MicrosoftDocs/azure-docs 02be6d7',
    url: 'https://learn.microsoft.com/en-us/azure/application-gateway/monitor-application-gateway-reference#access-log-category',
  },
  reads: whenOneOf(['ERRORINFO_UPSTREAM_NO_LIVE'], { phase: 'connect' }),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '{"timeStamp":"2026-11-22T12:00:11+00:00","category":"ApplicationGatewayAccessLog","properties":{"instanceId":"appgw_2","clientIP":"203.0.113.9","httpMethod":"POST","requestUri":"\\/pay","userAgent":"curl\\/8.4.0","httpStatus":502,"receivedBytes":184,"sentBytes":466,"timeTaken":0.034,"transactionId":"592d1649f75a8d480a3c4dc6a975309d","serverRouted":"10.4.0.4:8080","serverStatus":"502","originalHost":"shop.example.com","error_info":"ERRORINFO_UPSTREAM_NO_LIVE"}}',
      gives: { phase: 'connect', status: 502 },
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

import { defineFormat } from '#lib/catalogue/define.ts';
import { azureRecord } from '#lib/catalogue/define-azure.ts';

export const azureGateway = defineFormat({
  id: 'azure-gateway',
  title: 'Azure Application Gateway access log, one JSON object a line',
  manual:
    'https://learn.microsoft.com/en-us/azure/application-gateway/monitor-application-gateway-reference#access-log-category',
  kind: 'access',
  role: 'proxy',
  program: 'azure-gateway',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'end' },
  read: (line) => azureRecord(line, /"(?:ApplicationGatewayAccess(?:Log)?|AGWAccessLogs)"/),
  samples: [
    {
      line: '{"timeStamp":"2026-11-22T12:00:11+00:00","resourceId":"/SUBSCRIPTIONS/1/RESOURCEGROUPS/SHOP/PROVIDERS/MICROSOFT.NETWORK/APPLICATIONGATEWAYS/SHOP","listenerName":"HTTPS-Listener","ruleName":"api","backendPoolName":"api","backendSettingName":"api-http","operationName":"ApplicationGatewayAccess","category":"ApplicationGatewayAccessLog","properties":{"instanceId":"appgw_2","clientIP":"203.0.113.9","clientPort":45057,"httpMethod":"POST","originalRequestUriWithArgs":"\\/pay?id=7","requestUri":"\\/pay","requestQuery":"id=7","userAgent":"curl\\/8.4.0","httpStatus":502,"httpVersion":"HTTP\\/1.1","receivedBytes":184,"sentBytes":466,"clientResponseTime":0,"timeTaken":0.034,"transactionId":"592d1649f75a8d480a3c4dc6a975309d","sslEnabled":"on","serverRouted":"10.4.0.4:8080","serverStatus":"502","serverResponseLatency":"0.028","upstreamSourcePort":"21564","originalHost":"shop.example.com","host":"api.internal","error_info":"ERRORINFO_UPSTREAM_CLOSED_CONNECTION","contentType":"-"}}',
      gives: {
        at: '2026-11-22T12:00:11.000',
        message: 'POST /pay?id=7',
        fields: {
          reason: 'ERRORINFO_UPSTREAM_CLOSED_CONNECTION',
          status: '502',
          elapsed: '34',
          upstream: '10.4.0.4:8080',
          host: 'shop.example.com',
          client: '203.0.113.9',
          requestId: '592d1649f75a8d480a3c4dc6a975309d',
        },
      },
      from: 'rebuilt from the template, MicrosoftDocs/azure-docs 02be6d7 articles/application-gateway/monitor-application-gateway-reference.md',
    },
    {
      line: '{"resourceId":"/SUBSCRIPTIONS/1/RESOURCEGROUPS/SHOP/PROVIDERS/MICROSOFT.NETWORK/APPLICATIONGATEWAYS/SHOP","operationName":"ApplicationGatewayAccess","time":"2026-11-22T12:00:11Z","category":"ApplicationGatewayAccessLog","properties":{"instanceId":"ApplicationGatewayRole_IN_0","clientIP":"203.0.113.9","clientPort":46886,"httpMethod":"GET","requestUri":"/pay","requestQuery":"X-AzureApplicationGateway-CACHE-HIT=0&SERVER-ROUTED=10.4.0.4&SERVER-STATUS=502","userAgent":"-","httpStatus":502,"httpVersion":"HTTP/1.0","receivedBytes":65,"sentBytes":553,"timeTaken":205,"sslEnabled":"off","host":"shop.example.com","originalHost":"shop.example.com"}}',
      gives: {
        at: '2026-11-22T12:00:11.000',
        message: 'GET /pay',
        fields: { status: '502', elapsed: '205', reason: '', upstream: '' },
      },
      from: 'rebuilt from the template, MicrosoftDocs/azure-docs 02be6d7 articles/application-gateway/monitor-application-gateway-reference.md, the older SKU',
    },
  ],
  forgeries: [
    {
      line: '{"timeStamp":"2026-11-22T12:00:11+00:00","category":"ApplicationGatewayAccessLog","properties":{"clientIP":"203.0.113.9","httpMethod":"GET","requestUri":"\\/\\",\\"error_info\\":\\"ERRORINFO_UPSTREAM_CLOSED_CONNECTION","userAgent":"ERRORINFO_UPSTREAM_TIMED_OUT","httpStatus":200,"timeTaken":0.034,"serverRouted":"10.4.0.4:8080","serverStatus":"200","error_info":"ERRORINFO_NO_ERROR"}}',
      gives: { fields: { reason: '', status: '200' } },
      because: 'JSON escapes what a client sends, so it stays inside its string',
    },
  ],
});

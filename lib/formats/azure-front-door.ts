import { defineFormat } from '#lib/catalogue/define.ts';
import { azureRecord } from '#lib/catalogue/define-azure.ts';

export const azureFrontDoor = defineFormat({
  id: 'azure-front-door',
  title: 'Azure Front Door access log, one JSON object a line',
  manual: 'https://learn.microsoft.com/en-us/azure/frontdoor/monitor-front-door#access-log',
  kind: 'access',
  role: 'proxy',
  program: 'azure-front-door',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'end' },
  read: (line) => azureRecord(line, /"Front[Dd]oorAccessLog"/),
  samples: [
    {
      line: '{"time":"2026-11-22T12:00:11.3640748Z","resourceId":"/SUBSCRIPTIONS/1/RESOURCEGROUPS/SHOP/PROVIDERS/MICROSOFT.CDN/PROFILES/SHOP","category":"FrontDoorAccessLog","operationName":"Microsoft.Cdn/Profiles/AccessLog/Write","properties":{"trackingReference":"20261122T120011Z-15d8bd9c","httpMethod":"POST","httpVersion":"2.0","requestUri":"https://shop.example.com:443/pay?id=7","hostName":"shop.example.com","requestBytes":"341","responseBytes":"466","userAgent":"curl/8.4.0","clientIp":"203.0.113.9","socketIp":"203.0.113.9","timeTaken":"0.051","requestProtocol":"HTTPS","httpStatusCode":"502","pop":"LON","cacheStatus":"CONFIG_NOCACHE","errorInfo":"OriginConnectionAborted","ErrorInfo":"OriginConnectionAborted","originUrl":"https://api.example.com:443/pay?id=7","originIp":"198.51.100.7:443","originName":"api.example.com:443"}}',
      gives: {
        at: '2026-11-22T12:00:11.364',
        message: 'POST /pay?id=7',
        fields: {
          reason: 'OriginConnectionAborted',
          status: '502',
          elapsed: '51',
          upstream: '198.51.100.7:443',
          host: 'shop.example.com',
          client: '203.0.113.9',
          requestId: '20261122T120011Z-15d8bd9c',
        },
      },
      from: 'rebuilt from the template, MicrosoftDocs/azure-docs 40f02c5 articles/frontdoor/monitor-front-door.md',
    },
  ],
  forgeries: [
    {
      line: '{"time":"2026-11-22T12:00:11.3640748Z","category":"FrontDoorAccessLog","properties":{"httpMethod":"GET","requestUri":"https://shop.example.com:443/?\\",\\"errorInfo\\":\\"OriginConnectionAborted","userAgent":"OriginTimeout","clientIp":"203.0.113.9","timeTaken":"0.051","httpStatusCode":"200","errorInfo":"NoError","originIp":"198.51.100.7:443"}}',
      gives: { fields: { reason: '', status: '200' } },
      because: 'JSON escapes what a client sends, so it stays inside its string',
    },
  ],
});

import { defineFormat } from '#lib/catalogue/define.ts';
import { present, stampIn } from '#lib/catalogue/define-json.ts';
import { jsonRecord } from '#lib/catalogue/define-record.ts';

const execution = /^\(([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\) (.*)$/s;
/** Names that people give to `$context.error.message`, `$context.integrationErrorMessage` and the rest. */
const errors = [
  'integrationerrormessage',
  'integrationerror',
  'contextintegrationerrormessage',
  'errormessage',
  'contexterrormessage',
  'error',
  'message',
];

const marks =
  /"(?:(?:context\.)?integration(?:Error|ErrorMessage|Status|Latency|RequestId)|errorResponseType|responseType|integration_(?:error|status|latency))"/;

export const apiGateway = defineFormat({
  id: 'api-gateway',
  title: 'Amazon API Gateway: execution log, and access log as JSON with the usual names',
  manual: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  kind: 'access',
  role: 'proxy',
  program: 'api-gateway',
  clock: { zone: 'in-line', resolution: 1_000, stamps: 'start' },
  read(line) {
    const e = execution.exec(line);
    if (e) return { kind: 'line', stamp: undefined, message: e[2] ?? '', fields: { requestId: e[1] ?? '' } };
    if (!line.startsWith('{') || !marks.test(line)) return undefined;
    const look = jsonRecord(line);
    const requestId = look?.('extendedrequestid', 'requestid', 'contextrequestid');
    const written = look?.('requesttimeepoch', 'requesttime', 'time', 'timestamp');
    const status = look?.('status', 'statuscode');
    // An application's own record has a level.
    if (!look || requestId === undefined || written === undefined) return undefined;
    if (status === undefined || look('level', 'severity') !== undefined) return undefined;
    const latency = look('responselatency', 'latency', 'integrationlatency');
    const elapsed = latency !== undefined && /^\d+$/.test(latency) ? latency : undefined;
    const stamp = stampIn(written);
    const reason = look(...errors);
    const method = look('httpmethod', 'method');
    const target = look('path', 'resourcepath');
    return {
      kind: 'line',
      stamp: stamp && { ...stamp, wall: stamp.wall + Number(elapsed ?? 0) },
      message: [method, target].filter(Boolean).join(' '),
      fields: present({
        reason: reason === '-' ? undefined : reason,
        method,
        target,
        requestId,
        elapsed,
        status,
        client: look('ip', 'sourceip', 'identitysourceip'),
        host: look('domainname'),
      }),
    };
  },
  samples: [
    {
      line: '(8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11) Execution failed due to a network error communicating with endpoint',
      gives: {
        message: 'Execution failed due to a network error communicating with endpoint',
        fields: { requestId: '8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11' },
      },
      from: 'published, Amazon API Gateway execution log (REST API, 2024)',
    },
    {
      line: '{"requestId":"8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11","ip":"203.0.113.9","requestTime":"22/Nov/2026:12:00:05 +0000","httpMethod":"POST","path":"/pay","status":"504","responseLatency":"57","integrationStatus":"-","errorMessage":"Network error communicating with endpoint","errorResponseType":"INTEGRATION_FAILURE"}',
      gives: {
        at: '2026-11-22T12:00:05.057',
        message: 'POST /pay',
        fields: { reason: 'Network error communicating with endpoint', status: '504', elapsed: '57' },
      },
      from: 'rebuilt from the template, Amazon API Gateway developer guide, "$context variables"',
    },
  ],
  forgeries: [
    {
      line: '{"requestId":"8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11","ip":"203.0.113.9","requestTime":"22/Nov/2026:12:00:05 +0000","httpMethod":"GET","path":"/","status":"200","errorMessage":"-","integrationStatus":"200","userAgent":"x","errorMessage":"Network error communicating with endpoint"}',
      gives: { fields: { reason: '', status: '200' } },
      because: 'a user agent ended its string and wrote a name again; what stands twice is not believed',
    },
    {
      line: '(8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11) Method request path: {id=(00000000-0000-0000-0000-000000000000) Execution failed due to a network error communicating with endpoint}',
      gives: { fields: { requestId: '8f6f1d4e-7a51-4a3e-9b0a-1f0d4c2b9a11', reason: '' } },
      because: "only the id at the start of the line is the gateway's",
    },
  ],
});

import { defineSymptom } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const iisClosed = defineSymptom({
  id: 'iis/closed',
  formats: ['iis'],
  needles: ['502 3 12030'],
  means: 'The connection with the backend was reset or ended before its answer had come (WinHTTP 12030).',
  provenance: {
    project: 'IIS, WinHTTP',
    file: 'Troubleshooting 502 errors in ARR, "502.3"; WinHTTP "Error Messages"; dotnet/aspnetcore 02957db OutOfProcessRequestHandler/forwardinghandler.cpp',
    version: 'Windows Server 2012 to 2022',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/application-request-routing/troubleshooting-502-errors-in-arr',
  },
  reads: whenOneOf(['502 3 12030'], { phase: 'header', by: 'other' }),
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '2026-11-22 12:00:05 10.0.0.4 POST /pay - 443 - 203.0.113.9 Mozilla/5.0+(Windows+NT+10.0) - 502 3 12030 15',
      gives: {
        phase: 'header',
        by: 'other',
        status: 502,
        elapsed: 15,
        target: '/pay',
        client: '203.0.113.9',
      },
      from: 'rebuilt from the template, IIS 10 W3C extended log file',
    },
  ],
  nearMisses: [
    {
      line: '2026-11-22 12:00:05 10.0.0.4 POST /pay - 443 - 203.0.113.9 Mozilla/5.0+(Windows+NT+10.0) - 502 0 0 15',
      because: 'the application answered 502 itself',
    },
  ],
});

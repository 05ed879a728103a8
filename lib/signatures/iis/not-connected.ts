import { defineAside } from '#lib/catalogue/define.ts';
import { whenOneOf } from '#lib/catalogue/define-named.ts';

export const iisNotConnected = defineAside({
  id: 'iis/not-connected',
  formats: ['iis'],
  needles: ['502 3 12029'],
  means: 'IIS could not connect to the backend (WinHTTP 12029).',
  provenance: {
    project: 'IIS, WinHTTP',
    file: 'Troubleshooting 502 errors in ARR, "502.3"; WinHTTP "Error Messages"; dotnet/aspnetcore 02957db OutOfProcessRequestHandler/forwardinghandler.cpp',
    version: 'Windows Server 2012 to 2022',
    url: 'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/application-request-routing/troubleshooting-502-errors-in-arr',
  },
  reads: whenOneOf(['502 3 12029'], { phase: 'connect' }),
  basis: 'stated',
  cause: 'connect-failed',
  closedBy: 'nobody',
  samples: [
    {
      line: '2026-11-22 12:00:05 10.0.0.4 POST /pay - 443 - 203.0.113.9 Mozilla/5.0+(Windows+NT+10.0) - 502 3 12029 15',
      gives: { phase: 'connect', status: 502 },
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

import { defineProgram } from '#lib/catalogue/define.ts';

export const kestrel = defineProgram({
  program: 'kestrel',
  title: 'Kestrel',
  role: 'backend',
  processes: ['dotnet', '.NET*', 'kestrel*'],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'kestrel.KeepAliveTimeout',
      written: 'Limits.KeepAliveTimeout',
      unit: 'ms',
      values: [
        { since: '1.0', value: 120_000 },
        { since: '2.0', value: 130_000 },
      ],
      manual:
        'https://learn.microsoft.com/en-us/dotnet/api/microsoft.aspnetcore.server.kestrel.core.kestrelserverlimits.keepalivetimeout',
    },
    {
      kind: 'request',
      setting: 'kestrel.RequestHeadersTimeout',
      written: 'Limits.RequestHeadersTimeout',
      unit: 'ms',
      values: [{ since: '1.0', value: 30_000 }],
      manual:
        'https://learn.microsoft.com/en-us/dotnet/api/microsoft.aspnetcore.server.kestrel.core.kestrelserverlimits.requestheaderstimeout',
    },
    {
      kind: 'grace',
      setting: 'kestrel.ShutdownTimeout',
      written: 'HostOptions.ShutdownTimeout',
      unit: 'ms',
      values: [
        { since: '2.1', value: 5_000 },
        { since: '6.0', value: 30_000 },
      ],
      manual:
        'https://learn.microsoft.com/en-us/dotnet/api/microsoft.extensions.hosting.hostoptions.shutdowntimeout',
    },
    {
      kind: 'header-size',
      setting: 'kestrel.MaxRequestHeadersTotalSize',
      written: 'Limits.MaxRequestHeadersTotalSize',
      unit: 'bytes',
      values: [{ since: '1.0', value: 32_768, note: 'And 8 KiB for the request line.' }],
      manual:
        'https://learn.microsoft.com/en-us/dotnet/api/microsoft.aspnetcore.server.kestrel.core.kestrelserverlimits.maxrequestheaderstotalsize',
    },
    {
      kind: 'body-size',
      setting: 'kestrel.MaxRequestBodySize',
      written: 'Limits.MaxRequestBodySize',
      unit: 'bytes',
      values: [
        { since: '1.0', value: null },
        { since: '2.0', value: 30_000_000 },
      ],
      manual:
        'https://learn.microsoft.com/en-us/dotnet/api/microsoft.aspnetcore.server.kestrel.core.kestrelserverlimits.maxrequestbodysize',
    },
    {
      kind: 'capacity',
      setting: 'kestrel.MaxConcurrentConnections',
      written: 'Limits.MaxConcurrentConnections',
      unit: 'count',
      values: [{ since: '2.0', value: null }],
      manual:
        'https://learn.microsoft.com/en-us/dotnet/api/microsoft.aspnetcore.server.kestrel.core.kestrelserverlimits.maxconcurrentconnections',
    },
  ],
});

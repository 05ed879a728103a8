import { defineProgram } from '#lib/catalogue/define.ts';

export const yarpDefaults = defineProgram({
  program: 'yarp',
  title: 'YARP',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'response',
      setting: 'yarp.ActivityTimeout',
      written: 'ActivityTimeout',
      unit: 'ms',
      values: [{ since: '1.0', value: 100000 }],
      manual:
        'https://learn.microsoft.com/en-us/aspnet/core/fundamentals/servers/yarp/http-client-config#httprequest',
    },
    {
      kind: 'keep-alive',
      setting: 'yarp.PooledConnectionIdleTimeout',
      written: 'PooledConnectionIdleTimeout',
      unit: 'ms',
      values: [{ since: '1.0', value: 60000, note: 'Of .NET 6 and later.' }],
      manual:
        'https://learn.microsoft.com/en-us/dotnet/api/system.net.http.socketshttphandler.pooledconnectionidletimeout',
    },
  ],
});

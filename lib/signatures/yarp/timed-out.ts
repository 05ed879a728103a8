import { defineAside } from '#lib/catalogue/define.ts';
import { forwarder } from '#lib/catalogue/define-yarp.ts';

export const yarpTimedOut = defineAside({
  id: 'yarp/timed-out',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['The request timed out before receiving a response.'],
  means: 'The proxy gave up waiting for the backend, which had not closed.',
  provenance: {
    project: 'YARP',
    file: 'src/ReverseProxy/Forwarder/HttpForwarder.cs',
    version: '1.0.0 to 2.3.0',
    url: 'https://github.com/dotnet/yarp',
  },
  pattern: forwarder('RequestTimedOut: The request timed out before receiving a response.'),
  basis: 'stated',
  cause: 'proxy-timeout',
  closedBy: 'proxy',
  samples: [
    {
      line: '      RequestTimedOut: The request timed out before receiving a response.',
      gives: {},
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs',
    },
    {
      line: 'warn: Yarp.ReverseProxy.Forwarder.HttpForwarder[48] RequestTimedOut: The request timed out before receiving a response.',
      gives: {},
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs, console on single lines',
    },
  ],
  nearMisses: [
    {
      line: '      RequestCanceled: The request was canceled before receiving a response.',
      because: 'the client left',
    },
  ],
});

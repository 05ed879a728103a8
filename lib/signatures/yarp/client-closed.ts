import { defineAside } from '#lib/catalogue/define.ts';
import { forwarder } from '#lib/catalogue/define-yarp.ts';

export const yarpClientClosed = defineAside({
  id: 'yarp/client-closed',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['The client reported an error when copying the response body.'],
  means: 'The client broke off while its response was being sent.',
  provenance: {
    project: 'YARP',
    file: 'src/ReverseProxy/Forwarder/HttpForwarder.cs',
    version: '1.0.0 to 2.3.0',
    url: 'https://github.com/dotnet/yarp',
  },
  pattern: forwarder('ResponseBodyClient: The client reported an error when copying the response body.'),
  basis: 'stated',
  cause: 'client-closed',
  closedBy: 'client',
  samples: [
    {
      line: '      ResponseBodyClient: The client reported an error when copying the response body.',
      gives: {},
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs',
    },
    {
      line: 'warn: Yarp.ReverseProxy.Forwarder.HttpForwarder[48] ResponseBodyClient: The client reported an error when copying the response body.',
      gives: {},
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs, console on single lines',
    },
  ],
  nearMisses: [
    {
      line: '      ResponseBodyDestination: The destination reported an error when copying the response body.',
      because: 'the backend closed',
    },
  ],
});

import { defineAside } from '#lib/catalogue/define.ts';
import { forwarder } from '#lib/catalogue/define-yarp.ts';

export const yarpBadResponse = defineAside({
  id: 'yarp/bad-response',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['The destination returned a response that cannot be proxied back to the client.'],
  means: 'The backend answered with header fields that the proxy cannot pass on.',
  provenance: {
    project: 'YARP',
    file: 'src/ReverseProxy/Forwarder/HttpForwarder.cs',
    version: '1.0.0 to 2.3.0',
    url: 'https://github.com/dotnet/yarp',
  },
  pattern: forwarder(
    'ResponseHeaders: The destination returned a response that cannot be proxied back to the client.',
  ),
  basis: 'stated',
  cause: 'bad-response',
  closedBy: 'nobody',
  samples: [
    {
      line: '      ResponseHeaders: The destination returned a response that cannot be proxied back to the client.',
      gives: {},
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs',
    },
  ],
  nearMisses: [
    {
      line: '      ResponseBodyDestination: The destination reported an error when copying the response body.',
      because: 'the backend closed',
    },
  ],
});

import { defineSymptom } from '#lib/catalogue/define.ts';
import { forwarder } from '#lib/catalogue/define-yarp.ts';

export const yarpRequestCut = defineSymptom({
  id: 'yarp/request-cut',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['The destination reported an error when copying the request body.'],
  means:
    'Sending the request to the backend failed: it closed, or YARP’s time ran out; the exception on the next lines tells which.',
  provenance: {
    project: 'YARP',
    file: 'src/ReverseProxy/Forwarder/HttpForwarder.cs',
    version: '1.0.0 to 2.3.0',
    url: 'https://github.com/dotnet/yarp',
  },
  pattern: forwarder(
    'RequestBodyDestination: The destination reported an error when copying the request body.',
  ),
  adds: { phase: 'request', by: 'other' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '      RequestBodyDestination: The destination reported an error when copying the request body.',
      gives: { phase: 'request', by: 'other' },
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs',
    },
    {
      line: 'warn: Yarp.ReverseProxy.Forwarder.HttpForwarder[48] RequestBodyDestination: The destination reported an error when copying the request body.',
      gives: { phase: 'request', by: 'other' },
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs, console on single lines',
    },
  ],
  nearMisses: [
    {
      line: '      RequestBodyClient: The client reported an error when copying the request body.',
      because: 'the client broke off',
    },
  ],
});

import { defineSymptom } from '#lib/catalogue/define.ts';
import { forwarder } from '#lib/catalogue/define-yarp.ts';

export const yarpResponseCut = defineSymptom({
  id: 'yarp/response-cut',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['The destination reported an error when copying the response body.'],
  means: 'The backend closed the connection in the middle of the response body.',
  provenance: {
    project: 'YARP',
    file: 'src/ReverseProxy/Forwarder/HttpForwarder.cs',
    version: '1.0.0 to 2.3.0',
    url: 'https://github.com/dotnet/yarp',
  },
  pattern: forwarder(
    'ResponseBodyDestination: The destination reported an error when copying the response body.',
  ),
  adds: { phase: 'body', by: 'other' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '      ResponseBodyDestination: The destination reported an error when copying the response body.',
      gives: { phase: 'body', by: 'other' },
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs',
    },
    {
      line: 'warn: Yarp.ReverseProxy.Forwarder.HttpForwarder[48] ResponseBodyDestination: The destination reported an error when copying the response body.',
      gives: { phase: 'body', by: 'other' },
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs, console on single lines',
    },
  ],
  nearMisses: [
    {
      line: '      ResponseBodyClient: The client reported an error when copying the response body.',
      because: 'the client broke off',
    },
  ],
});

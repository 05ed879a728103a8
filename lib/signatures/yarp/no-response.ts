import { defineSymptom } from '#lib/catalogue/define.ts';
import { forwarder } from '#lib/catalogue/define-yarp.ts';

export const yarpNoResponse = defineSymptom({
  id: 'yarp/no-response',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['An error was encountered before receiving a response.'],
  means:
    'The proxy got no response: the backend closed, or was never reached; the exception on the next lines tells which.',
  provenance: {
    project: 'YARP',
    file: 'src/ReverseProxy/Forwarder/HttpForwarder.cs',
    version: '1.0.0 to 2.3.0',
    url: 'https://github.com/dotnet/yarp',
  },
  pattern: forwarder('Request: An error was encountered before receiving a response.'),
  adds: { by: 'other' },
  basis: 'inferred',
  points: [],
  samples: [
    {
      line: '      Request: An error was encountered before receiving a response.',
      gives: { by: 'other' },
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs',
    },
    {
      line: 'warn: Yarp.ReverseProxy.Forwarder.HttpForwarder[48] Request: An error was encountered before receiving a response.',
      gives: { by: 'other' },
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs, console on single lines',
    },
  ],
  nearMisses: [
    {
      line: '      RequestTimedOut: The request timed out before receiving a response.',
      because: 'the proxy gave up',
    },
  ],
});

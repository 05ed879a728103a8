import { defineSymptom } from '#lib/catalogue/define.ts';

export const yarpRequestCut = defineSymptom({
  id: 'yarp/request-cut',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['The destination reported an error when copying the request body.'],
  means: 'The backend closed the connection before it had taken the whole request.',
  provenance: {
    project: 'YARP',
    file: 'src/ReverseProxy/Forwarder/HttpForwarder.cs',
    version: '202cca9 (2.3, 2025-02)',
    url: 'https://github.com/dotnet/yarp',
  },
  pattern:
    /^(?:(?:[a-z]{4}: )?Yarp\.ReverseProxy\.Forwarder\.HttpForwarder\[\d+\])? {0,8}(?:RequestBodyDestination): The destination reported an error when copying the request body\./,
  adds: { phase: 'request', by: 'other' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '      RequestBodyDestination: The destination reported an error when copying the request body.',
      gives: { phase: 'request', by: 'other' },
      from: 'rebuilt from the template, YARP 2.3 src/ReverseProxy/Forwarder/HttpForwarder.cs',
    },
    {
      line: 'warn: Yarp.ReverseProxy.Forwarder.HttpForwarder[48] RequestBodyDestination: The destination reported an error when copying the request body.',
      gives: { phase: 'request', by: 'other' },
      from: 'rebuilt from the template, YARP 2.3 src/ReverseProxy/Forwarder/HttpForwarder.cs, console on single lines',
    },
  ],
  nearMisses: [
    {
      line: '      RequestBodyClient: The client reported an error when copying the request body.',
      because: 'the client broke off',
    },
  ],
});

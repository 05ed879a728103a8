import { defineSymptom } from '#lib/catalogue/define.ts';
import { forwarder } from '#lib/catalogue/define-yarp.ts';

export const yarpTunnelCut = defineSymptom({
  id: 'yarp/tunnel-cut',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: [
    'The destination reported an error when copying the upgraded response body.',
    'The destination reported an error when copying the upgraded request body.',
  ],
  means: 'The backend closed an upgraded connection (a WebSocket).',
  provenance: {
    project: 'YARP',
    file: 'src/ReverseProxy/Forwarder/HttpForwarder.cs',
    version: '1.0.0 to 2.3.0',
    url: 'https://github.com/dotnet/yarp',
  },
  pattern: forwarder(
    'UpgradeResponseDestination: The destination reported an error when copying the upgraded response body.',
    'UpgradeRequestDestination: The destination reported an error when copying the upgraded request body.',
  ),
  adds: { phase: 'tunnel', by: 'other' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '      UpgradeResponseDestination: The destination reported an error when copying the upgraded response body.',
      gives: { phase: 'tunnel', by: 'other' },
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs',
    },
    {
      line: 'warn: Yarp.ReverseProxy.Forwarder.HttpForwarder[48] UpgradeResponseDestination: The destination reported an error when copying the upgraded response body.',
      gives: { phase: 'tunnel', by: 'other' },
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs, console on single lines',
    },
    {
      line: '      UpgradeRequestDestination: The destination reported an error when copying the upgraded request body.',
      gives: { phase: 'tunnel', by: 'other' },
      from: 'rebuilt from the template, YARP 2.3.0 src/ReverseProxy/Forwarder/HttpForwarder.cs',
    },
  ],
  nearMisses: [
    {
      line: '      UpgradeActivityTimeout: The WebSocket connection was closed after being idle longer than the Activity Timeout.',
      because: 'the proxy closed it',
    },
    {
      line: '      UpgradeResponseClient: The client reported an error when copying the upgraded response body.',
      because: 'the client broke off',
    },
  ],
});

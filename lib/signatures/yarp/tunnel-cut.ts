import { defineSymptom } from '#lib/catalogue/define.ts';

export const yarpTunnelCut = defineSymptom({
  id: 'yarp/tunnel-cut',
  formats: ['plain', 'leading-time', 'app-json', 'logfmt'],
  needles: ['The destination reported an error when copying the upgraded response body.'],
  means: 'The backend closed an upgraded connection (a WebSocket).',
  provenance: {
    project: 'YARP',
    file: 'src/ReverseProxy/Forwarder/HttpForwarder.cs',
    version: '202cca9 (2.3, 2025-02)',
    url: 'https://github.com/dotnet/yarp',
  },
  pattern:
    /^(?:(?:[a-z]{4}: )?Yarp\.ReverseProxy\.Forwarder\.HttpForwarder\[\d+\])? {0,8}(?:UpgradeResponseDestination): The destination reported an error when copying the upgraded response body\./,
  adds: { phase: 'tunnel', by: 'other' },
  basis: 'stated',
  points: [],
  samples: [
    {
      line: '      UpgradeResponseDestination: The destination reported an error when copying the upgraded response body.',
      gives: { phase: 'tunnel', by: 'other' },
      from: 'rebuilt from the template, YARP 2.3 src/ReverseProxy/Forwarder/HttpForwarder.cs',
    },
    {
      line: 'warn: Yarp.ReverseProxy.Forwarder.HttpForwarder[48] UpgradeResponseDestination: The destination reported an error when copying the upgraded response body.',
      gives: { phase: 'tunnel', by: 'other' },
      from: 'rebuilt from the template, YARP 2.3 src/ReverseProxy/Forwarder/HttpForwarder.cs, console on single lines',
    },
  ],
  nearMisses: [
    {
      line: '      UpgradeResponseClient: The client reported an error when copying the upgraded response body.',
      because: 'the client broke off',
    },
  ],
});

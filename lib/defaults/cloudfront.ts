import { defineProgram } from '#lib/catalogue/define.ts';

export const cloudfrontDefaults = defineProgram({
  program: 'cloudfront',
  title: 'Amazon CloudFront',
  role: 'proxy',
  processes: [],
  limits: [
    {
      kind: 'keep-alive',
      setting: 'cloudfront.keep_alive_timeout',
      written: 'OriginKeepaliveTimeout',
      unit: 'ms',
      values: [{ since: '2017', value: 5000 }],
      manual:
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginKeepaliveTimeout',
    },
    {
      kind: 'response',
      setting: 'cloudfront.response_timeout',
      written: 'OriginReadTimeout',
      unit: 'ms',
      values: [{ since: '2017', value: 30000 }],
      manual:
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginResponseTimeout',
    },
    {
      kind: 'response',
      setting: 'cloudfront.connection_timeout',
      written: 'ConnectionTimeout',
      unit: 'ms',
      values: [{ since: '2017', value: 10000, note: 'For each of up to 3 attempts.' }],
      manual:
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#origin-connection-timeout',
    },
  ],
});

import { defineClue } from '#lib/catalogue/define.ts';

export const nodeBodyTooLarge = defineClue({
  id: 'node/body-too-large',
  formats: ['plain', 'node-json', 'app-json', 'leading-time', 'logfmt'],
  needles: ['request entity too large', 'Request body is too large', 'MulterError: File too large'],
  means:
    'The body of a request was larger than Express, Fastify or Multer accepts, and the rest of it was not read.',
  provenance: {
    project: 'raw-body, fastify, multer',
    file: 'index.js, lib/errors.js',
    version: '2.5, 4 and 5, 1.4',
  },
  pattern:
    /^(?:Uncaught )?(?<reason>(?:PayloadTooLargeError: request entity too large|(?:FastifyError: |Error \[FST_ERR_CTP_BODY_TOO_LARGE\]: )?Request body is too large|MulterError: File too large))/,
  points: [{ cause: 'body-rejected', strength: 'strong' }],
  within: { from: -3_000, to: 2_000 },
  consequences: [],
  samples: [
    {
      line: 'PayloadTooLargeError: request entity too large',
      gives: { reason: 'PayloadTooLargeError: request entity too large' },
      from: 'rebuilt from the template, raw-body 2.5 index.js',
    },
    {
      line: 'Request body is too large',
      gives: { reason: 'Request body is too large' },
      from: 'rebuilt from the template, fastify 4 lib/errors.js',
    },
  ],
  nearMisses: [
    {
      line: 'upstream answered 413: request entity too large',
      because: 'what a service behind this one said',
    },
  ],
});

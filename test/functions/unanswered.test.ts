import { expect, it } from 'vitest';
import { asked, Unanswered, type UnansweredKind, unansweredOf } from '#functions/adapters/unanswered.ts';

const thrown = (name: string, message = '', code?: string): Error =>
  Object.assign(new Error(message), { name, ...(code === undefined ? {} : { code }) });

it.each<[UnansweredKind, Error, RegExp]>([
  [
    'nobody',
    thrown('CredentialsProviderError', 'Could not load credentials from any providers'),
    /^There are no AWS credentials: run aws configure or aws sso login, or name a profile with AWS_PROFILE\.$/,
  ],
  [
    'expired',
    thrown(
      'CredentialsProviderError',
      'The SSO session associated with this profile has expired. To refresh this SSO session run aws sso login with the corresponding profile.',
    ),
    /^The AWS credentials have expired: run aws sso login/,
  ],
  ['expired', thrown('ExpiredTokenException', 'The security token is expired'), /have expired/],
  ['expired', thrown('ExpiredToken'), /have expired/],
  [
    'stranger',
    thrown('UnrecognizedClientException', 'The security token included in the request is invalid.'),
    /^AWS does not know these credentials \(UnrecognizedClientException\): check AWS_PROFILE/,
  ],
  ['stranger', thrown('InvalidClientTokenId'), /does not know these credentials/],
  ['stranger', thrown('SignatureDoesNotMatch', 'Signature expired'), /this machine's clock is right/],
  ['region', thrown('Error', 'Region is missing'), /^No AWS Region is named: set AWS_REGION/],
  [
    'region',
    thrown('Error', 'getaddrinfo ENOTFOUND logs.eu-wets-1.amazonaws.com', 'ENOTFOUND'),
    /^There is no AWS endpoint for this Region \(ENOTFOUND\): check AWS_REGION/,
  ],
  ['unreachable', thrown('AggregateError', '', 'ECONNREFUSED'), /^AWS cannot be reached \(ECONNREFUSED\)/],
  ['unreachable', thrown('TimeoutError', 'socket timed out'), /^AWS cannot be reached \(TimeoutError\)/],
  [
    'denied',
    thrown(
      'AccessDeniedException',
      'User: arn:aws:iam::111122223333:user/a is not authorized to perform: logs:DescribeLogStreams on resource: arn:aws:logs:x because no identity-based policy allows the action',
    ),
    /^These credentials lack the right logs:DescribeLogStreams\.$/,
  ],
  ['denied', thrown('AccessDenied', 'Access Denied'), /^These credentials lack the right logs:Asked\.$/],
  ['denied', thrown('AuthorizationErrorException', ''), /lack the right logs:Asked/],
  [
    'failed',
    thrown('ThrottlingException', 'Rate exceeded.'),
    /^AWS answered logs:Asked with ThrottlingException: Rate exceeded\.$/,
  ],
])('%s: %s', (kind, error, sentence) => {
  const unanswered = unansweredOf('logs:Asked', error);
  expect(unanswered.kind).toBe(kind);
  expect(unanswered.message).toMatch(sentence);
});

it('is thrown in place of what the client threw, once', async () => {
  await expect(asked('a:B', Promise.resolve(7))).resolves.toBe(7);
  const first = await asked('a:B', Promise.reject(thrown('AccessDenied'))).catch((error: unknown) => error);
  expect(first).toBeInstanceOf(Unanswered);
  await expect(asked('c:D', Promise.reject(first))).rejects.toBe(first);
});

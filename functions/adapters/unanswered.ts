/** Why AWS, or the way to it, said nothing. All but `denied` and `failed` hold for every other question too. */
export type UnansweredKind =
  | 'nobody'
  | 'expired'
  | 'stranger'
  | 'region'
  | 'unreachable'
  | 'denied'
  | 'failed';

/** A question about the account that AWS did not answer; the message says what is wrong and what to do. */
export class Unanswered extends Error {
  readonly kind: UnansweredKind;

  constructor(kind: UnansweredKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Throws what an SDK client throws as `Unanswered`. `action` is the right that the question needs: `logs:DescribeLogGroups`. */
export async function asked<T>(action: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw unansweredOf(action, error);
  }
}

/** Names: https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html and those of Node's sockets. */
const kinds: readonly (readonly [UnansweredKind, RegExp])[] = [
  ['expired', /^(?:ExpiredToken(?:Exception)?|RequestExpired|TokenRefreshRequired)$/],
  [
    'stranger',
    /^(?:UnrecognizedClient(?:Exception)?|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignature(?:Exception)?|SignatureDoesNotMatch|IncompleteSignature(?:Exception)?|AuthFailure|MissingAuthenticationToken(?:Exception)?)$/,
  ],
  [
    'denied',
    /^(?:AccessDenied(?:Exception)?|AuthorizationError(?:Exception)?|UnauthorizedOperation|NotAuthorized(?:Exception)?)$/,
  ],
  [
    'unreachable',
    /^(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE|TimeoutError|CERT_HAS_EXPIRED|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_GET_ISSUER_CERT_LOCALLY)$/,
  ],
];

export function unansweredOf(action: string, error: unknown): Unanswered {
  if (error instanceof Unanswered) return error;
  const {
    name = '',
    message = '',
    code,
  } = (error ?? {}) as {
    name?: string;
    message?: string;
    code?: unknown;
  };
  const called = typeof code === 'string' ? code : name;
  const kind = kindOf(name, called, message);
  return new Unanswered(kind, sentence[kind](action, called, message));
}

function kindOf(name: string, code: string, message: string): UnansweredKind {
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError')
    return /expired|refresh|re-?authenticate|aws sso login/i.test(message) ? 'expired' : 'nobody';
  if (code === 'ENOTFOUND' || /^Region is missing|^Region not accepted|Invalid region/i.test(message))
    return 'region';
  return kinds.find(([, names]) => names.test(code) || names.test(name))?.[0] ?? 'failed';
}

type Sentence = (action: string, name: string, message: string) => string;

const sentence: Readonly<Record<UnansweredKind, Sentence>> = {
  nobody: () =>
    'There are no AWS credentials: run aws configure or aws sso login, or name a profile with AWS_PROFILE.',
  expired: () =>
    'The AWS credentials have expired: run aws sso login, or fetch new ones the way the old ones came, and try again.',
  stranger: (_, name) =>
    `AWS does not know these credentials (${name}): check AWS_PROFILE and AWS_ACCESS_KEY_ID, and that this machine's clock is right.`,
  region: (_, name, message) =>
    /missing/i.test(message)
      ? 'No AWS Region is named: set AWS_REGION, or region in the profile (aws configure set region eu-west-1).'
      : `There is no AWS endpoint for this Region (${name}): check AWS_REGION and the profile's region, and that this machine reaches the internet.`,
  unreachable: (_, name) =>
    `AWS cannot be reached (${name}): check the network, HTTPS_PROXY and AWS_ENDPOINT_URL, and try again.`,
  // AWS says who asked, and for which action; the ARNs beside it are long and add little.
  denied: (action, _, message) =>
    `These credentials lack the right ${/perform: ([\w-]+:\w+)/.exec(message)?.[1] ?? action}.`,
  failed: (action, name, message) =>
    `AWS answered ${action} with ${name || 'an error'}${message ? `: ${message.replace(/[.\s]+$/, '')}` : ''}.`,
};

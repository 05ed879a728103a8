import { defineCause } from '#lib/catalogue/define.ts';
import {
  backendLog,
  backendName,
  capital,
  hasBody,
  limitWords,
  onRoutes,
  refusalBy,
  routesOf,
  unlessNamed,
  unlessOtherNamed,
  uploadRoute,
} from '#lib/catalogue/define-cause.ts';
import { changed } from '#lib/catalogue/define-fix.ts';
import { largeBody, shapeOf } from '#lib/figures/shape.ts';
import type { View } from '#lib/model/cause.ts';
import type { KnownLimit, LimitKind } from '#lib/model/defaults.ts';
import type { Close } from '#lib/model/incident.ts';
import { oncePer } from '#lib/model/once.ts';
import { count, size } from '#lib/model/words.ts';

function exceeded(close: Close, view: View, kind: LimitKind): KnownLimit | undefined {
  const { sent } = close;
  return sent === undefined
    ? undefined
    : view.limits(kind, 'backend', close).find(({ value }) => value !== null && value > 0 && sent > value);
}

/** Headers alone may be too large: cookies and tokens grow. */
const headersExceeded = (close: Close, view: View): KnownLimit | undefined =>
  close.method === 'GET' || close.method === 'HEAD' ? exceeded(close, view, 'header-size') : undefined;

const onlyLarge = oncePer(({ incident: { closes } }: View): boolean => {
  return closes.length >= 3 && closes.every(({ sent }) => (sent ?? 0) >= largeBody);
});

const python = 'MAX_CONTENT_LENGTH in Flask, DATA_UPLOAD_MAX_MEMORY_SIZE in Django';
/** What the limits are called, by the title of the program. */
const limitNames: Readonly<Record<string, string>> = {
  uWSGI: `limit-post and buffer-size, ${python}`,
  gunicorn: `--limit-request-line and --limit-request-field_size, ${python}`,
  uvicorn: `--h11-max-incomplete-event-size, ${python}`,
  'Node.js': '--max-http-header-size, and the limit of the body parser (express.json, multer)',
  'PHP-FPM': 'post_max_size and upload_max_filesize',
};
const otherLimits = `${python}, maxSwallowSize in Tomcat, spring.servlet.multipart in Spring`;

const largest = (closes: readonly Close[]): number =>
  closes.reduce((most, { sent }) => Math.max(most, sent ?? 0), 0);

export const bodyRejected = defineCause({
  id: 'body-rejected',
  family: 'rejected',
  means:
    'The backend found the body or the headers too large, or did not want them, and closed without reading the rest.',
  prior: 0.04,
  limitedBy: [{ kind: 'header-size' }, { kind: 'body-size' }],
  expects: unlessOtherNamed('body-rejected', [
    {
      id: 'answered-so',
      weight: 5,
      tells: 'this',
      sees: (close) => refusalBy(close) && `the backend answered ${refusalBy(close)}`,
    },
    {
      id: 'while-sending',
      weight: 2.6,
      tells: 'this',
      sees: ({ phase }) =>
        phase === 'request' ? 'the backend closed while the request was still being sent to it' : undefined,
    },
    {
      id: 'over-body-limit',
      weight: 3.2,
      tells: 'this',
      sees: (close, view) => {
        const limit = hasBody(close) ? exceeded(close, view, 'body-size') : undefined;
        return limit && close.sent !== undefined
          ? `${size(close.sent)} were sent, more than ${limitWords(limit)}`
          : undefined;
      },
    },
    {
      id: 'over-header-limit',
      weight: 2.8,
      tells: 'this',
      sees: (close, view) => {
        const limit = headersExceeded(close, view);
        return limit && close.sent !== undefined
          ? `the headers took ${size(close.sent)}, more than ${limitWords(limit)}`
          : undefined;
      },
    },
    {
      id: 'large-upload',
      weight: 2.2,
      tells: 'this',
      sees: (close, view) =>
        close.sent !== undefined && close.sent >= largeBody && !exceeded(close, view, 'body-size')
          ? `${size(close.sent)} of request had been sent`
          : undefined,
    },
    {
      id: 'only-large',
      weight: 1.5,
      tells: 'this',
      sees: (close, view) =>
        onlyLarge(view) && hasBody(close)
          ? `all ${view.incident.closes.length} requests that failed were larger than ${size(largeBody)}`
          : undefined,
    },
    {
      id: 'others-while-sending',
      weight: 1.2,
      tells: 'this',
      sees: (close, view) =>
        close.phase !== 'request' && hasBody(close) && close.by === 'reset' && shapeOf(view).whileSending > 0
          ? `${count(shapeOf(view).whileSending, 'other upload')} broke off while being sent`
          : undefined,
    },
    {
      id: 'upload-route',
      weight: 0.9,
      tells: 'this',
      sees: (close, view) => {
        const name = uploadRoute(close, view);
        return name === undefined ? undefined : `${name} takes uploads`;
      },
    },
    {
      id: 'reset',
      weight: 0.7,
      tells: 'any',
      sees: (close) =>
        close.by === 'reset' && hasBody(close)
          ? 'the connection was reset, as it is when a server closes with unread bytes of the request'
          : undefined,
    },
    {
      id: 'one-upload-route',
      weight: 0.8,
      tells: 'this',
      sees: (close, view) => {
        const main = shapeOf(view).mainRoute;
        return main && main.route === close.route && hasBody(close) && close.by === 'reset'
          ? `${main.closes} of ${main.of} closes came on ${view.routeName(main.route) ?? 'one route'} with a body`
          : undefined;
      },
    },
  ]),
  against: unlessNamed('body-rejected', [
    {
      id: 'answer-had-begun',
      weight: -2,
      tells: 'this',
      sees: ({ phase, status }) =>
        phase === 'body' && !refusalBy({ status })
          ? 'the backend had accepted the request and begun to answer'
          : undefined,
    },
    {
      id: 'nothing-to-refuse',
      weight: -1.6,
      tells: 'this',
      sees: (close, view) =>
        (close.method === 'GET' || close.method === 'HEAD') &&
        close.phase !== 'request' &&
        !headersExceeded(close, view)
          ? `a ${close.method} has no body to refuse`
          : undefined,
    },
    {
      id: 'small',
      weight: -1.5,
      tells: 'this',
      sees: (close, view) =>
        close.sent !== undefined && close.sent < 4_096 && !headersExceeded(close, view)
          ? `the request had only ${size(close.sent)}`
          : undefined,
    },
  ]),
  settledBy: [
    backendLog(
      'whether the backend refused the size of a request',
      'the backend’s log refuses no request for its size near the closes',
    ),
  ],
  why(found) {
    const { closes, view } = found;
    const sent = largest(closes);
    const limit = limitOf(closes, view);
    return `${capital(backendName(found))} hung up on ${count(closes.length, 'request')}${onRoutes(found)} without reading them to the end${sent >= 4_096 ? ` (up to ${size(sent)} sent)` : ''}${limit ? `; ${limitWords(limit)} is exceeded` : ''}${found.clues.some(({ says }) => says.status === 413) ? '; where it got through, its answer was 413' : ''}.`;
  },
  steps: (found) => {
    const { closes, view } = found;
    const limit = limitOf(closes, view);
    const sent = largest(closes);
    return {
      3: limit
        ? {
            state: 'answered',
            text: `${limitWords(limit)} is exceeded: up to ${size(sent)} were sent.`,
          }
        : {
            state: 'todo',
            text: `Look for the limit on body or headers in ${backendName(found)} and its framework: ${limitNames[backendName(found)] ?? otherLimits}.`,
          },
      6: {
        state: 'todo',
        text: `Compare the size of the failing requests on ${routesOf(closes, view) ?? 'the failing route'} with those that work${sent > 0 ? `: up to ${size(sent)} had been sent` : ''}; try one just below the limit.`,
      },
      7: {
        state: 'todo',
        text: 'Raise the backend’s limit to what users may send, and set the proxy’s limit (nginx client_max_body_size) just below it, so that a larger body gets a 413 instead of a closed connection.',
      },
    };
  },
  fixes: ({ closes, view }) => {
    const limit = limitOf(closes, view);
    if (!limit?.value) return [];
    const room = 2 ** Math.ceil(Math.log2(largest(closes) * 1.2));
    const answer =
      limit.limit.kind === 'body-size' && view.programs.includes('nginx')
        ? [
            {
              where: 'nginx, the location block',
              diff: `+    client_max_body_size ${Math.max(1, Math.floor(limit.value / 1024))}k;`,
              because: `nginx then answers 413 before ${limitWords(limit)} closes the connection.`,
            },
          ]
        : [];
    return [changed(limit, room, `Room for the ${size(largest(closes))} that were sent.`), ...answer];
  },
});

function limitOf(closes: readonly Close[], view: View): KnownLimit | undefined {
  const limitFor = (close: Close) =>
    (hasBody(close) ? exceeded(close, view, 'body-size') : undefined) ?? headersExceeded(close, view);
  const hit = closes.find((close) => limitFor(close) !== undefined);
  return hit && limitFor(hit);
}

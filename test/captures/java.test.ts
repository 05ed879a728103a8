import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { said } from './said.ts';

/** What each log says, in its order: the faults were injected one by one. */
const expected: Readonly<Record<string, { readonly fault: string; readonly says: readonly string[] }>> = {
  'tomcat/exit-10.1.log': {
    fault: 'System.exit in a request',
    says: [
      'tomcat/version',
      'tomcat/started',
      'tomcat/stop x2',
      'tomcat/requests-in-flight x3',
      'tomcat/request-cut',
    ],
  },
  'tomcat/faults-10.1.log': {
    fault: 'a response header over the limit, a full heap, TLS on the plain port, a stop',
    says: [
      'tomcat/version',
      'tomcat/started',
      'tomcat/response-header-too-large',
      'tomcat/request-failed',
      'jvm/out-of-memory',
      'tomcat/request-header-rejected',
      'tomcat/not-http',
      'tomcat/stop x2',
    ],
  },
  'tomcat/hs_err_oom.log': {
    fault: 'the report of a virtual machine that aborted with a full heap',
    says: ['jvm/fatal-error', 'jvm/fatal-signal'],
  },
  'tomcat/hs_err_segv.log': {
    fault: 'the report of one that was sent SIGSEGV',
    says: ['jvm/fatal-error', 'jvm/fatal-signal'],
  },
  'tomcat/localhost.log': {
    fault: 'exceptions in servlets, an upload over the limit',
    says: ['tomcat/servlet-failed x5', 'tomcat/body-too-large x2'],
  },
  'tomcat/oom-crash-10.1.log': {
    fault: 'a full heap with CrashOnOutOfMemoryError',
    says: [
      'tomcat/version',
      'tomcat/started',
      'jvm/out-of-memory-abort',
      'jvm/fatal-error',
      'jvm/fatal-signal',
    ],
  },
  'tomcat/oom-exit-10.1.log': {
    fault: 'the same with ExitOnOutOfMemoryError',
    says: ['tomcat/version', 'tomcat/started', 'jvm/out-of-memory-exit'],
  },
  'tomcat/oom-heapdump-10.1.log': {
    fault: 'the same with HeapDumpOnOutOfMemoryError',
    says: [
      'tomcat/version',
      'tomcat/started',
      'jvm/out-of-memory',
      'jvm/heap-dump',
      'tomcat/request-failed',
      'jvm/out-of-memory',
      'tomcat/stop x2',
    ],
  },
  'tomcat/segv-10.1.log': {
    fault: 'SIGSEGV sent to the virtual machine',
    says: ['tomcat/version', 'tomcat/started', 'jvm/fatal-error', 'jvm/fatal-signal'],
  },
  'tomcat/stop-inflight-10.1.log': {
    fault: 'SIGTERM with a request in flight',
    says: [
      'tomcat/version',
      'tomcat/started',
      'tomcat/stop x2',
      'tomcat/requests-in-flight x3',
      'tomcat/request-cut',
    ],
  },
  'jetty/faults-9.4.57.log': {
    fault: 'exceptions before and after the headers, a full heap, a header over the limit, a stop',
    says: [
      'jetty/version',
      'jetty/started',
      'jetty/handler-failed x3',
      'jvm/out-of-memory',
      'jetty/header-too-large',
      'jetty/stop',
    ],
  },
  'jetty/idle-9.4.57.log': {
    fault: 'a body that stands still for idleTimeout',
    says: ['jetty/version', 'jetty/started', 'jetty/idle-timeout', 'jetty/stop'],
  },
  'jetty/stop-inflight-9.4.57.log': {
    fault: 'SIGTERM with a request in flight',
    says: ['jetty/version', 'jetty/started', 'jetty/stop'],
  },
};

describe('what captured Java servers say', () => {
  it('knows every capture', () => {
    const files = ['tomcat', 'jetty'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, import.meta.url)).map((name) => `${folder}/${name}`),
    );
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it.each(Object.entries(expected))('%s', (file, { says }) => {
    expect(said(readFileSync(new URL(file, import.meta.url), 'utf8'))).toEqual(says);
  });
});

import type { Particulars } from '#lib/model/signal.ts';

/**
 * How httpd says that a connection ended, before its own words: APR's numbers for an end of file, and the system's for a
 * reset or a broken pipe (Linux, BSD and macOS). 70007 is a timeout and not among them.
 */
export const ended = String.raw`\((?<code>20014|70014|70008|104|54|32)\)[^:]*: `;

/** A reset has the system's number; the others are an orderly end. */
export const endedBy = (code: string | undefined): Pick<Particulars, 'by'> => ({
  by: code === '104' || code === '54' || code === '32' ? 'reset' : 'fin',
});

/** `127.0.0.1:8080 (app.example.com:8080)`, without a port in the brackets before 2.4.60. */
export const peer = String.raw`(?<upstream>\S+) \([^)]*\)`;

export const httpd = (file: string) =>
  ({ project: 'Apache httpd', file: `modules/proxy/${file}`, version: '2.4.71, trunk 2.5.1-dev' }) as const;

import { closeSync, openSync, writeSync } from 'node:fs';

export const megabytes = 300;
/** Every 200th line is a 502: 0.5 %. */
export const relevantEvery = 200;

/** Writes an access log of nginx with the upstream's times, and answers with its number of lines. */
export function writeLog(path: string): number {
  const file = openSync(path, 'w');
  const routes = [
    '/',
    '/api/orders/1842',
    '/api/users/7/avatar',
    '/assets/app.3f9c1d.js',
    '/search?q=blue+shoes',
    '/checkout',
  ];
  let lines = 0;
  let bytes = 0;
  for (let _block = 0; bytes < megabytes * 1024 * 1024; _block++) {
    const rows: string[] = [];
    for (let i = 0; i < 2_000; i++, lines++) {
      const at = new Date(Date.UTC(2026, 10, 22, 0, 0, Math.floor(lines / 40)));
      const day = `22/Nov/2026:${at.toISOString().slice(11, 19)} +0000`;
      const failed = lines % relevantEvery === 0;
      const route = routes[lines % routes.length];
      const upstream = failed
        ? 'rt=0.054 uct="0.000" uht="-" urt="0.054" us="502"'
        : 'rt=0.021 uct="0.000" uht="0.020" urt="0.020" us="200"';
      rows.push(
        `192.0.2.${lines % 250} - - [${day}] "GET ${route} HTTP/1.1" ${failed ? '502 157' : `200 ${1_000 + (lines % 9_000)}`} "https://shop.example.com/" "Mozilla/5.0 (X11; Linux x86_64)" ${upstream} ua="10.0.0.5:8080" c=${lines}\n`,
      );
    }
    bytes += writeSync(file, rows.join(''));
  }
  closeSync(file);
  return lines;
}

// The lab's application for Node. LAB_DEEDS says what which route does; the others answer as usual.

import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';

const { LAB_DEEDS = '{}', LAB_PORT, LAB_KEEP_ALIVE, LAB_TIMEOUT, LAB_TLS } = process.env;
const deeds = Object.entries(JSON.parse(LAB_DEEDS));
const held = [];
const log = (level, msg, more) =>
  console.log(JSON.stringify({ level, time: new Date().toISOString(), pid: process.pid, ...more, msg }));

function usual(request, response) {
  request.resume();
  request.on('end', () =>
    setTimeout(
      () => {
        const body = JSON.stringify({ path: request.url });
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        });
        response.end(body);
        log('info', 'request completed', { method: request.method, url: request.url, status: 200 });
      },
      2 + Math.random() * 25,
    ),
  );
}

const acts = {
  spin({ seconds }, request, response) {
    const end = Date.now() + seconds * 1000;
    while (Date.now() < end);
    usual(request, response);
  },
  sleep: ({ seconds }, request, response) => setTimeout(() => usual(request, response), seconds * 1000),
  eat() {
    const more = () => {
      for (let i = 0; i < 4; i++) held.push(Array.from({ length: 130_000 }, Math.random));
      setTimeout(more, 5);
    };
    more();
  },
  abort: () => process.abort(),
  exit() {
    setTimeout(() => {
      throw new TypeError("Cannot read properties of undefined (reading 'total')");
    }, 20);
  },
  raise(_, request, response) {
    request.resume();
    log('error', 'no such product', { url: request.url });
    response.writeHead(500, { 'content-length': 0 });
    response.end();
  },
  short(_, _request, response) {
    response.writeHead(200, { 'content-type': 'text/csv', 'content-length': 90_000 });
    response.write('x'.repeat(20_000));
    setTimeout(() => response.socket.end(), 30);
  },
  unfinished(_, _request, response) {
    response.writeHead(200, { 'content-type': 'text/csv' });
    response.write('x'.repeat(20_000));
    setTimeout(() => response.socket.end(), 30);
  },
  drop: (_, request) => request.socket.destroy(),
  'refuse-body'(_, request, response) {
    response.writeHead(413, { connection: 'close', 'content-length': 0 });
    response.end(() => request.socket.destroy());
  },
};

function answer(request, response) {
  const [, deed] = deeds.find(([start]) => request.url.startsWith(start)) ?? [];
  if (deed) acts[deed.does](deed, request, response);
  else usual(request, response);
}

const server = LAB_TLS
  ? https.createServer({ key: readFileSync(`${LAB_TLS}.key`), cert: readFileSync(`${LAB_TLS}.crt`) }, answer)
  : http.createServer(answer);
if (LAB_KEEP_ALIVE) server.keepAliveTimeout = Number(LAB_KEEP_ALIVE) * 1000;
if (LAB_TIMEOUT) server.setTimeout(Number(LAB_TIMEOUT) * 1000);
process.on('SIGTERM', () => {
  log('info', 'SIGTERM received, shutting down');
  process.exit(0);
});
server.listen(Number(LAB_PORT), '127.0.0.1', () => log('info', `listening on port ${LAB_PORT}`));

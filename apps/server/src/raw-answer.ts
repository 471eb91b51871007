// Knows how an error of HTTP is said where there is no request to answer, or none that could be read; not when.
import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Problem, type ProblemType } from './http/problem.ts';

/** Says it on a bare connection and closes that. */
export function sayAndClose(socket: Duplex, type: ProblemType): void {
  const { status, body } = new Problem(type);
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json',
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(text)}`,
  ].join('\r\n');
  socket.end(`${head}\r\n\r\n${text}`, () => socket.destroy());
}

/** Says it where nobody but Node has the answer in hand. */
export function sayIn(response: ServerResponse, type: ProblemType): void {
  const { status, body } = new Problem(type);
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  response.end(JSON.stringify(body));
}

/** What the parser of HTTP says of what it cannot read. */
const problemOf: Readonly<Record<string, ProblemType>> = {
  HPE_HEADER_OVERFLOW: 'HeadTooLarge',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'TooLarge',
  ERR_HTTP_REQUEST_TIMEOUT: 'TooSlow',
};

/** Answers what never becomes a request with an error like all others; an expectation that nobody knows is not one to be refused. */
export function answerBrokenRequests(server: Server): void {
  const answering = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => answering.set(socket, response));
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => server.emit('request', request, response));
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => sayAndClose(socket, 'Malformed'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const response = answering.get(socket);
    const isUnderWay = response?.headersSent === true && !response.writableFinished;
    if (isUnderWay || error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else sayAndClose(socket, problemOf[error.code ?? ''] ?? 'Malformed');
  });
}

/** For what is a request to Node and none to the web: an address or a method that cannot be. */
export const unreadable = (): Response => {
  const { status, body } = new Problem('Malformed');
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } });
};

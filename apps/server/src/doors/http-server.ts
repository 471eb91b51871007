// Knows how much HTTP takes from one connection: how long, how much, how many at once; not what is asked.
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';

export interface HttpLimits {
  /** A head that comes letter by letter ends its connection (408), ms. */
  readonly headersTimeout: number;
  /** A whole request: 20 MB over a poor line take two minutes, ms. */
  readonly requestTimeout: number;
  /** How often both are looked at, ms. */
  readonly connectionsCheckingInterval: number;
  /** Longer than nginx keeps its own (60 s), or it would send a request into a connection that is being closed, ms. */
  readonly keepAliveTimeout: number;
  readonly maxHeaderSize: number;
  readonly headers: number;
  /** A connection on which nothing moves, an answer that nobody reads among them, ms. Polling is quiet for 18 s at most. */
  readonly idleMs: number;
  readonly requestsPerSocket: number;
  readonly connections: number;
  /** Requests sent ahead of their answers, as no browser and no proxy does. */
  readonly unanswered: number;
  /** Requests begun in one turn of the event loop, of all connections: a thousand at once must not hold the meeting up. */
  readonly ofOneTurn: number;
}

export const httpLimits: HttpLimits = {
  headersTimeout: 10_000,
  requestTimeout: 150_000,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 75_000,
  maxHeaderSize: 16 * 1024,
  headers: 100,
  idleMs: 90_000,
  requestsPerSocket: 100_000,
  connections: 10_000,
  unanswered: 16,
  ofOneTurn: 20,
};

export function openHttpServer(listener: RequestListener, limits: HttpLimits = httpLimits): Server {
  const { headers, idleMs, requestsPerSocket, connections, unanswered, ofOneTurn, ...options } = limits;
  // The listener answers for a missing Host too; Node would with an empty page.
  const server = createServer({ ...options, requireHostHeader: false }, fewAtOnce(inTurns(listener, ofOneTurn), unanswered));
  server.maxHeadersCount = headers;
  server.maxRequestsPerSocket = requestsPerSocket;
  server.maxConnections = connections;
  server.timeout = idleMs;
  // Before anything else listens: a socket that breaks without a listener would end the process.
  server.on('connection', (socket) => socket.on('error', () => socket.destroy()));
  return server;
}

/** All that lies in one reading of a socket is handled in one turn: whoever sends a pile ahead is cut off. */
function fewAtOnce(listener: RequestListener, most: number): RequestListener {
  const open = new WeakMap<Socket, number>();
  return (request: IncomingMessage, response) => {
    const { socket } = request;
    if (socket.destroyed) return;
    const now = (open.get(socket) ?? 0) + 1;
    open.set(socket, now);
    response.once('close', () => open.set(socket, (open.get(socket) ?? 1) - 1));
    if (now > most) socket.destroy();
    else listener(request, response);
  };
}

/** In the order in which they came; between two turns the sockets of the meeting and of the minutes are read. */
function inTurns(listener: RequestListener, most: number): RequestListener {
  let waiting: (() => void)[] = [];
  let begun = 0;
  let isScheduled = false;
  const schedule = (): void => {
    if (!isScheduled) setImmediate(turn);
    isScheduled = true;
  };
  const turn = (): void => {
    isScheduled = false;
    const now = waiting.slice(0, most);
    waiting = waiting.slice(most);
    begun = now.length;
    for (const begin of now) begin();
    if (begun > 0) schedule();
  };
  return (request, response) => {
    const begin = (): void => {
      if (!request.socket.destroyed) listener(request, response);
    };
    schedule();
    if (waiting.length > 0 || begun >= most) return void waiting.push(begin);
    begun += 1;
    begin();
  };
}

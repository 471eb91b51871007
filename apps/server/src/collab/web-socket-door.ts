// Knows how a WebSocket comes to `/collab/<document>` and ends; not what is said on it.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Authenticated, SignIn } from '../desk.ts';
import { PacedSocketServer } from '../doors/paced-socket.ts';
import { sayAndClose } from '../raw-answer.ts';
import { closings, type Closing } from './closing.ts';
import type { Line, Transport } from './line.ts';
import { limits } from './limits.ts';

export const collabPath = '/collab/';

export interface Arrival {
  readonly who: Authenticated;
  readonly document: string;
  readonly receipts: boolean;
  /** P1. The schema its editor is made for, as it says itself; null of one that says nothing. */
  readonly schema: number | null;
  readonly transport: Transport;
}

export interface WebSocketDoorDeps {
  readonly signIn: Pick<SignIn, 'authenticate'>;
  readonly allowedOrigin: (origin: string) => boolean;
  readonly report: (error: unknown) => void;
  readonly open: (arrival: Arrival) => Line;
  /** Whether the server is about to stop. */
  readonly stopping: () => boolean;
}

/** How long a peer may take to answer a ping or a goodbye, ms. */
const pingEveryMs = 10_000;
const farewellMs = 1000;

/** Takes an upgrade whose path is ours. Listens for errors before anything is awaited (Y10). */
export function webSocketDoor({ signIn, allowedOrigin, report, open, stopping }: WebSocketDoorDeps) {
  const server = new PacedSocketServer({
    noServer: true,
    maxPayload: limits.transportBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });

  /** Whose session is being looked for. */
  let arriving = 0;

  const authenticated = async (request: IncomingMessage): Promise<Authenticated | Closing> => {
    if (stopping()) return closings.stopping;
    try {
      return (await signIn.authenticate(request.headers.cookie)) ?? closings.signInRequired;
    } catch (error) {
      report(error);
      return closings.loadFailed;
    }
  };

  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const { origin } = request.headers;
    if (origin !== undefined && !allowedOrigin(origin)) return sayAndClose(socket, 'WrongOrigin');
    if (arriving >= limits.arrivals) return sayAndClose(socket, 'Busy');
    arriving += 1;
    const { document, receipts, schema } = asked(request.url ?? '');
    void authenticated(request).then((who) => {
      arriving -= 1;
      server.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.on('error', () => undefined);
        // y-websocket goes on asking for ever when an upgrade is refused; a close code it understands.
        if ('code' in who) return goodbye(webSocket, who);
        const line = open({ who, document, receipts, schema, transport: transportOf(webSocket, socket) });
        webSocket.on('message', (data, isBinary) => {
          if (isBinary && data instanceof Buffer) line.take(data);
          else line.close(closings.badFrame);
        });
        webSocket.on('close', line.gone);
        keepAlive(webSocket);
      });
    }, report);
  };
}

function asked(url: string): Pick<Arrival, 'document' | 'receipts' | 'schema'> {
  const [path = '', query = ''] = url.split('?', 2);
  const said = new URLSearchParams(query);
  return { document: path.slice(collabPath.length), receipts: said.get('receipts') === '1', schema: schemaSaid(said.get('schema')) };
}

/** Whatever is no number is the schema of no document. */
export const schemaSaid = (said: unknown): number | null => (said === undefined || said === null ? null : Number(said));

/** Without compression a WebSocket keeps nothing back, so what is spelled once for everybody may go straight to the socket beneath. */
const transportOf = (webSocket: WebSocket, socket: Duplex): Transport => ({
  send: (frame) => {
    if (webSocket.readyState === webSocket.OPEN) webSocket.send(frame);
  },
  sendAll: (batch) => {
    if (webSocket.readyState === webSocket.OPEN) socket.write(batch.wire());
  },
  unread: () => webSocket.bufferedAmount,
  close: (closing) => goodbye(webSocket, closing),
});

/** By itself the close waits for a peer that may never answer. */
function goodbye(webSocket: WebSocket, { code, reason }: Closing): void {
  webSocket.close(code, reason);
  const patience = setTimeout(() => webSocket.terminate(), farewellMs);
  webSocket.once('close', () => clearTimeout(patience));
}

/** Y17. A peer that has vanished without a word is noticed. */
function keepAlive(webSocket: WebSocket): void {
  let answered = true;
  const timer = setInterval(() => {
    if (!answered) return webSocket.terminate();
    answered = false;
    webSocket.ping();
  }, pingEveryMs);
  webSocket.on('pong', () => (answered = true));
  webSocket.once('close', () => clearInterval(timer));
}

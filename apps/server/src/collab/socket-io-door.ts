// Knows how the same frames come over socket.io when a proxy lets no WebSocket through; not what is in them.
import type { Server, Socket } from 'socket.io';
import type { Authenticated } from '../desk.ts';
import { unreadBytes } from '../doors/below-socket-io.ts';
import { closings, type Closing } from './closing.ts';
import type { Transport } from './line.ts';
import { schemaSaid, type WebSocketDoorDeps } from './web-socket-door.ts';

export const collabNamespace = '/collab';

/** Origins are checked where the connection is made. */
export function openSocketIoDoor(io: Server, { signIn, report, open, stopping }: Omit<WebSocketDoorDeps, 'allowedOrigin'>): void {
  const door = io.of(collabNamespace);
  door.use((socket, next) => {
    const arrive = (who: Authenticated | Closing): void => {
      socket.data = who;
      next();
    };
    if (stopping()) return arrive(closings.stopping);
    signIn.authenticate(socket.handshake.headers.cookie).then(
      (who) => arrive(who ?? closings.signInRequired),
      (error: unknown) => {
        report(error);
        arrive(closings.loadFailed);
      },
    );
  });
  door.on('connection', (socket) => {
    const who: Authenticated | Closing = socket.data;
    socket.on('error', () => undefined);
    const transport = transportOf(socket);
    if ('code' in who) return transport.close(who);
    const { document, receipts, schema } = socket.handshake.auth;
    const line = open({
      who,
      document: typeof document === 'string' ? document : '',
      receipts: receipts === true || receipts === 1,
      schema: schemaSaid(schema),
      transport,
    });
    socket.on('frame', (data: unknown) => {
      if (data instanceof Uint8Array) line.take(data);
      else line.close(closings.badFrame);
    });
    socket.on('disconnect', line.gone);
  });
}

const transportOf = (socket: Socket): Transport => ({
  send: (frame) => void socket.emit('frame', frame),
  sendAll: ({ frames }) => {
    for (const frame of frames) socket.emit('frame', frame);
  },
  unread: () => unreadBytes(socket),
  // The other namespaces of the connection live on.
  close: ({ code, reason }) => {
    socket.emit('closed', { code, reason });
    socket.disconnect();
  },
});

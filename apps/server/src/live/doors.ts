// Knows which connections may be opened at all; not what is said on them.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { sayAndClose } from '../raw-answer.ts';

/** Where socket.io listens. */
export const livePath = '/socket.io/';

/** Another part of the server that takes connections; introduced by whoever wires the server. */
export interface OtherDoor {
  isDoor(path: string): boolean;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/**
 * The one owner of upgrades: what is another's door is handed on to it, what is no door of ours gets a 404 and is closed at
 * once. A listener for `error` comes first, as a socket that breaks without one would end the process.
 */
export function guardUpgrades(server: Server, isOwn: (path: string) => boolean, other?: OtherDoor): void {
  server.on('connection', (socket) => socket.on('error', () => socket.destroy()));
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const path = pathOf(request);
    if (isOwn(path)) return;
    if (other?.isDoor(path)) return other.upgrade(request, socket, head);
    sayAndClose(socket, 'NotFound');
  });
}

const pathOf = ({ url }: IncomingMessage): string => (url ?? '').split('?', 1)[0] ?? '';

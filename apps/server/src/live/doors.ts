// Knows which connections may be opened at all; not what is said on them.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Where socket.io listens. */
export const livePath = '/socket.io/';

/**
 * The one owner of upgrades: what is no door of ours gets a 404 and is closed at once. A listener for `error` comes
 * first, as a socket that breaks without one would end the process.
 */
export function guardUpgrades(server: Server, isDoor: (path: string) => boolean): void {
  server.on('connection', (socket) => socket.on('error', () => socket.destroy()));
  server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    if (isDoor(pathOf(request))) return;
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => socket.destroy());
  });
}

const pathOf = ({ url }: IncomingMessage): string => (url ?? '').split('?', 1)[0] ?? '';

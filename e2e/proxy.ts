// Knows how bad networks behave: a proxy that lets no WebSocket through, a line that goes dead without a word; not what passes.
import { createServer, request } from 'node:http';
import { connect, createServer as createLine, type Socket } from 'node:net';

export interface Proxy {
  readonly upgradesRefused: () => number;
  close(): Promise<void>;
}

/** Listens on `port` and hands plain HTTP to `target`; every upgrade is refused, as many offices do. */
export async function proxyWithoutUpgrades(port: number, target: () => string): Promise<Proxy> {
  let refused = 0;
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', headers, url = '/' } = incoming;
    const onward = request(new URL(url, target()), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writableEnded || outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  server.on('upgrade', (_, socket) => {
    refused += 1;
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    upgradesRefused: () => refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface DeadLine {
  /** From now on nothing passes, in either direction, and nobody is told. */
  goDead(): void;
  /** New connections pass again; the dead ones stay dead. */
  recover(): void;
  close(): Promise<void>;
}

/** Listens on `port` and hands bytes to `targetPort`, until it is told to go dead. */
export async function lineThatDies(port: number, targetPort: number): Promise<DeadLine> {
  const open = new Set<Socket>();
  let dead = false;
  const server = createLine((near) => {
    const far = connect(targetPort, '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
    if (dead) return;
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    goDead: () => {
      dead = true;
      for (const socket of open) socket.unpipe().pause();
    },
    recover: () => {
      dead = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

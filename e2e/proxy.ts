// Knows how an office's proxy that lets no WebSocket through behaves; not what passes.
import { createServer, request } from 'node:http';

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

import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { limits } from './limits.ts';
import { webSocketDoor } from './web-socket-door.ts';

test('more upgrades than can be looked after are refused at once, until those before them are answered', async () => {
  const answers: (() => void)[] = [];
  let isSlow = true;
  const door = webSocketDoor({
    signIn: { authenticate: () => (isSlow ? new Promise((resolve) => answers.push(() => resolve(null))) : Promise.resolve(null)) },
    allowedOrigin: () => true,
    report: () => undefined,
    open: () => {
      throw new Error('nobody gets so far');
    },
    stopping: () => false,
  });
  const server = createServer();
  server.on('upgrade', (request: IncomingMessage, socket, head) => door(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const knock = (): Socket => {
    const socket = connect(port, '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.write(
      'GET /collab/x HTTP/1.1\r\nHost: hall.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    return socket;
  };
  const said = (socket: Socket): Promise<string> => new Promise((resolve) => socket.once('data', (data) => resolve(data.toString())));
  const first = knock();
  const others = Array.from({ length: limits.arrivals }, knock);
  expect(await Promise.race(others.map(said))).toMatch(/^HTTP\/1\.1 503/);
  const opened = said(first);
  for (const answer of answers.splice(0)) answer();
  expect(await opened).toMatch(/^HTTP\/1\.1 101/);
  isSlow = false;
  expect(await said(knock())).toMatch(/^HTTP\/1\.1 101/);
});

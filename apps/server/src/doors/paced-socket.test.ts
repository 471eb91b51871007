import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { PacedSocketServer, type PacedSocket } from './paced-socket.ts';

/** A door on a free port; `arrive` gets every connection together with the TCP socket below it. */
async function door(arrive: (socket: PacedSocket, below: Socket) => void): Promise<string> {
  const server = createServer();
  const sockets = new PacedSocketServer({ noServer: true, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, below: Socket, head) => {
    sockets.handleUpgrade(request, below, head, (socket) => arrive(socket, below));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function client(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url);
  socket.on('error', () => undefined);
  onTestFinished(() => socket.terminate());
  await new Promise((resolve) => socket.once('open', resolve));
  return socket;
}

const busyFor = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

test('a flood is read no faster than it is handled, whole and in order, and the close comes last', async () => {
  const messages = 2000;
  const size = 4096;
  const heard: number[] = [];
  const done = Promise.withResolvers<void>();
  let mostAhead = 0;
  const url = await door((socket, below) => {
    socket.on('message', (data: Buffer) => {
      busyFor(0.2);
      heard.push(data.readUInt32BE(0));
      mostAhead = Math.max(mostAhead, below.bytesRead - heard.length * size);
    });
    socket.on('close', () => done.resolve());
  });
  const flooder = await client(url);
  for (let n = 0; n < messages; n += 1) {
    const message = Buffer.alloc(size);
    message.writeUInt32BE(n);
    flooder.send(message);
  }
  flooder.close();
  await done.promise;
  expect(heard).toEqual(Array.from({ length: messages }, (_, n) => n));
  // One reading of a socket, not all 8 MB.
  expect(mostAhead).toBeLessThan(256 * 1024);
});

test('while one floods, everybody else is answered between its turns', async () => {
  let handled = 0;
  const url = await door((socket) => {
    socket.on('message', (data: Buffer) => {
      if (data.length === 1) return socket.send(String(handled));
      busyFor(0.2);
      handled += 1;
    });
  });
  const [flooder, bystander] = [await client(url), await client(url)];
  for (let n = 0; n < 5000; n += 1) flooder.send(Buffer.alloc(64));
  const answers: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    bystander.send('?');
    answers.push(Number(await new Promise((resolve) => bystander.once('message', resolve))));
  }
  // Each answer cost the bystander a few of the flooder's messages, never all that were there.
  const waits = answers.slice(1).map((count, at) => count - (answers[at] ?? 0));
  expect(Math.max(...waits)).toBeLessThan(200);
});

test('one that is held is not read, and goes on where it was', async () => {
  let below: Socket | undefined;
  let socket: PacedSocket | undefined;
  const heard = Promise.withResolvers<string>();
  const url = await door((one, tcp) => {
    [socket, below] = [one, tcp];
    one.on('message', (data: Buffer) => heard.resolve(data.toString()));
  });
  const peer = await client(url);
  socket?.hold(50);
  expect(below?.isPaused()).toBe(true);
  peer.send('after');
  expect(await heard.promise).toBe('after');
});

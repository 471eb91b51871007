import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { httpLimits, openHttpServer, type HttpLimits } from './http-server.ts';

const slow = { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 20 };

async function door(limits: Partial<HttpLimits> = {}, answer: 'at once' | 'a lot' = 'at once'): Promise<number> {
  const server = openHttpServer(
    (request, response) => {
      if (answer === 'a lot') response.end(Buffer.alloc(64 * 1024 * 1024));
      else if (request.url === '/never') request.resume();
      else request.resume().on('end', () => response.end('ok'));
    },
    { ...httpLimits, ...limits },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

function caller(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** All that was said until the server closed. */
async function heard(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  await new Promise((resolve) => socket.once('close', resolve));
  return text;
}

test('a head that comes letter by letter is not waited for', async () => {
  const socket = caller(await door(slow));
  socket.write('GET / HTTP/1.1\r\nHost: hall.test\r\n');
  const letters = setInterval(() => socket.write('X'), 20);
  onTestFinished(() => clearInterval(letters));
  expect(await heard(socket)).toMatch(/^HTTP\/1\.1 408/);
});

test('nor is a body', async () => {
  const socket = caller(await door(slow));
  socket.write('POST / HTTP/1.1\r\nHost: hall.test\r\nContent-Length: 1000\r\n\r\n');
  const letters = setInterval(() => socket.write('x'), 20);
  onTestFinished(() => clearInterval(letters));
  expect(await heard(socket)).toMatch(/^HTTP\/1\.1 408/);
});

test('an answer that nobody reads does not stay for ever', async () => {
  const socket = caller(await door({ idleMs: 100 }, 'a lot'));
  socket.pause();
  socket.write('GET / HTTP/1.1\r\nHost: hall.test\r\n\r\n');
  await new Promise((resolve) => {
    const server = setInterval(() => socket.destroyed && resolve(null), 10);
    onTestFinished(() => clearInterval(server));
    // What lies in its own buffers is read only now; the end comes long before all 64 MB.
    setTimeout(() => socket.resume(), 300);
    socket.once('close', resolve);
  });
  expect(socket.bytesRead).toBeLessThan(64 * 1024 * 1024);
});

test('a head of more than 16 KiB is refused', async () => {
  const socket = caller(await door());
  socket.write(`GET / HTTP/1.1\r\nHost: hall.test\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`);
  expect(await heard(socket)).toMatch(/^HTTP\/1\.1 431/);
});

test('requests piled up ahead of their answers end the connection; a few are fine', async () => {
  const port = await door();
  const get = 'GET /never HTTP/1.1\r\nHost: hall.test\r\n\r\n';
  const polite = caller(port);
  polite.write('GET / HTTP/1.1\r\nHost: hall.test\r\n\r\n'.repeat(8));
  let answers = '';
  await new Promise<void>((resolve) => {
    polite.setEncoding('utf8').on('data', (part: string) => {
      answers += part;
      if (answers.split('HTTP/1.1 200').length === 9) resolve();
    });
  });
  const pile = caller(port);
  pile.write(get.repeat(1000));
  expect(await heard(pile)).toBe('');
});

test('hundreds who ask at once are answered a few a turn, and all of them', async () => {
  let inTurn = 0;
  let most = 0;
  const answered: number[] = [];
  const server = openHttpServer((request, response) => {
    if (inTurn === 0) setImmediate(() => (inTurn = 0));
    inTurn += 1;
    most = Math.max(most, inTurn);
    const until = performance.now() + 1;
    while (performance.now() < until);
    answered.push(Number(request.url?.slice(1)));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const all = new Promise<void>((resolve) => {
    let accepted = 0;
    server.on('connection', () => (accepted += 1) === 300 && resolve());
  });
  const callers = Array.from({ length: 300 }, () => caller(port));
  await all;
  const answers = callers.map((one) => new Promise((resolve) => one.once('data', resolve)));
  for (const [n, one] of callers.entries()) one.write(`GET /${n} HTTP/1.1\r\nHost: hall.test\r\n\r\n`);
  await Promise.all(answers);
  expect(answered.toSorted((a, b) => a - b)).toEqual(callers.map((_, n) => n));
  // What waited and what came, of a turn each.
  expect(most).toBeLessThanOrEqual(2 * httpLimits.ofOneTurn);
});

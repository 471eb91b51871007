import { connect, type AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { expect, onTestFinished, test } from 'vitest';
import { openHttpServer } from './doors/http-server.ts';
import { answerBrokenRequests, unreadable } from './raw-answer.ts';

async function answered(request: string): Promise<string> {
  const server = openHttpServer(
    getRequestListener(() => new Response('ok', { headers: { connection: 'close' } }), { errorHandler: unreadable }),
  );
  answerBrokenRequests(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (part: string) => (heard += part));
  socket.write(request);
  await new Promise((resolve) => socket.once('close', resolve));
  return heard;
}

test.each([
  ['bytes that are no request', 'nonsense\r\n\r\n', 400, 'Malformed'],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx', 400, 'Malformed'],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'Malformed'],
  ['an address that is none', 'GET http://[::1:/ HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n', 400, 'Malformed'],
  ['a tunnel', 'CONNECT evil.test:443 HTTP/1.1\r\nHost: h\r\n\r\n', 400, 'Malformed'],
  ['a head without end', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`, 431, 'HeadTooLarge'],
])('%s: an error like all others', async (_what, request, status, type) => {
  const heard = await answered(request);
  expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(heard).toContain(`{"error":{"type":"${type}","message":"`);
});

test('an expectation nobody knows is no reason to refuse', async () => {
  expect(await answered('GET / HTTP/1.1\r\nHost: h\r\nExpect: the-moon\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
});

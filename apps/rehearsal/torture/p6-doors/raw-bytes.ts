// Bytes that are no protocol: before a handshake, in place of one, and after it. The server has to close, and to live.
import { connect, type Socket } from 'node:net';
import type { Random } from '../../src/prose.ts';
import { bytes, oneOf, upTo } from './arena.ts';
import type { Attack } from './attack.ts';

const key = 'dGhlIHNhbXBsZSBub25jZQ==';

const handshake = (path: string, cookie: string, more: readonly string[] = []): string =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: hall.test',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
    `Cookie: ${cookie}`,
    ...more,
    '',
    '',
  ].join('\r\n');

/** A frame as a client sends it, but for one thing. */
function frame(first: number, length: Uint8Array, body: Uint8Array, mask = [1, 2, 3, 4]): Uint8Array {
  return Buffer.concat([Uint8Array.of(first), length, Uint8Array.from(mask), body]);
}

/** Each of these no server may take, whatever comes after. */
const violations: readonly ((random: Random) => Uint8Array)[] = [
  () => Uint8Array.of(0xff, 0xff, 0xff, 0xff),
  (random) => frame(0xf2, Uint8Array.of(0x84), bytes(random, 4)),
  (random) => frame(0x83 + upTo(random, 5), Uint8Array.of(0x84), bytes(random, 4)),
  (random) => Buffer.concat([Uint8Array.of(0x82, 0x04), bytes(random, 4)]),
  () => frame(0x82, Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), new Uint8Array()),
  () => frame(0x82, Uint8Array.of(0xff, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff), new Uint8Array()),
  (random) => frame(0x89, Uint8Array.of(0xfe, 0x01, 0x00), bytes(random, 256)),
  (random) => frame(0x09, Uint8Array.of(0x84), bytes(random, 4)),
  (random) => frame(0x80, Uint8Array.of(0x84), bytes(random, 4)),
  () => frame(0x88, Uint8Array.of(0x81), Uint8Array.of(0x03)),
  () => frame(0x88, Uint8Array.of(0x82), Uint8Array.of(0x03 ^ 1, 0xed ^ 2)),
  () => frame(0x81, Uint8Array.of(0x82), Uint8Array.of(0xff ^ 1, 0xfe ^ 2)),
  (random) => Buffer.concat([frame(0x02, Uint8Array.of(0x84), bytes(random, 4)), frame(0x82, Uint8Array.of(0x84), bytes(random, 4))]),
];

/** Resolves with what was heard when the server has closed, or with null when it has not in time. */
function until(socket: Socket, ms: number): Promise<string | null> {
  let heard = '';
  socket.on('data', (chunk: Buffer) => (heard += heard.length < 4096 ? chunk.toString('latin1') : ''));
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      socket.destroy();
      resolve(null);
    }, ms);
    socket.once('close', () => {
      clearTimeout(late);
      resolve(heard);
    });
  });
}

const closesWithin = 5_000;
/** Bytes that may be the beginning of something are not waited for. */
const glanceMs = 20;

export const rawBytes: Attack = {
  name: '乱字节',
  unit: 'rawConnections',
  sizes: { short: 150, full: 3_000 },
  atOnce: 32,
  attempt: async ({ arena, random, count, wrong, say }) => {
    const path = oneOf(random, [`/collab/${arena.document}`, '/collab/none', '/socket.io/?EIO=4&transport=websocket', '/nowhere']);
    const cookie = oneOf(random, [arena.cookies.get('weiyuan01') ?? '', arena.cookies.get('mishu2') ?? '', 'nonsense']);
    const kind = oneOf(random, ['instead', 'around', 'after', 'after', 'violation', 'violation'] as const);
    const socket = connect(arena.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.setNoDelay(true);
    const noise = bytes(random, 1 + upTo(random, 400));
    const violation = oneOf(random, violations)(random);
    say(`${kind} ${path} ${Buffer.from(kind === 'violation' ? violation : noise).toString('base64')}`);
    count('rawConnections');
    if (kind === 'instead') socket.write(noise);
    else if (kind === 'around')
      socket.write(
        handshake(path, cookie, [oddHeader(random)]).replace('\r\n\r\n', `\r\n\r\n${Buffer.from(noise).toString('latin1')}`),
        'latin1',
      );
    else {
      socket.write(handshake(path, cookie));
      if (kind === 'after') socket.write(noise);
      else socket.write(violation);
    }
    if (kind === 'violation') {
      const heard = await until(socket, closesWithin);
      if (heard === null) wrong(`没有关闭：${path} ${Buffer.from(violation).toString('hex').slice(0, 60)}`);
      else count('rawClosed');
      return;
    }
    if ((await until(socket, glanceMs)) !== null) count('rawClosed');
  },
};

const oddHeader = (random: Random): string =>
  oneOf(random, [
    'Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99; =;',
    'Sec-WebSocket-Version: 99',
    `Sec-WebSocket-Protocol: ${'a,'.repeat(500)}`,
    'Sec-WebSocket-Key: short',
    `X-Long: ${'x'.repeat(9000)}`,
    'Transfer-Encoding: chunked',
    'Content-Length: 5',
    'Upgrade: h2c',
    'Origin: null',
    'Expect: 100-continue',
    `Cookie: ${'a=b; '.repeat(1000)}`,
  ]);

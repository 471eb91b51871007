import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { paragraph, textIn } from '../collab/testing/pen.ts';
import { minutes, ourOrigin, stage, type Stage } from '../collab/testing/stage.ts';

const upgrade = (path: string, more = ''): string =>
  `GET ${path} HTTP/1.1\r\nHost: hall.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`;
const live = '/socket.io/?EIO=4&transport=websocket';
const text = `/collab/${minutes}`;
const cookie = 'Cookie: mishu1\r\n';

/** Breaks off in the rudest way there is (RST), at once or when something has been heard. */
function breakOff(at: Stage, said: string | Buffer, when: 'at once' | 'when answered' | 'in the middle'): Promise<void> {
  const socket: Socket = connect(at.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.on('connect', () => {
    socket.write(said, () => when === 'at once' && socket.resetAndDestroy());
    if (when === 'in the middle') setImmediate(() => socket.resetAndDestroy());
  });
  socket.once('data', () => {
    // A frame that is none, and gone before the answer can be written.
    socket.write(Buffer.from([0xff, 0xff, 0xff, 0xff]), () => socket.resetAndDestroy());
  });
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

const ways: readonly (readonly [string, string])[] = [
  ['an upgrade at no door', upgrade('/elsewhere')],
  ['an upgrade of a wrong origin at the live door', upgrade(live, 'Origin: http://evil.test\r\n')],
  ['an upgrade of a wrong origin at the minutes', upgrade(text, 'Origin: http://evil.test\r\n')],
  ['a stranger at the live door', upgrade(live)],
  ['a stranger at the minutes', upgrade(text)],
  ['somebody signed in at the live door', upgrade(live, cookie)],
  ['somebody signed in at the minutes', upgrade(text, `${cookie}Origin: ${ourOrigin}\r\n`)],
  ['a poll', 'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: hall.test\r\n\r\n'],
  ['half a request', 'POST /api/session HTTP/1.1\r\nHost: hall.test\r\nContent-Length: 100\r\n\r\n{'],
  ['no request at all', '\u0000\u0001\u0002\r\n\r\n'],
];

test.each(ways)('Y10: %s that is reset at any moment harms nobody else', async (_who, said) => {
  const at = await stage();
  const staying = await at.reader('mishu2');
  for (const when of ['at once', 'in the middle', 'when answered'] as const) {
    await Promise.all(Array.from({ length: 10 }, () => breakOff(at, said, when)));
  }
  staying.write((fragment) => fragment.insert(0, [paragraph('照写')]));
  await staying.until(() => staying.heard.onDisk === 1);
  expect(textIn((await at.reader('mishu2')).doc)).toContain('照写');
});

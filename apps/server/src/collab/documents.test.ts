import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { paragraph } from './testing/pen.ts';
import { meeting, minutes, stage } from './testing/stage.ts';

describe('Y18: a document that nobody has open', () => {
  test('is destroyed and watches its meeting no more', async () => {
    const at = await stage({ idleMs: 0 });
    const { document, release } = await at.open();
    expect(at.watching()).toBe(1);
    release();
    await at.until(() => at.watching() === 0);
    const next = await at.open();
    expect(next.document).not.toBe(document);
    next.release();
  });

  test('stays for a while, for who comes back', async () => {
    const at = await stage({ idleMs: 30_000 });
    const { document, release } = await at.open();
    release();
    expect((await at.open()).document).toBe(document);
  });

  test('opened and left 300 times, is loaded at most once at a time', async () => {
    const at = await stage({ idleMs: 0 });
    for (let round = 0; round < 300; round += 1) {
      const holds = await Promise.all([at.open(), at.open()]);
      expect(holds[0].document).toBe(holds[1].document);
      expect(at.watching()).toBe(1);
      for (const { release } of holds) release();
    }
  });
});

test('Y10: 300 connections that break at the start or talk nonsense leave the server as it was', async () => {
  const at = await stage();
  const upgrade = `GET /collab/${minutes} HTTP/1.1\r\nHost: hall\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nCookie: mishu1\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`;
  const nonsense = [Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from([0x82, 0xfe]), Buffer.alloc(64, 0x81)];
  await Promise.all(
    Array.from(
      { length: 300 },
      (_, place) =>
        new Promise<void>((resolve) => {
          const socket = connect(at.port, '127.0.0.1', () => socket.write(upgrade));
          // Every fourth does not even wait for its answer.
          if (place % 4 === 3) socket.once('connect', () => socket.resetAndDestroy());
          // Half a frame waits for its other half; to anything else the server says goodbye itself.
          socket.once('data', () => {
            const kind = place % nonsense.length;
            socket.write(nonsense[kind] ?? '', () => kind === 1 && socket.resetAndDestroy());
          });
          socket.on('error', () => undefined);
          socket.on('close', () => resolve());
        }),
    ),
  );
  const pen = await at.reader('mishu2');
  pen.write((fragment) => fragment.insert(1, [paragraph('照常')]));
  await pen.until(() => pen.heard.onDisk === 1);
  expect(at.collab().storageFails(meeting)).toBe(false);
});

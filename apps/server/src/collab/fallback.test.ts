import { schemaVersion } from '@xieshang/minutes';
import { io, type Socket } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { paragraph, penOn, textIn, type Pen } from './testing/pen.ts';
import { minutes, stage, times, type Stage } from './testing/stage.ts';
import { stepOneFrame } from './wire.ts';

/** A pen over socket.io; `closed` is what the server says before it disconnects. */
function openPolling(at: Stage, account: string | null, { document = minutes, transports = ['polling'], receipts = false } = {}) {
  const socket: Socket = io(`${at.url}/collab`, {
    ...{ transports, forceNew: true, reconnection: false, auth: { document, receipts, schema: schemaVersion } },
    extraHeaders: account === null ? {} : { cookie: account },
  });
  onTestFinished(() => void socket.disconnect());
  const pen: Pen = penOn((hear, end) => {
    socket.on('frame', (data: Uint8Array) => hear(new Uint8Array(data)));
    socket.on('closed', ({ code, reason }: { code: number; reason: string }) => end(code, reason));
    socket.on('disconnect', (reason) => end(0, reason));
    return {
      send: (frame) => void socket.emit('frame', frame),
      close: () => void socket.disconnect(),
      terminate: () => void socket.disconnect(),
    };
  });
  pen.send(stepOneFrame(Y.encodeStateVector(pen.doc)));
  return { pen, socket };
}

describe.each([['polling'], ['websocket']])('the same frames over socket.io by %s', (transport) => {
  const options = { transports: [transport] };

  test('read and write beside those who come by WebSocket', async () => {
    const at = await stage();
    const { pen } = openPolling(at, 'mishu1', { ...options, receipts: true });
    const direct = await at.reader('mishu2');
    await pen.until(() => textIn(pen.doc) !== '');
    pen.write((fragment) => fragment.insert(1, [paragraph('绕道而来')]));
    await direct.until(() => times(direct.doc, '绕道而来') === 1);
    await pen.until(() => pen.heard.onDisk === 1 && pen.heard.received === 1);
    direct.write((fragment) => fragment.insert(1, [paragraph('直接写下')]));
    await pen.until(() => times(pen.doc, '直接写下') === 1);
  });

  test.each([
    ['nobody signed in', null, minutes, 4401],
    ['an observer', 'pangting1', minutes, 4403],
    ['an old schema', 'mishu1', 'demo.minutes.99.1', 4404],
  ])('%s is told why before the end', async (_who, account, document, code) => {
    const at = await stage();
    const { pen } = openPolling(at, account, { ...options, document });
    expect((await pen.closed).code).toBe(code);
  });

  test('what is no frame ends it', async () => {
    const at = await stage();
    const { pen, socket } = openPolling(at, 'mishu1', options);
    socket.emit('frame', { not: 'bytes' });
    expect((await pen.closed).code).toBe(4400);
  });

  test('a paste of 200 KB is kept, 1 MB refused by name', async () => {
    const at = await stage();
    const { pen } = openPolling(at, 'mishu1', options);
    await pen.until(() => textIn(pen.doc) !== '');
    pen.write((fragment) =>
      fragment.insert(
        1,
        Array.from({ length: 683 }, () => paragraph('协'.repeat(100))),
      ),
    );
    await pen.until(() => pen.heard.onDisk === 1);
    pen.write((fragment) => fragment.insert(1, [paragraph('a'.repeat(1024 * 1024))]));
    expect((await pen.closed).code).toBe(4413);
  });

  test('signing out and a stop end it', async () => {
    const at = await stage();
    const [one, other] = [openPolling(at, 'mishu1', options).pen, openPolling(at, 'mishu2', options).pen];
    await one.until(() => textIn(one.doc) !== '');
    await other.until(() => textIn(other.doc) !== '');
    at.signOut('mishu1');
    expect((await one.closed).code).toBe(4401);
    await at.collab().close();
    expect((await other.closed).code).toBe(1012);
  });

  test('a cursor is gone when its connection is', async () => {
    const at = await stage();
    const { pen, socket } = openPolling(at, 'mishu1', options);
    const witness = await at.reader('mishu2');
    pen.cursor([{ client: 11, clock: 1, state: {} }]);
    await witness.until(() => witness.heard.cursors.has(11));
    socket.disconnect();
    await witness.until(() => !witness.heard.cursors.has(11));
  });
});

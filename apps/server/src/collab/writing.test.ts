import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { minutesIn, paragraph, textIn } from './testing/pen.ts';
import { limits } from './limits.ts';
import { meeting, minutes, stage, times } from './testing/stage.ts';
import { stepTwoFrame, updateFrame } from './wire.ts';

/** The published client with a cookie, as it comes. */
function stock(port: number, cookie: string, doc: Y.Doc): WebsocketProvider {
  class WithCookie extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie } });
    }
  }
  return new WebsocketProvider(`ws://127.0.0.1:${port}/collab`, minutes, doc, {
    WebSocketPolyfill: WithCookie as never,
    disableBc: true,
  });
}

const until = (doc: Y.Doc, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const check = (): void => {
      if (holds()) resolve();
    };
    doc.on('update', check);
    check();
  });

test('a stock y-websocket client reads and writes', async () => {
  const at = await stage();
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  const providers = [stock(at.port, 'mishu1', one), stock(at.port, 'mishu2', other)];
  await until(one, () => textIn(one) !== '');
  await until(other, () => textIn(other) !== '');
  minutesIn(one).insert(1, [paragraph('第一个人写的')]);
  await until(other, () => times(other, '第一个人写的') === 1);
  minutesIn(other).insert(2, [paragraph('第二个人写的')]);
  await until(one, () => times(one, '第二个人写的') === 1);
  expect(textIn(one)).toBe(textIn(other));
  for (const provider of providers) provider.destroy();
});

test('a stock client that wrote while it was away brings its text when it comes back', async () => {
  const at = await stage();
  const doc = new Y.Doc();
  const provider = stock(at.port, 'mishu1', doc);
  await until(doc, () => textIn(doc) !== '');
  provider.disconnect();
  minutesIn(doc).insert(1, [paragraph('断线时写的')]);
  provider.connect();
  const other = await at.reader('mishu2');
  await other.until(() => times(other.doc, '断线时写的') === 1);
  provider.destroy();
});

test('Y1: fifty clients open new minutes at once, and the skeleton is there once', async () => {
  const secretaries = Array.from({ length: 50 }, (_, place) => `s${place}`);
  const at = await stage({ secretaries });
  const pens = await Promise.all(secretaries.map((account) => at.reader(account)));
  const stored = await at.logged();
  for (const heading of ['协商情况', '形成的主要建议', '部门回应情况', '有关要求']) expect(times(stored, heading)).toBe(1);
  for (const pen of pens) expect(textIn(pen.doc)).toBe(textIn(stored));
});

test('Y6: message 100 counts the update frames that are on disk, and comes after they are', async () => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  for (const text of ['一', '二', '三']) pen.write((fragment) => fragment.insert(0, [paragraph(text)]));
  await pen.until(() => pen.heard.onDisk === 3);
  expect(times(await at.logged(), '<paragraph>三</paragraph>')).toBe(1);
});

test('Y6: the answer to the server’s step 1 is written, and not counted', async () => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  const kept = pen.keep((fragment) => fragment.insert(0, [paragraph('第二步')]));
  pen.send(stepTwoFrame(kept));
  for (const text of ['甲', '乙']) pen.write((fragment) => fragment.insert(0, [paragraph(text)]));
  await pen.until(() => pen.heard.onDisk >= 2);
  expect(pen.heard.onDisk).toBe(2);
  expect(times(await at.logged(), '第二步')).toBe(1);
});

test('message 100 comes at once, then at most five times a second, and always says the last in the end', async () => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  const began = performance.now();
  for (let count = 0; count < 30; count += 1) {
    pen.write((fragment) => fragment.insert(0, [paragraph(`${count}`)]));
    await new Promise((resolve) => void setImmediate(resolve));
  }
  await pen.until(() => pen.heard.onDisk === 30);
  const seconds = (performance.now() - began) / 1000;
  expect(pen.heard.onDiskAt.length).toBeLessThanOrEqual(1 + Math.ceil(seconds * 5));
});

test.each([
  ['an update frame', updateFrame],
  ['a step 2', stepTwoFrame],
])('who types before having answered our step 1 loses nothing: the answer, %s, brings what it follows on', async (_what, wrap) => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  const away = pen.keep((fragment) => fragment.insert(0, [paragraph('离线时写的')]));
  pen.write((fragment) => fragment.insert(1, [paragraph('刚连上就写的')]));
  pen.write((fragment) => fragment.delete(0, 1));
  pen.send(wrap(away));
  const counted = wrap === updateFrame ? 3 : 2;
  await pen.until(() => pen.heard.onDisk >= 1);
  expect(pen.heard.onDisk).toBe(counted);
  const stored = await at.logged();
  expect([times(stored, '刚连上就写的'), times(stored, '离线时写的')]).toEqual([1, 0]);
});

test('receipts count from the first frame: what comes after an early one is not acknowledged before it', async () => {
  const at = await stage();
  const [pen, other] = [await at.reader('mishu1'), await at.reader('mishu2')];
  const blocks = minutesIn(other.doc).length;
  const away = pen.keep((fragment) => fragment.insert(0, [paragraph('离线时写的')]));
  pen.write((fragment) => fragment.insert(1, [paragraph('太早的')]));
  pen.write((fragment) => fragment.delete(2, 1));
  await other.until(() => minutesIn(other.doc).length === blocks - 1);
  pen.cursor([{ client: pen.doc.clientID, clock: 1, state: {} }]);
  await pen.until(() => pen.heard.cursors.has(pen.doc.clientID));
  expect(pen.heard.onDisk).toBe(0);
  pen.send(updateFrame(away));
  await pen.until(() => pen.heard.onDisk >= 1);
  expect(pen.heard.onDisk).toBe(3);
});

test('messages 101 and 102 come only to who asks for them', async () => {
  const at = await stage();
  const [asking, plain] = [await at.reader('mishu1', { query: '?receipts=1&schema=2' }), await at.reader('mishu2')];
  for (const pen of [asking, plain]) {
    pen.write((fragment) => fragment.insert(0, [paragraph('一')]));
    await pen.until(() => pen.heard.onDisk === 1);
  }
  await asking.until(() => asking.heard.received === 1);
  expect(plain.heard.received).toBe(0);
});

test('who wrote what, over which connection and when, is in the log; the server’s own lines have no author', async () => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  pen.write((fragment) => fragment.insert(0, [paragraph('张委员的建议')]));
  await pen.until(() => pen.heard.onDisk === 1);
  const lines = await at.lines();
  expect(lines[0]).toMatchObject({ seq: 1, author: null, connection: null });
  expect(lines.at(-1)).toMatchObject({ author: 'mishu1', connection: expect.stringMatching(/^[\w-]{16}$/) });
  expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, place) => place + 1));
});

test.each([
  ['200 KB of Chinese in long paragraphs', '协', 100, 683],
  ['200 KB of letters in short paragraphs', 'a', 80, 2560],
])('a paste of %s is kept', async (_what, letter, length, count) => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  pen.write((fragment) =>
    fragment.insert(
      1,
      Array.from({ length: count }, () => paragraph(letter.repeat(length))),
    ),
  );
  await pen.until(() => pen.heard.onDisk === 1);
  expect(times(await at.logged(), letter.repeat(length))).toBe(count);
});

test('Y11: a bigger one is refused by name, and nothing of it stays', async () => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  const before = await at.count();
  const update = pen.write((fragment) => fragment.insert(1, [paragraph('a'.repeat(1024 * 1024))]));
  expect(update.byteLength).toBeGreaterThan(limits.frameBytes);
  expect(await pen.closed).toEqual({ code: 4413, reason: 'TooLarge' });
  expect(await at.count()).toBe(before);
});

test('P2: reading the minutes changes nothing in them', async () => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  pen.write((fragment) => fragment.insert(1, [paragraph('一段')]));
  await pen.until(() => pen.heard.onDisk === 1);
  const before = await at.count();
  expect(JSON.stringify(await at.collab().read(meeting))).toContain('一段');
  pen.write((fragment) => fragment.insert(1, [paragraph('又一段')]));
  await pen.until(() => pen.heard.onDisk === 2);
  expect(await at.count()).toBe(before + 1);
  expect(pen.heard.updates).toBe(0);
});

test('y-websocket hears something before it gives up: an own cursor is echoed', async () => {
  const at = await stage();
  const pen = await at.reader('mishu1');
  const before = pen.heard.breaths;
  pen.cursor([{ client: pen.doc.clientID, clock: 1, state: {} }]);
  await pen.until(() => pen.heard.breaths > before);
  expect(pen.heard.cursors.has(pen.doc.clientID)).toBe(true);
});

test('after a pause nobody holds the document; it comes back from the log as it was', async () => {
  const at = await stage({ idleMs: 0 });
  const pen = await at.reader('mishu1');
  pen.write((fragment) => fragment.insert(1, [paragraph('留下的一段')]));
  await pen.until(() => pen.heard.onDisk === 1);
  await pen.leave();
  await at.restart();
  const next = await at.reader('mishu2');
  expect(textIn(next.doc)).toBe(textIn(pen.doc));
});

import { schemaVersion } from '@xieshang/minutes';
import { personId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { noMeters } from '../meters.ts';
import type { Closing } from './closing.ts';
import { limits, rates } from './limits.ts';
import { openLine, type Transport } from './line.ts';
import type { OpenDocument } from './document.ts';
import { minutesIn, paragraph, penOn, type Pen } from './testing/pen.ts';
import { meeting, stage, type Stage } from './testing/stage.ts';
import { stepOneFrame } from './wire.ts';

/** A line whose peer reads nothing. */
async function deaf() {
  const at = await stage();
  const { document, release } = await at.open();
  let unread = 0;
  const closed: Closing[] = [];
  const sent: Uint8Array[] = [];
  const transport: Transport = {
    send: (frame) => {
      sent.push(frame);
      unread += frame.byteLength;
    },
    sendAll: ({ frames }) => frames.forEach((frame) => transport.send(frame)),
    unread: () => unread,
    close: (closing) => void closed.push(closing),
  };
  const began = Promise.withResolvers<void>();
  const line = openLine({
    ...{
      transport,
      connection: 'c',
      receipts: false,
      rates,
      clock: Date.now,
      report: (error) => at.troubles.push(error),
      meters: noMeters,
    },
    enter: async () => ({
      ...{ document, person: personId('mishu1'), release },
      user: { name: '', account: 'mishu1', color: '', role: '' },
    }),
    ended: () => undefined,
  });
  // The place is entered in the turn after this one.
  setImmediate(began.resolve);
  await began.promise;
  return { at, writer: writing(at, document), line, closed, sent, read: () => (unread = 0) };
}

/** Somebody who writes in the same document and reads all. */
function writing(at: Stage, document: OpenDocument): Pen {
  return penOn((hear, end) => {
    const line = openLine({
      ...{ connection: 'w', receipts: false, rates, clock: Date.now, report: (error) => at.troubles.push(error) },
      ...{ ended: () => undefined, meters: noMeters },
      transport: {
        send: hear,
        sendAll: ({ frames }) => frames.forEach(hear),
        unread: () => 0,
        close: ({ code, reason }) => end(code, reason),
      },
      enter: async () => ({
        ...{ document, person: personId('mishu2'), release: () => undefined },
        user: { name: '', account: 'mishu2', color: '', role: '' },
      }),
    });
    return { send: line.take, close: line.gone, terminate: line.gone };
  });
}

test('S8: a peer that reads nothing is let go, to come again', async () => {
  const { writer, closed } = await deaf();
  for (let count = 0; count < 4; count += 1) writer.write((fragment) => fragment.insert(0, [paragraph('a'.repeat(400_000))]));
  await writer.until(() => writer.heard.onDisk === 4);
  expect(closed).toEqual([{ code: 1013, reason: 'Busy' }]);
});

test('S8: what it asked for itself is not held against it', async () => {
  const { writer, line, closed, read } = await deaf();
  for (let count = 0; count < 4; count += 1) {
    writer.write((fragment) => fragment.insert(0, [paragraph('a'.repeat(400_000))]));
    await writer.until(() => writer.heard.onDisk === count + 1);
    read();
  }
  line.take(stepOneFrame(Y.encodeStateVector(new Y.Doc())));
  expect(closed).toEqual([]);
  writer.write((fragment) => fragment.insert(0, [paragraph('b'.repeat(400_000))]));
  await writer.until(() => writer.heard.onDisk === 5);
  expect(closed).toEqual([]);
});

test('silence is broken before y-websocket gives up', async () => {
  const { line, sent } = await deaf();
  const before = sent.length;
  line.breathe();
  expect(sent.length).toBe(before + 1);
  expect(limits.silenceMs).toBeLessThan(30_000);
});

test('whole documents are not asked for without end', async () => {
  const { line, closed, read } = await deaf();
  for (let count = 0; count < 20; count += 1) {
    line.take(stepOneFrame(Y.encodeStateVector(new Y.Doc())));
    read();
  }
  expect(closed).toEqual([{ code: 4429, reason: 'TooMuch' }]);
});

test('the document of a meeting is one, whoever opens it', async () => {
  const at = await stage();
  const [one, other] = [await at.open(), await at.open()];
  expect(one.document).toBe(other.document);
  expect(one.document.row).toMatchObject({ meeting, schema: schemaVersion, generation: 1 });
  expect(minutesIn(await at.logged()).length).toBeGreaterThan(0);
});

// Who comes back is told what they lack and not all that was ever deleted: over real sockets, whatever they answer.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { limits } from './limits.ts';
import { minutesIn, paragraph, textIn, type Pen } from './testing/pen.ts';
import { stage, times, type Stage } from './testing/stage.ts';
import { stepOneFrame, stepTwoFrame, updateFrame } from './wire.ts';

/** A text in which much was deleted, and one line of somebody who has all of it. */
async function muchDeleted(at: Stage): Promise<Pen> {
  const pen = await at.reader('mishu1');
  pen.write((fragment) => fragment.insert(1, [paragraph('长'.repeat(3000)), paragraph('要删的')]));
  const text = (minutesIn(pen.doc).get(1) as Y.XmlElement).get(0) as Y.XmlText;
  pen.write(() => {
    for (let place = 0; place < 1400; place += 1) text.delete(place, 1);
  });
  await pen.until(() => pen.heard.onDisk === 2);
  return pen;
}

/** Comes back with what a replica holds and answers our step 1 or does not; tells how many bytes it took to have all. */
async function back(at: Stage, held: Y.Doc, has: (doc: Y.Doc) => boolean, answers: boolean): Promise<{ bytes: number; doc: Y.Doc }> {
  const pen = await at.pen('mishu2', { held, answers });
  await pen.until(() => has(pen.doc));
  return { bytes: pen.heard.bytes, doc: pen.doc };
}

const replicaOf = (doc: Y.Doc): Y.Doc => {
  const replica = new Y.Doc({ gc: false });
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
  return replica;
};

test('who says what they know to be deleted is told the rest only', async () => {
  const at = await stage();
  const writer = await muchDeleted(at);
  const held = replicaOf(writer.doc);
  writer.write((fragment) => fragment.insert(1, [paragraph('新的一段')]));
  writer.write((fragment) => fragment.delete(3, 1));
  await writer.until(() => writer.heard.onDisk === 4);
  const whole = Y.encodeStateAsUpdate(writer.doc, Y.encodeStateVector(held)).length;
  const { bytes, doc } = await back(at, held, (now) => textIn(now) === textIn(writer.doc), true);
  expect(whole).toBeGreaterThan(limits.deletionsToAskFor);
  expect(bytes).toBeLessThan(whole / 4);
  expect(times(doc, '新的一段')).toBe(1);
});

test('who answers with an update frame, which is counted, is told the rest only as well, and need not wait', async () => {
  const at = await stage();
  const writer = await muchDeleted(at);
  const held = replicaOf(writer.doc);
  writer.write((fragment) => fragment.insert(1, [paragraph('新的一段')]));
  await writer.until(() => writer.heard.onDisk === 3);
  const whole = Y.encodeStateAsUpdate(writer.doc, Y.encodeStateVector(held)).length;
  const pen = await at.pen('mishu2', { held, answers: false });
  pen.send(updateFrame(Y.encodeStateAsUpdate(held, Y.encodeStateVector(held))));
  await pen.until(() => textIn(pen.doc) === textIn(writer.doc));
  expect(pen.heard.bytes).toBeLessThan(whole / 4);
  await pen.until(() => pen.heard.onDisk === 1);
});

test('who does not answer is told all of it a little later', async () => {
  const at = await stage();
  const writer = await muchDeleted(at);
  const held = replicaOf(writer.doc);
  writer.write((fragment) => fragment.delete(2, 1));
  await writer.until(() => writer.heard.onDisk === 3);
  const { bytes } = await back(at, held, (now) => textIn(now) === textIn(writer.doc), false);
  expect(bytes).toBeGreaterThan(limits.deletionsToAskFor);
});

test('a deletion that was never heard of is heard, though all letters are there', async () => {
  const at = await stage();
  const writer = await muchDeleted(at);
  const held = replicaOf(writer.doc);
  // In the meantime all that happens is a deletion, and their own letters come over another line.
  writer.write((fragment) => fragment.delete(2, 1));
  held.clientID = 77;
  const before = Y.encodeStateVector(held);
  minutesIn(held).insert(0, [paragraph('离线写的')]);
  const other = await at.pen('mishu2');
  other.send(stepTwoFrame(Y.encodeStateAsUpdate(held, before)));
  await writer.until(() => times(writer.doc, '离线写的') === 1 && writer.heard.onDisk === 3);
  await other.leave();
  expect(Y.encodeStateVector(held)).toEqual(Y.encodeStateVector(writer.doc));
  const { doc } = await back(at, held, (now) => textIn(now) === textIn(writer.doc), true);
  expect(textIn(doc)).not.toContain('要删的');
});

test('after a restart the same holds', async () => {
  const at = await stage();
  const writer = await muchDeleted(at);
  const held = replicaOf(writer.doc);
  writer.write((fragment) => fragment.insert(1, [paragraph('新的一段')]));
  await writer.until(() => writer.heard.onDisk === 3);
  const { doc: last } = writer;
  await at.restart();
  const { doc } = await back(at, held, (now) => textIn(now) === textIn(last), true);
  expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(last))).toBe(true);
});

test('step 1 is said first, and asked again it is answered again', async () => {
  const at = await stage();
  const writer = await muchDeleted(at);
  const pen = await at.pen('mishu2', { held: replicaOf(writer.doc), answers: true });
  await pen.until(() => pen.heard.steps.length >= 2);
  expect(pen.heard.steps.slice(0, 2)).toEqual([0, 1]);
  pen.send(stepOneFrame(Uint8Array.of(0)));
  await pen.until(() => pen.heard.steps.length >= 3);
});

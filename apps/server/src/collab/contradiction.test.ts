import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { minutesIn, paragraph, textIn } from './testing/pen.ts';
import { foreignUpdate, stage, times } from './testing/stage.ts';
import { stepTwoFrame, updateFrame } from './wire.ts';

/** A replica that takes itself for another: as when a page is cloned with all it holds. */
function twinOf(doc: Y.Doc, clientID = doc.clientID): Y.Doc {
  const twin = new Y.Doc({ gc: false });
  Y.applyUpdate(twin, Y.encodeStateAsUpdate(doc));
  twin.clientID = clientID;
  return twin;
}

const written = (doc: Y.Doc, words: string): Uint8Array => {
  const before = Y.encodeStateVector(doc);
  minutesIn(doc).insert(1, [paragraph(words)]);
  return Y.encodeStateAsUpdate(doc, before);
};

test.each([
  ['another text', '第二', '第一'],
  ['a longer one', '第二个人写的', '第一'],
  ['a shorter one', '二', '第一个人写的'],
])(
  'Y13: the second of two who write under one client id is refused, with %s, and not told that it is on disk',
  async (_what, second, first) => {
    const at = await stage();
    const one = await at.reader('mishu1');
    const twin = twinOf(one.doc);
    one.write((fragment) => fragment.insert(1, [paragraph(first)]));
    await one.until(() => one.heard.onDisk === 1);
    const other = await at.reader('mishu1');
    other.send(updateFrame(written(twin, second)));
    expect(await other.closed).toEqual({ code: 4422, reason: 'InvalidUpdate' });
    expect(other.heard.onDisk).toBe(0);
    expect(await at.count()).toBe(2);
    one.write((fragment) => fragment.insert(1, [paragraph('照常')]));
    await one.until(() => one.heard.onDisk === 2);
    expect(textIn(await at.logged())).toBe(textIn(one.doc));
  },
);

test('Y13: the same words in another place are other words', async () => {
  const at = await stage();
  const one = await at.reader('mishu1');
  const twin = twinOf(one.doc);
  one.write((fragment) => fragment.insert(1, [paragraph('同一句话')]));
  await one.until(() => one.heard.onDisk === 1);
  const other = await at.reader('mishu2');
  other.send(updateFrame(foreignUpdate(twin, one.doc.clientID, (doc) => minutesIn(doc).insert(2, [paragraph('同一句话')]))));
  expect((await other.closed).code).toBe(4422);
});

test('Y13: so are the same words in another block', async () => {
  const at = await stage();
  const one = await at.reader('mishu1');
  const blocks = [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')];
  one.write((fragment) => fragment.insert(1, blocks));
  const twin = twinOf(one.doc);
  const into = (doc: Y.Doc, place: number): void => (minutesIn(doc).get(place) as Y.XmlElement).insert(0, [new Y.XmlText('同一句话')]);
  one.write(() => into(one.doc, 1));
  await one.until(() => one.heard.onDisk === 2);
  const other = await at.reader('mishu1');
  other.send(updateFrame(foreignUpdate(twin, one.doc.clientID, (doc) => into(doc, 2))));
  expect((await other.closed).code).toBe(4422);
});

test('what is known is welcome in whatever pieces it comes: split by others, deleted, cleared away, by whoever holds it', async () => {
  const at = await stage();
  const [one, two] = [await at.reader('mishu1'), await at.reader('mishu2')];
  const text = new Y.XmlText();
  const first = one.write((fragment) => {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [text]);
    fragment.insert(1, [block]);
    text.insert(0, '一二三四五六😀');
  });
  one.write(() => text.insert(8, '七'));
  await two.until(() => times(two.doc, '六😀七') === 1);
  const theirs = (minutesIn(two.doc).get(1) as Y.XmlElement).get(0) as Y.XmlText;
  two.write(() => theirs.insert(3, '〔二〕'));
  two.write(() => theirs.format(1, 4, { bold: {} }));
  two.write(() => theirs.delete(0, 2));
  await one.until(() => textIn(one.doc) === textIn(two.doc));
  const lossy = new Y.Doc({ gc: true });
  for (const doc of [one.doc, two.doc]) Y.applyUpdate(lossy, Y.encodeStateAsUpdate(doc));
  await one.until(() => one.heard.onDisk === 2);
  await two.until(() => two.heard.onDisk === 3);
  const count = await at.count();
  for (const pen of [one, two, await at.reader('mishu1'), await at.reader('zhuchi')]) {
    const before = pen.heard.onDisk;
    pen.send(stepTwoFrame(Y.encodeStateAsUpdate(two.doc)));
    const again = [
      first,
      Y.encodeStateAsUpdate(one.doc),
      Y.encodeStateAsUpdate(lossy),
      Y.mergeUpdates([first, Y.encodeStateAsUpdate(two.doc)]),
    ];
    for (const update of again) pen.send(updateFrame(update));
    await pen.until(() => pen.heard.onDisk === before + again.length);
  }
  expect(await at.count()).toBe(count);
});

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { allDeleted, joined, sectionsOf } from './sections.ts';
import { minutesIn, paragraph } from './testing/pen.ts';

/** Every kind of content that minutes hold, by two who write. */
function text(): Y.Doc {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = 4_294_967_295;
  const first = paragraph('会议纪要 𠮷 é');
  minutesIn(doc).insert(0, [first, paragraph('删')]);
  first.setAttribute('level', 3 as unknown as string);
  const words = first.get(0) as Y.XmlText;
  words.format(1, 3, { bold: {} });
  doc.clientID = 9;
  words.insert(2, '𠮷𠮷');
  words.delete(3, 1);
  minutesIn(doc).delete(1, 1);
  return doc;
}

test('the sections of a state go as far as its state vector, and make the same state again', () => {
  const doc = text();
  const state = Y.encodeStateAsUpdate(doc);
  const sections = sectionsOf(state);
  if (!sections) throw new Error('not taken apart');
  expect(new Map(sections.added.map(({ client, end }) => [client, end]))).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
  expect(Uint8Array.from(joined(sections.added, sections.deleted).bytes)).toEqual(Uint8Array.from(state));
});

test('what is put together stands where it is said to stand, behind what comes before it', () => {
  const state = sectionsOf(Y.encodeStateAsUpdate(text()));
  if (!state) throw new Error('not taken apart');
  const whole = joined(state.added, state.deleted, (length) => Uint8Array.of(1, 2, length % 100));
  expect([...whole.bytes.subarray(0, 3)]).toEqual([1, 2, whole.length % 100]);
  expect(sectionsOf(whole.bytes.subarray(3))).toEqual(whole.sections);
});

test('what is deleted in several updates is all deleted, each once', () => {
  const doc = new Y.Doc({ gc: false });
  minutesIn(doc).insert(0, ['一', '二', '三'].map(paragraph));
  const state = Y.encodeStateAsUpdate(doc);
  const parts = [1, 0].map((place) => {
    const replica = new Y.Doc({ gc: false });
    Y.applyUpdate(replica, state);
    minutesIn(replica).delete(place, 2);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(replica));
    return sectionsOf(Y.encodeStateAsUpdate(replica, Y.encodeStateVector(replica))) ?? { added: [], deleted: Uint8Array.of() };
  });
  expect([...allDeleted([...parts, ...parts])]).toEqual([...Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)).subarray(1)]);
});

test.each([
  ['a map', (doc: Y.Doc) => doc.getMap('m').set('a', new Y.Map())],
  ['bytes', (doc: Y.Doc) => doc.getMap('m').set('a', new Uint8Array(3))],
  ['an embed', (doc: Y.Doc) => doc.getText('t').insertEmbed(0, { a: 1 })],
])('%s is not taken apart', (_what, change) => {
  const doc = new Y.Doc({ gc: false });
  change(doc);
  expect(sectionsOf(Y.encodeStateAsUpdate(doc))).toBeNull();
});

test('what ends too soon is not taken apart', () => {
  const state = Y.encodeStateAsUpdate(text());
  const { deleted } = sectionsOf(state) ?? { deleted: state };
  for (let length = 0; length < state.length - deleted.length; length += 1) expect(sectionsOf(state.subarray(0, length))).toBeNull();
});

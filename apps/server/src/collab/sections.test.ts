import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { joined, sectionFrom, sectionsOf } from './sections.ts';
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

test('what follows in a section on what somebody holds begins with the struct in which that ends', () => {
  const doc = new Y.Doc({ gc: false });
  doc.clientID = 3;
  minutesIn(doc).insert(0, [paragraph('会议'), paragraph('纪要')]);
  const [whole] = sectionsOf(Y.encodeStateAsUpdate(doc))?.added ?? [];
  if (!whole) throw new Error('not taken apart');
  expect(sectionFrom(whole, 0)).toEqual(whole);
  expect(sectionFrom(whole, whole.end)).toBeNull();
  for (let clock = 1; clock < whole.end; clock += 1) {
    const rest = sectionFrom(whole, clock);
    if (!rest) throw new Error('nothing follows');
    expect(rest.clock).toBeLessThanOrEqual(clock);
    const replica = new Y.Doc({ gc: false });
    Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc));
    const { bytes } = joined([rest], Uint8Array.of(0));
    expect(sectionsOf(Uint8Array.from(bytes))?.added).toEqual([{ ...rest, bytes: Uint8Array.from(rest.bytes) }]);
    Y.applyUpdate(replica, bytes);
    expect(replica.store.pendingStructs).toBeNull();
  }
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

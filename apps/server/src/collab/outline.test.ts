import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { outlined, partsOf } from './outline.ts';
import { sectionsOf } from './sections.ts';
import { minutesIn, paragraph } from './testing/pen.ts';

function snapshot(): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  minutesIn(doc).insert(0, [paragraph('会议纪要'), paragraph('删')]);
  minutesIn(doc).delete(1, 1);
  return Y.encodeStateAsUpdate(doc);
}

test('the parts of a snapshot are found where they were, without reading it', () => {
  const bytes = snapshot();
  expect(partsOf(7, bytes, outlined(7, bytes) ?? '')).toEqual(sectionsOf(bytes));
});

test('of a snapshot that has changed, of another update and beside a changed outline there are none', () => {
  const bytes = snapshot();
  const outline = outlined(7, bytes) ?? '';
  for (let place = 0; place < bytes.length; place += 1) {
    const spoilt = Uint8Array.from(bytes);
    spoilt[place] = (spoilt[place] ?? 0) ^ 1;
    expect(partsOf(7, spoilt, outline)).toBeNull();
  }
  expect(partsOf(8, bytes, outline)).toBeNull();
  for (const wrong of ['', '{}', outline.replace('deleted', 'delated'), outline.replace(/,(\d+)\]/, ',1$1]')]) {
    expect(partsOf(7, bytes, wrong)).toBeNull();
  }
});

test('what no minutes hold has no outline', () => {
  const doc = new Y.Doc({ gc: false });
  doc.getMap('m').set('a', new Uint8Array(3));
  expect(outlined(1, Y.encodeStateAsUpdate(doc))).toBeNull();
});

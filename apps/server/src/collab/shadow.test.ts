import { factId, faultOf, readDocument, schema, writeSkeleton, type FactId } from '@xieshang/minutes';
import { fold, inSession, played } from '@xieshang/meeting/testing';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readUpdate } from './reading.ts';
import { openShadow } from './shadow.ts';
import { minutesIn, paragraph, textIn } from './testing/pen.ts';
import { foreignUpdate, times } from './testing/stage.ts';

const facts: ReadonlySet<FactId> = new Set(['roll', 'names'].map(factId));

/** A document on disk, and what was admitted since. */
function opened() {
  const live = new Y.Doc({ gc: false });
  writeSkeleton(live, fold(played(...inSession())), { name: '政协明川市委员会', zone: 'Asia/Shanghai' });
  const ahead: Uint8Array[] = [];
  const known = new Set([
    ...facts,
    ...readDocument(live).content.flatMap(({ attrs }) => (typeof attrs?.['fact'] === 'string' ? [factId(attrs['fact'])] : [])),
  ]);
  const shadow = openShadow({ encoded: () => Y.encodeStateAsUpdate(live), ahead: () => ahead, clientId: 7, facts: known });
  return { live, ahead, shadow };
}

test('what is refused is gone, what was admitted before and is not on disk yet stays', () => {
  const { ahead, shadow } = opened();
  const trial = shadow.admit(foreignUpdate(shadow.doc(), 1, (doc) => minutesIn(doc).insert(0, [paragraph('已收到')])));
  if ('code' in trial) throw new Error(trial.reason);
  ahead.push(...trial.updates);
  const before = textIn(shadow.doc());
  expect(shadow.admit(foreignUpdate(shadow.doc(), 1, (doc) => minutesIn(doc).insert(0, [new Y.XmlElement('script')])))).toMatchObject({
    code: 4422,
  });
  expect(textIn(shadow.doc())).toBe(before);
  expect(times(shadow.doc(), '已收到')).toBe(1);
});

test('it can stand for what is on disk only while it holds nothing else', () => {
  const { ahead, shadow } = opened();
  expect(shadow.written()).toBeNull();
  expect(shadow.doc()).toBe(shadow.written());
  const trial = shadow.admit(foreignUpdate(shadow.doc(), 1, (doc) => minutesIn(doc).insert(0, [paragraph('已收到')])));
  if ('code' in trial) throw new Error(trial.reason);
  ahead.push(...trial.updates);
  expect(shadow.written()).toBeNull();
});

test('two sound edits that leave a list item empty are mended by the server, and the mending is an update of its own', () => {
  const { ahead, shadow } = opened();
  const first = shadow.admit(
    foreignUpdate(shadow.doc(), 1, (doc) => {
      const list = new Y.XmlElement('bulletList');
      const only = new Y.XmlElement('listItem');
      only.insert(0, [paragraph('甲'), paragraph('乙')]);
      list.insert(0, [only]);
      minutesIn(doc).insert(0, [list]);
    }),
  );
  if ('code' in first) throw new Error(first.reason);
  ahead.push(...first.updates);
  const inItem = (doc: Y.Doc): Y.XmlElement => (minutesIn(doc).get(0) as Y.XmlElement).get(0) as Y.XmlElement;
  const edits = [0, 1].map((place) => foreignUpdate(shadow.doc(), 2 + place, (doc) => inItem(doc).delete(place, 1)));
  const mended = edits.map((edit) => {
    const trial = shadow.admit(edit);
    if ('code' in trial) throw new Error(trial.reason);
    return trial.mended.length;
  });
  expect(mended).toEqual([0, 1]);
  expect(textIn(shadow.doc())).toContain('<listitem><paragraph></paragraph></listitem>');
});

test('Y9: of 2,000 broken updates each that is refused has changed nothing, and the text stays one the editor reads', () => {
  const { live, shadow } = opened();
  let seed = 20_260_101;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  let refusals = 0;
  for (let round = 0; round < 2000; round += 1) {
    const update = foreignUpdate(shadow.doc(), 5_000_000 + round, (doc) => {
      minutesIn(doc).insert(1, [paragraph('改'.repeat(1 + random(5)))]);
      if (round % 3 === 0) minutesIn(doc).delete(1, 1);
    });
    for (let hits = 1 + random(3); hits > 0; hits -= 1) update[random(update.length)] = random(256);
    const before = textIn(shadow.doc());
    const reading = readUpdate(update, shadow.doc());
    const trial = typeof reading === 'string' ? null : shadow.admit(update);
    if (trial && !('code' in trial)) {
      for (const added of [...trial.updates, ...trial.mended]) Y.applyUpdate(live, added);
      expect(textIn(live)).toBe(textIn(shadow.doc()));
      continue;
    }
    refusals += 1;
    expect(textIn(shadow.doc())).toBe(before);
  }
  expect(refusals).toBeGreaterThan(500);
  expect(() => schema.nodeFromJSON(readDocument(live)).check()).not.toThrow();
});

test('law 11: what comes into a text is judged as if all of the document were looked through', () => {
  const { live, ahead, shadow } = opened();
  const first = shadow.admit(foreignUpdate(live, 1, (doc) => minutesIn(doc).insert(0, [paragraph('甲𠮷乙'), paragraph('丙丁')])));
  if ('code' in first) throw new Error(first.reason);
  for (const added of first.updates) Y.applyUpdate(live, added);
  let seed = 7;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const changes: readonly ((text: Y.XmlText, at: number) => void)[] = [
    (text, at) => text.insert(at, '议𠮷'),
    (text, at) => text.insert(at, '粗', { bold: {} }),
    (text, at) => text.delete(at, Math.min(2, text.length - at)),
    (text, at) => text.format(at, 1, { italic: {} }),
    (text, at) => text.format(at, 1, { bold: null }),
    (text, at) => text.format(at, 1, { link: { href: 'http://evil.test' } }),
    (text, at) => text.format(at, 1, { bold: { colour: 'red' } }),
    (text, at) => text.insertEmbed(at, { image: 'x' }),
    (text, at) => text.insertEmbed(at, new Y.XmlElement('paragraph')),
    (text, at) => text.insertEmbed(at, paragraph('里面')),
    (text) => text.setAttribute('align', 'left'),
    (text) => {
      text.setAttribute('align', 'left');
      text.removeAttribute('align');
    },
    (text, at) => {
      text.insertEmbed(at, { image: 'x' });
      text.delete(at, 1);
    },
  ];
  const verdicts = { admitted: 0, refused: 0 };
  for (let round = 0; round < 600; round += 1) {
    const update = foreignUpdate(shadow.doc(), 6_000_000 + round, (doc) => {
      for (let count = 1 + random(3); count > 0; count -= 1) {
        const text = (minutesIn(doc).get(random(2)) as Y.XmlElement).get(0) as Y.XmlText;
        // The later ones break more: mostly only one of an update does.
        changes[random(count > 1 ? 5 : changes.length)]?.(text, random(text.length));
      }
    });
    const whole = new Y.Doc({ gc: false });
    Y.applyUpdate(whole, Y.encodeStateAsUpdate(live));
    Y.applyUpdate(whole, update);
    const isFaulty = minutesIn(whole)
      .toArray()
      .some((block) => !(block instanceof Y.XmlElement) || faultOf(block) !== null);
    const trial = shadow.admit(update);
    expect('code' in trial).toBe(isFaulty);
    verdicts[isFaulty ? 'refused' : 'admitted'] += 1;
    if (!('code' in trial)) for (const added of [...trial.updates, ...trial.mended]) Y.applyUpdate(live, added);
    expect(textIn(shadow.doc())).toBe(textIn(live));
  }
  expect(ahead).toEqual([]);
  expect(Math.min(verdicts.admitted, verdicts.refused)).toBeGreaterThan(150);
});

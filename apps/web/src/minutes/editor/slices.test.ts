import { fragmentName } from '@xieshang/minutes';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { slicesOf } from './slices.ts';
import { applySlice } from './take-in.ts';

/** Numbers that are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** Several people who write, delete and add paragraphs, and now and then hear of each other. */
function history(seed: number, edits: number): Uint8Array {
  const next = numbers(seed);
  const docs = [1, 2, 3, 4].map((client) => {
    const doc = new Y.Doc({ gc: false });
    doc.clientID = 1000 - client;
    return doc;
  });
  const pick = (): Y.Doc => docs[next(docs.length)] ?? new Y.Doc();
  for (let edit = 0; edit < edits; edit += 1) {
    const doc = pick();
    const fragment = doc.getXmlFragment(fragmentName);
    const text = fragment.length > 0 ? (fragment.get(next(fragment.length)) as Y.XmlElement).get(0) : null;
    const act = next(10);
    if (!(text instanceof Y.XmlText) || act === 0) {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(`第${edit}段`)]);
      fragment.insert(next(fragment.length + 1), [paragraph]);
    } else if (act === 1 && text.length > 3) text.delete(next(text.length - 2), 2);
    else if (act === 2) text.format(0, Math.min(2, text.length), { bold: true });
    else text.insert(next(text.length + 1), '修改');
    if (next(4) === 0) Y.applyUpdate(pick(), Y.encodeStateAsUpdate(doc));
  }
  return Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)));
}

const textOf = (doc: Y.Doc): string => doc.getXmlFragment(fragmentName).toJSON();

describe('law 10: what is taken in by slices', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('is the whole, and at no time waits for what is to come (%i)', (seed) => {
    const update = history(seed, 400);
    const whole = new Y.Doc({ gc: false });
    applySlice(whole, update, 'server');
    const tidied = new Y.Doc({ gc: false });
    Y.applyUpdate(tidied, update);
    const slices = slicesOf(update, 7);
    expect(slices.length).toBeGreaterThan(40);
    const taken = new Y.Doc({ gc: false });
    const own: unknown[] = [];
    taken.on('update', (_change: Uint8Array, origin: unknown) => origin !== 'server' && own.push(origin));
    for (const slice of slices) {
      applySlice(taken, slice, 'server');
      expect([taken.store.pendingStructs, taken.store.pendingDs]).toEqual([null, null]);
    }
    expect(own).toEqual([]);
    expect(textOf(taken)).toBe(textOf(tidied));
    expect(Y.encodeStateVector(taken)).toEqual(Y.encodeStateVector(whole));
    expect(Y.equalSnapshots(Y.snapshot(taken), Y.snapshot(whole))).toBe(true);
  });

  test('builds on what is there already, as the answer to a page that was away does', () => {
    const before = new Y.Doc({ gc: false });
    Y.applyUpdate(before, history(3, 100));
    const after = new Y.Doc({ gc: false });
    Y.applyUpdate(after, history(3, 300));
    const difference = Y.encodeStateAsUpdate(after, Y.encodeStateVector(before));
    for (const slice of slicesOf(difference, 5)) applySlice(before, slice, 'server');
    expect(textOf(before)).toBe(textOf(after));
    expect(before.store.pendingStructs).toBeNull();
  });

  test('with a part missing in the middle, stays whole', () => {
    const doc = new Y.Doc({ gc: false });
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (const word of ['会', '议', '纪', '要']) doc.getText('t').insert(0, word);
    const gap = Y.mergeUpdates(updates.filter((_, at) => at !== 1));
    expect(slicesOf(gap, 1)).toEqual([gap]);
  });

  test('of nothing is nothing', () => {
    expect(slicesOf(Y.encodeStateAsUpdate(new Y.Doc()))).toEqual([]);
  });
});

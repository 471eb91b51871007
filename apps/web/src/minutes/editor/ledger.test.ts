// Law 10: an own change is done only when the server says that it is on disk, and only on the connection that carried it.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createLedger, type Ledger } from './ledger.ts';

const most = 1024;

function writer(ledger: Ledger<string>): { readonly doc: Y.Doc; readonly type: (text: string, block?: string) => void } {
  const doc = new Y.Doc({ gc: false });
  let block = 'p1';
  doc.on('update', (update: Uint8Array) => ledger.typed(update, new Set([block])));
  return {
    doc,
    type: (text, where = 'p1') => {
      block = where;
      doc.getText('t').insert(doc.getText('t').length, text);
    },
  };
}
const sendAll = (ledger: Ledger<string>): number => {
  const frames = ledger.frames(most);
  for (const frame of frames) ledger.sent(frame);
  return frames.length;
};

test('law 10: typed, received, on disk, each only by its own message', () => {
  const ledger = createLedger<string>();
  const { type } = writer(ledger);
  type('会');
  expect(ledger.counts()).toEqual({ typed: 1, received: 0 });
  expect(sendAll(ledger)).toBe(1);
  expect(ledger.counts()).toEqual({ typed: 1, received: 0 });
  ledger.received(1);
  expect(ledger.counts()).toEqual({ typed: 0, received: 1 });
  ledger.onDisk(1);
  expect(ledger.counts()).toEqual({ typed: 0, received: 0 });
});

test('law 10: a receipt reaches only the frames it counts', () => {
  const ledger = createLedger<string>();
  const { type } = writer(ledger);
  for (const text of ['一', '二', '三']) {
    type(text);
    sendAll(ledger);
  }
  ledger.received(2);
  ledger.onDisk(1);
  expect(ledger.counts()).toEqual({ typed: 1, received: 1 });
});

test('law 10: a receipt never ends what was not sent', () => {
  const ledger = createLedger<string>();
  writer(ledger).type('未送');
  ledger.received(9);
  ledger.onDisk(9);
  expect(ledger.counts()).toEqual({ typed: 1, received: 0 });
});

test('law 10: a new connection counts anew, and carries all that is not on disk', () => {
  const ledger = createLedger<string>();
  const { doc, type } = writer(ledger);
  type('甲');
  sendAll(ledger);
  ledger.onDisk(1);
  type('乙');
  sendAll(ledger);
  ledger.received(2);
  ledger.lineLost();
  expect(ledger.counts()).toEqual({ typed: 1, received: 0 });
  type('丙');
  ledger.onDisk(1);
  expect(ledger.counts().typed).toBe(2);
  const [frame, second] = ledger.frames(most);
  expect(second).toBeUndefined();
  if (!frame) throw new Error('nothing to send');
  ledger.sent(frame);
  ledger.onDisk(1);
  expect(ledger.counts()).toEqual({ typed: 0, received: 0 });
  expect(doc.getText('t').toJSON()).toBe('甲乙丙');
});

test('an hour without a line becomes few frames, which bring the same text', () => {
  const ledger = createLedger<string>();
  const { doc, type } = writer(ledger);
  for (let letter = 0; letter < 500; letter += 1) type(String.fromCodePoint(0x4e00 + letter));
  expect(ledger.entries().length).toBeLessThan(60);
  const copy = new Y.Doc();
  for (const { update } of ledger.frames(most)) Y.applyUpdate(copy, update);
  expect(copy.store.pendingStructs).toBeNull();
  expect(copy.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
});

test('a paragraph is as far as its least far change', () => {
  const ledger = createLedger<string>();
  const { type } = writer(ledger);
  type('一', 'p1');
  type('二', 'p2');
  sendAll(ledger);
  ledger.received(1);
  type('三', 'p1');
  expect([...ledger.progressOf()]).toEqual([
    ['p1', 'typed'],
    ['p2', 'received'],
  ]);
  expect(ledger.unanswered()).toBe(0);
});

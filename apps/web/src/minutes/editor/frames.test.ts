// The frames as a stock y-websocket server reads them.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { asksForState, deletionsFrame, updateFrame } from './frames.ts';

test('an update frame is the one of y-protocols, which receipts count', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const stock = encoding.createEncoder();
  encoding.writeVarUint(stock, 0);
  writeUpdate(stock, bytes);
  expect(updateFrame(bytes)).toEqual(encoding.toUint8Array(stock));
});

test('the answer to step 1 brings what is deleted and not a letter', () => {
  const [doc, other] = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })];
  const text = doc.getText('t');
  text.insert(0, '会议纪要');
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  text.delete(0, 2);
  text.insert(2, '没送出');
  const decoder = decoding.createDecoder(deletionsFrame(doc));
  expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([0, 1]);
  Y.applyUpdate(other, decoding.readVarUint8Array(decoder));
  expect(other.getText('t').toJSON()).toBe('纪要');
});

test('only step 1 asks', () => {
  const stock = encoding.createEncoder();
  writeSyncStep1(stock, new Y.Doc());
  expect(asksForState(encoding.toUint8Array(stock))).toBe(true);
  const frame = decoding.createDecoder(updateFrame(Uint8Array.of(0)));
  decoding.readVarUint(frame);
  expect(asksForState(decoding.readTailAsUint8Array(frame))).toBe(false);
});

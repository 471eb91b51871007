// A long beginning and what comes behind it, as the connection reads them.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { syncReader, type Sync } from './sync-reader.ts';

const step2 = 1;
const update = 2;

function message(kind: number, change: Uint8Array): Sync {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, change);
  return { rest: new Uint8Array(encoding.toUint8Array(encoder)), emitSynced: true, socket: null, type: 0 };
}

/** A page: what it has taken in, and when it was told that all is here. */
function page() {
  const doc = new Y.Doc({ gc: false });
  const told: string[] = [];
  let open = true;
  const done = Promise.withResolvers<void>();
  const reader = syncReader({
    read: ({ rest }) => {
      const decoder = decoding.createDecoder(rest);
      const kind = decoding.readVarUint(decoder);
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
      told.push(`${kind === step2 ? 'whole' : 'change'} ${doc.getText('t').length}`);
      if (kind === step2) reader.isWhole();
      else done.resolve();
    },
    apply: (slice) => Y.applyUpdate(doc, slice),
    coming: () => undefined,
    closed: () => !open,
  });
  return { doc, told, reader, read: done.promise, close: () => (open = false) };
}

/** Long minutes, and one word more. */
function written(): { readonly long: Uint8Array; readonly more: Uint8Array } {
  const doc = new Y.Doc({ gc: false });
  const text = doc.getText('t');
  text.insert(0, '协'.repeat(100_000));
  const long = Y.encodeStateAsUpdate(doc);
  const before = Y.encodeStateVector(doc);
  text.insert(0, '商');
  return { long, more: Y.encodeStateAsUpdate(doc, before) };
}

test('law 10: what comes behind a long beginning is read after it, and the whole is told when it is there', async () => {
  const { long, more } = written();
  const here = page();
  here.reader.hear(message(step2, long));
  here.reader.hear(message(update, more));
  expect(here.told).toEqual([]);
  await here.read;
  expect(here.told).toEqual(['whole 100000', 'change 100001']);
});

test('what is short is read at once', () => {
  const { more } = written();
  const here = page();
  here.reader.hear(message(update, more));
  expect(here.told.length).toBe(1);
});

test('once the whole has been there, a long change is drawn in one go', () => {
  const { long } = written();
  const here = page();
  here.reader.hear(message(step2, Y.encodeStateAsUpdate(new Y.Doc())));
  here.reader.hear(message(update, long));
  expect(here.told).toEqual(['whole 0', 'change 100000']);
});

test('a page that was left takes in no more', async () => {
  const { long, more } = written();
  const here = page();
  here.reader.hear(message(step2, long));
  here.close();
  here.reader.hear(message(update, more));
  await new Promise((resolve) => setImmediate(resolve));
  expect([here.told, here.doc.getText('t').length]).toEqual([[], 0]);
});

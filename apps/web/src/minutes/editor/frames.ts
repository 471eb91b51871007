// Knows how the frames of the y-websocket wire and of our receipts are spelled; not who sends them.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

const syncMessage = 0;
const step1 = 0;
const step2 = 1;
const update = 2;

/** Server to browser, beyond the stock protocol. */
export const receipts = { onDisk: 100, received: 101, diskFails: 102, remarked: 103 } as const;

/** The server admits no larger frame, bytes. */
export const frameLimit = 384 * 1024;
/** Changes that wait together are sent in frames of this size, bytes: well below the limit. */
export const frameAim = 128 * 1024;

/** One Yjs update as the wire carries it: the only kind of frame that the receipts count. */
export function updateFrame(change: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, syncMessage);
  encoding.writeVarUint(encoder, update);
  encoding.writeVarUint8Array(encoder, change);
  return encoding.toUint8Array(encoder);
}

/** Says what this side knows to be deleted and nothing else, as an answer to step 1: who lacks little is not told all of that again. */
export function deletionsFrame(doc: Y.Doc): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, syncMessage);
  encoding.writeVarUint(encoder, step2);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)));
  return encoding.toUint8Array(encoder);
}

/** Whether the rest of a sync message asks what this side has. */
export const asksForState = (rest: Uint8Array): boolean => rest[0] === step1;

/** The update of a sync message that brings something; null for one that asks. */
export function changeIn(rest: Uint8Array): Uint8Array | null {
  const decoder = decoding.createDecoder(rest);
  return decoding.readVarUint(decoder) === step1 ? null : decoding.readVarUint8Array(decoder);
}

/** Asks where everybody's caret is: the smallest frame that is answered. */
export const askCursors = new Uint8Array([3]);

/** A sync message of the same kind that brings nothing. */
export function nothingNew(rest: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, decoding.readVarUint(decoding.createDecoder(rest)));
  encoding.writeVarUint8Array(encoder, new Uint8Array([0, 0]));
  return new Uint8Array(encoding.toUint8Array(encoder));
}

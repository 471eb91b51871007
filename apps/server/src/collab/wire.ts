// Knows how frames of the y-websocket protocol are read and written; not what may be in them.
import { createDecoder, hasContent, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array, type Encoder } from 'lib0/encoding';

const message = { sync: 0, awareness: 1, queryAwareness: 3, onDisk: 100, received: 101, storage: 102, remarked: 103 } as const;
const sync = { step1: 0, step2: 1, update: 2 } as const;

export type Frame =
  | { readonly kind: 'stateVector'; readonly vector: Uint8Array }
  /** `counted`: an update frame, which receipts count; the answer to our own step 1 is none. */
  | { readonly kind: 'update'; readonly bytes: Uint8Array; readonly counted: boolean }
  | { readonly kind: 'awareness'; readonly cursors: readonly Cursor[] }
  | { readonly kind: 'queryAwareness' };

/** What one client says of itself; `state` null when it leaves. */
export interface Cursor {
  readonly client: number;
  readonly clock: number;
  /** JSON text. */
  readonly state: string;
}

/** Entries of one awareness frame that are looked at. */
const cursorsOfFrame = 1000;

/** Null for anything but the frames a client may send. The bytes are copied: a length that lies can never reach beyond them. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const decoder = createDecoder(new Uint8Array(bytes));
    const frame = read(decoder);
    return hasContent(decoder) ? null : frame;
  } catch {
    return null;
  }
}

function read(decoder: ReturnType<typeof createDecoder>): Frame | null {
  switch (readVarUint(decoder)) {
    case message.sync: {
      const step = readVarUint(decoder);
      const bytes = readVarUint8Array(decoder).slice();
      if (step === sync.step1) return { kind: 'stateVector', vector: bytes };
      return step === sync.step2 || step === sync.update ? { kind: 'update', bytes, counted: step === sync.update } : null;
    }
    case message.awareness:
      return { kind: 'awareness', cursors: readCursors(readVarUint8Array(decoder).slice()) };
    case message.queryAwareness:
      return { kind: 'queryAwareness' };
    default:
      return null;
  }
}

function readCursors(bytes: Uint8Array): readonly Cursor[] {
  const decoder = createDecoder(bytes);
  const count = readVarUint(decoder);
  if (count > cursorsOfFrame) throw new Error('too many cursors');
  return Array.from({ length: count }, () => ({
    client: readVarUint(decoder),
    clock: readVarUint(decoder),
    state: readVarString(decoder),
  }));
}

const written = (write: (encoder: Encoder) => void): Uint8Array => {
  const encoder = createEncoder();
  write(encoder);
  return toUint8Array(encoder);
};

const syncFrame = (step: number, bytes: Uint8Array): Uint8Array =>
  written((encoder) => {
    writeVarUint(encoder, message.sync);
    writeVarUint(encoder, step);
    writeVarUint8Array(encoder, bytes);
  });

const numberFrame = (kind: number, value: number): Uint8Array =>
  written((encoder) => {
    writeVarUint(encoder, kind);
    writeVarUint(encoder, value);
  });

export const stepOneFrame = (vector: Uint8Array): Uint8Array => syncFrame(sync.step1, vector);
/** What stands before a state of so many bytes. */
export const stepTwoHead = (length: number): Uint8Array =>
  written((encoder) => {
    writeVarUint(encoder, message.sync);
    writeVarUint(encoder, sync.step2);
    writeVarUint(encoder, length);
  });
export const stepTwoFrame = (state: Uint8Array): Uint8Array => Buffer.concat([stepTwoHead(state.length), state]);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(sync.update, update);

/** Message 100: the first `count` update frames of this connection are on disk. */
export const onDiskFrame = (count: number): Uint8Array => numberFrame(message.onDisk, count);
/** Message 101: they are admitted. */
export const receivedFrame = (count: number): Uint8Array => numberFrame(message.received, count);
/** Message 102. */
export const storageFrame = (works: boolean): Uint8Array => numberFrame(message.storage, works ? 1 : 0);

/** Message 103: so many entries stand beside the text now. */
export const remarkedFrame = (newest: number): Uint8Array => numberFrame(message.remarked, newest);

export const awarenessFrame = (cursors: readonly Cursor[]): Uint8Array =>
  written((encoder) => {
    writeVarUint(encoder, message.awareness);
    writeVarUint8Array(
      encoder,
      written((inner) => {
        writeVarUint(inner, cursors.length);
        for (const { client, clock, state } of cursors) {
          writeVarUint(inner, client);
          writeVarUint(inner, clock);
          writeVarString(inner, state);
        }
      }),
    );
  });

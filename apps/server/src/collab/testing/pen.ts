// A client of the minutes that says exactly what a test wants, frame by frame, and a replica beside it; for tests only.
import { fragmentName } from '@xieshang/minutes';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { awarenessFrame, stepOneFrame, stepTwoFrame, updateFrame, type Cursor } from '../wire.ts';

export interface Pen {
  /** What the server has told, and what was written here. */
  readonly doc: Y.Doc;
  send(frame: Uint8Array): void;
  /** Changes the replica and sends what that adds as one update frame. */
  write(change: (fragment: Y.XmlFragment) => void): Uint8Array;
  /** Changes the replica and keeps it to itself. */
  keep(change: (fragment: Y.XmlFragment) => void): Uint8Array;
  cursor(cursors: readonly (Omit<Cursor, 'state'> & { readonly state: unknown })[]): void;
  /** Resolves as soon as it holds; asked again after every frame. Rejects when the connection ends before. */
  until(holds: () => boolean): Promise<void>;
  readonly heard: {
    /** The latest of messages 100 and 101, and all of 102. */
    onDisk: number;
    received: number;
    storage: number[];
    /** All messages 103. */
    remarked: number[];
    /** When messages 100 came, ms. */
    onDiskAt: number[];
    /** Frames of updates from others. */
    updates: number;
    cursors: Map<number, unknown>;
    /** Awareness frames. */
    breaths: number;
    /** Of all that came. */
    bytes: number;
    /** The kinds of sync frames, in order. */
    steps: number[];
  };
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  /** Hangs up and waits until that is done. */
  leave(): Promise<void>;
  /** Vanishes without a word. */
  vanish(): void;
}

export const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
};

export const minutesIn = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(fragmentName);

/** Everything in a replica that can be read. */
export const textIn = (doc: Y.Doc): string => minutesIn(doc).toJSON();

export interface Wire {
  send(frame: Uint8Array): void;
  close(): void;
  terminate(): void;
}

/** What somebody comes back with, and whether they answer the server's step 1 as y-protocols does. */
export interface Past {
  readonly held?: Y.Doc;
  readonly answers?: boolean;
}

/** A pen on any transport; `hear` and `end` are called by it. */
export function penOn(
  connect: (hear: (frame: Uint8Array) => void, end: (code: number, reason: string) => void) => Wire,
  { held, answers = false }: Past = {},
): Pen {
  const doc = held ?? new Y.Doc({ gc: false });
  minutesIn(doc);
  const heard: Pen['heard'] = {
    onDisk: 0,
    received: 0,
    storage: [],
    remarked: [],
    onDiskAt: [],
    updates: 0,
    cursors: new Map(),
    breaths: 0,
    bytes: 0,
    steps: [],
  };
  const waiting = new Set<() => void>();
  const ended = Promise.withResolvers<{ readonly code: number; readonly reason: string }>();
  let over: string | null = null;

  const hear = (frame: Uint8Array): void => {
    const decoder = createDecoder(frame);
    const kind = readVarUint(decoder);
    heard.bytes += frame.length;
    if (kind === 0) {
      const step = readVarUint(decoder);
      const bytes = readVarUint8Array(decoder);
      heard.steps.push(step);
      if (step === 0 && answers) wire.send(stepTwoFrame(Y.encodeStateAsUpdate(doc, bytes)));
      if (step > 0) Y.applyUpdate(doc, bytes, 'server');
      if (step === 2) heard.updates += 1;
    } else if (kind === 1) {
      heard.breaths += 1;
      readCursors(readVarUint8Array(decoder), heard.cursors);
    } else if (kind === 100) {
      heard.onDisk = readVarUint(decoder);
      heard.onDiskAt.push(performance.now());
    } else if (kind === 101) heard.received = readVarUint(decoder);
    else if (kind === 102) heard.storage.push(readVarUint(decoder));
    else if (kind === 103) heard.remarked.push(readVarUint(decoder));
    for (const check of [...waiting]) check();
  };
  const wire = connect(hear, (code, reason) => {
    over ??= `${code} ${reason}`;
    ended.resolve({ code, reason });
    for (const check of [...waiting]) check();
  });

  const keep: Pen['keep'] = (change) => {
    const updates: Uint8Array[] = [];
    const note = (update: Uint8Array): void => void updates.push(update);
    doc.on('update', note);
    doc.transact(() => change(minutesIn(doc)));
    doc.off('update', note);
    return Y.mergeUpdates(updates);
  };

  return {
    doc,
    heard,
    keep,
    send: wire.send,
    write: (change) => {
      const update = keep(change);
      wire.send(updateFrame(update));
      return update;
    },
    cursor: (cursors) => wire.send(awarenessFrame(cursors.map((one) => ({ ...one, state: JSON.stringify(one.state) })))),
    until: (holds) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (holds()) resolve();
          else if (over !== null) reject(new Error(`closed: ${over}`));
          else return;
          waiting.delete(check);
        };
        waiting.add(check);
        check();
      }),
    closed: ended.promise,
    leave: async () => {
      wire.close();
      await ended.promise;
    },
    vanish: wire.terminate,
  };
}

function readCursors(bytes: Uint8Array, into: Map<number, unknown>): void {
  const decoder = createDecoder(bytes);
  for (let count = readVarUint(decoder); count > 0; count -= 1) {
    const client = readVarUint(decoder);
    readVarUint(decoder);
    const state: unknown = JSON.parse(new TextDecoder().decode(readVarUint8Array(decoder)));
    if (state === null) into.delete(client);
    else into.set(client, state);
  }
}

/** Opens a WebSocket; resolves when it stands, also when it is closed at once. */
export function openPen(url: string, headers: Readonly<Record<string, string>>, past: Past = {}): Promise<Pen> {
  const socket = new WebSocket(url, { headers });
  socket.binaryType = 'nodebuffer';
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    const pen = penOn((hear, end) => {
      socket.on('message', (data: Buffer) => hear(new Uint8Array(data)));
      socket.on('close', (code, reason) => end(code, reason.toString()));
      return {
        send: (frame) => socket.send(frame),
        close: () => socket.close(),
        terminate: () => socket.terminate(),
      };
    }, past);
    socket.once('open', () => {
      socket.send(stepOneFrame(Y.encodeStateVector(pen.doc)));
      resolve(pen);
    });
  });
}

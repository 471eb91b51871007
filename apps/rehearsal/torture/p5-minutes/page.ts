// One page that has the minutes open: a replica, what it owes to the server, and what it was told to be on disk. Knows no plan.
import { editorOrigin, openEditor, type HeadlessEditor } from '@xieshang/minutes/testing';
import { stepOneFrame, stepTwoFrame, updateFrame, type Closing } from '@xieshang/server/testing';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import * as Y from 'yjs';
import { cable, type Cable } from './cable.ts';
import { person, type Mortal } from './people.ts';

/** One update frame, and the marked words whose writer it tells that they are safe. */
export interface Sent {
  readonly update: Uint8Array;
  readonly words: readonly string[];
}

export interface Page {
  readonly account: string;
  readonly document: string;
  readonly doc: Y.Doc;
  readonly editor: HeadlessEditor;
  readonly undo: Y.UndoManager;
  /** What message 100 has called on disk. */
  readonly acked: Sent[];
  /** Marked words that were not. */
  readonly unsafe: Set<string>;
  line(): Cable | null;
  /** How the server has ended it for good. */
  refusal(): Closing | null;
  connect(server: Mortal): void;
  /** Changes the replica; `words` are the marked ones it brings. */
  write(change: (doc: Y.Doc) => void, words?: readonly string[]): void;
  close(): void;
}

export interface Opening {
  readonly account: string;
  readonly document: string;
  readonly clientId: number;
  /** Answers the server's step 1 with an update frame, which receipts count, or as a stock client with a step 2. */
  readonly counts: boolean;
  /** What it holds already. */
  readonly state?: Uint8Array;
}

const fromServer = 'server';

export function openPage({ account, document, clientId, counts, state }: Opening): Page {
  const doc = new Y.Doc({ gc: false });
  if (state) Y.applyUpdate(doc, state, fromServer);
  doc.clientID = clientId;
  const fragment = doc.getXmlFragment('minutes');
  const acked: Sent[] = [];
  const unsafe = new Set<string>();
  let owed: Sent[] = [];
  let told = 0;
  let line: Cable | null = null;
  let refusal: Closing | null = null;
  let typing: readonly string[] = [];

  const send = (update: Uint8Array, words: readonly string[]): void => {
    owed.push({ update, words });
    line?.say(updateFrame(update));
  };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromServer && line) send(update, typing);
  });

  const hear = (frame: Uint8Array): void => {
    const decoder = createDecoder(frame);
    const kind = readVarUint(decoder);
    if (kind === 100) {
      const count = readVarUint(decoder);
      for (const sent of owed.slice(told, count)) {
        acked.push(sent);
        for (const word of sent.words) unsafe.delete(word);
      }
      told = count;
    }
    if (kind !== 0) return;
    const step = readVarUint(decoder);
    const bytes = readVarUint8Array(decoder);
    if (step > 0) return Y.applyUpdate(doc, bytes, fromServer);
    const missing = Y.encodeStateAsUpdate(doc, bytes);
    if (counts) send(missing, [...unsafe]);
    else line?.say(stepTwoFrame(missing));
  };

  return {
    ...{ account, document, doc, acked, unsafe },
    editor: openEditor(doc),
    undo: new Y.UndoManager(fragment, { trackedOrigins: new Set([editorOrigin]), captureTimeout: 0 }),
    line: () => line,
    refusal: () => refusal,
    connect: (server) => {
      owed = [];
      told = 0;
      line = cable(server, person(account), document, {
        hear,
        ended: (closing) => {
          line = null;
          if (closing && closing.code >= 4400) refusal = closing;
        },
      });
      line.say(stepOneFrame(Y.encodeStateVector(doc)));
    },
    write: (change, words = []) => {
      typing = words;
      for (const word of words) unsafe.add(word);
      doc.transact(() => change(doc), 'words');
      typing = [];
    },
    close: () => {
      line?.cut();
      doc.destroy();
    },
  };
}

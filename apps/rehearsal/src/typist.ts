// One simulated writer: a stock y-websocket client with a document of its own, and an account of what it typed and what came of it.
import type { PersonId } from '@xieshang/meeting';
import { readVarUint } from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { beginShared, contentOf, pen, sharedBeginnings, type Content } from './pen.ts';
import type { Random, Stroke } from './prose.ts';
import { receipts, type Receipts } from './receipts.ts';
import type { Seen } from './seen.ts';

/** `y-websocket` hands message 100 to whoever asks for it. */
const onDiskMessage = 100;

export interface Typist {
  readonly person: PersonId;
  readonly strokes: readonly Stroke[];
  readonly receipts: Receipts;
  /** Resolves when the document has come for the first time; rejects when the door stays shut. */
  readonly synced: Promise<void>;
  /** Nothing is noted when the place it belongs to is not there. */
  write(stroke: Stroke): void;
  /** Puts the paragraphs there that everybody writes in. */
  beginShared(): void;
  content(): Content;
  /** Closed for good by the server, with code and reason. */
  refusals(): readonly string[];
  reconnects(): number;
  leave(): void;
}

export interface Desk {
  /** Origin, http or https. */
  readonly url: string;
  readonly document: string;
  readonly seen: Seen;
  /** ms a line that broke waits at most before it is made anew; a stock client's 2,500 without. */
  readonly backoffMs?: number;
}

export function typist(
  { url, document, seen, backoffMs }: Desk,
  { person, cookie }: { readonly person: PersonId; readonly cookie: string },
  random: Random,
): Typist {
  const doc = new Y.Doc({ gc: false });
  const writing = pen(doc, random);
  const done: Stroke[] = [];
  const onDisk = receipts();
  const refused: string[] = [];
  let connections = 0;
  const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/collab`, document, doc, {
    WebSocketPolyfill: withCookie(cookie),
    disableBc: true,
    connect: false,
    ...(backoffMs === undefined ? {} : { maxBackoffTime: backoffMs }),
  });
  provider.messageHandlers[onDiskMessage] = (_encoder, decoder) => onDisk.onDisk(readVarUint(decoder), performance.now());
  provider.on('status', ({ status }) => {
    if (status !== 'connected') return;
    connections += 1;
    onDisk.connected();
  });

  const first = Promise.withResolvers<void>();
  provider.on('sync', (synced) => synced && first.resolve());
  provider.on('closed', ({ code, reason }) => {
    refused.push(`${code} ${reason}`);
    first.reject(new Error(`${person} 不能打开会议纪要：${code} ${reason}`));
  });

  doc.on('afterTransaction', ({ local, beforeState, afterState }: Y.Transaction) => {
    if (local) return;
    const at = performance.now();
    for (const [author, end] of afterState) if ((beforeState.get(author) ?? 0) < end) seen.saw(doc, author, end, at);
  });

  /** One transaction is one update frame. */
  const act = (stroke: Stroke, write: () => boolean): void => {
    const at = performance.now();
    const before = Y.getState(doc.store, doc.clientID);
    if (!write()) return;
    done.push(stroke);
    if (provider.wsconnected) onDisk.sent(at, stroke.mark);
    const end = Y.getState(doc.store, doc.clientID);
    if (end > before) seen.edited(doc.clientID, end, at);
  };

  provider.connect();
  return {
    person,
    strokes: done,
    receipts: onDisk,
    synced: first.promise,
    write: (stroke) => act(stroke, () => writing.write(stroke)),
    beginShared: () => act({ kind: 'paragraph', text: sharedBeginnings.join(''), mark: null }, () => beginShared(doc)),
    content: () => contentOf(doc),
    refusals: () => refused,
    reconnects: () => Math.max(connections - 1, 0),
    leave: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** The WebSocket of a browser has its cookies by itself; here every typist brings those of its own session. */
function withCookie(cookie: string): typeof globalThis.WebSocket {
  class Line extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: { cookie }, perMessageDeflate: false });
    }
  }
  return Line as unknown as typeof globalThis.WebSocket;
}

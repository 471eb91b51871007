// Carries one document between this page and the server: law 10's receipts, law 12's gate, one line that finds its way back. Knows no editor.
import { schemaVersion } from '@xieshang/minutes';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { Gate } from './composition-gate.ts';
import { askCursors, asksForState, deletionsFrame, frameAim, frameLimit, receipts, updateFrame } from './frames.ts';
import type { Ledger } from './ledger.ts';
import type { LineState } from './save-state.ts';
import { CollabSocket, type Closing } from './socket.ts';
import { syncReader } from './sync-reader.ts';
import { applySlice } from './take-in.ts';

interface Parts<Block> {
  readonly address: string;
  readonly documentId: string;
  readonly doc: Y.Doc;
  readonly ledger: Ledger<Block>;
  readonly gate: Gate;
}

interface Listener {
  state(line: LineState): void;
  /** How much of a long document is here, 0–1; said while it comes. */
  coming(share: number): void;
  /** The server's whole document is here; once for each connection. */
  synced(): void;
  /** Something was confirmed, or the confirmations were lost with the line. */
  counted(): void;
  diskFails(fails: boolean): void;
  /** There may be other remarks than before: the line has opened, or the server says so. */
  remarked(): void;
  /** Final: this document takes nothing more over this line. */
  refused(closing: Closing): void;
}

export interface Connection {
  readonly awareness: Awareness;
  /** Origin of what comes from the server. */
  readonly origin: unknown;
  /** Sends what is typed and not yet sent; does nothing while there is no line. */
  push(): void;
  close(): void;
}

export const tooLarge: Closing = { code: 4413, reason: 'TooLarge' };
/** A line that leaves changes unanswered and says nothing for this long is given up, ms. */
const silentAfter = 8_000;
const watchEvery = 2_000;
const longestPause = 5_000;
/** A line that ends so soon, and in silence, may have been ended for it: after two of them in a row the next gets no silence. */
const shortLife = 60_000;
const shortSilence = 1_500;

export function openConnection<Block>({ address, documentId, doc, ledger, gate }: Parts<Block>, listener: Listener): Connection {
  let closed = false;
  const provider = new WebsocketProvider(address, documentId, doc, {
    connect: false,
    disableBc: true,
    // P1. The server turns a page away whose schema is not that of the document.
    params: { receipts: '1', schema: String(schemaVersion) },
    maxBackoffTime: longestPause,
    // The provider asks of a socket only what CollabSocket has.
    WebSocketPolyfill: CollabSocket as unknown as typeof WebSocket,
  });
  // Own changes go out through the ledger, which knows what each frame carries.
  doc.off('update', provider._updateHandler);

  const over = (closing: Closing): void => {
    if (closed) return;
    close();
    listener.state('refused');
    listener.refused(closing);
  };

  let lastSent = 0;
  let openedAt = 0;
  let drops = 0;
  const silence = (): number => Date.now() - Math.max(provider.wsLastMessageReceived, lastSent);
  const push = (): void => {
    if (closed || !provider.wsconnected || !provider.ws) return;
    for (const frame of ledger.frames(frameAim)) {
      const bytes = updateFrame(frame.update);
      if (bytes.length > frameLimit) return over(tooLarge);
      ledger.sent(frame);
      provider.ws.send(bytes);
    }
    lastSent = Date.now();
  };

  /** Without it the server tells us a little later of everything that was ever deleted. */
  const sayDeletions = (): void => {
    const frame = deletionsFrame(doc);
    if (frame.length <= frameLimit) provider.ws?.send(frame);
  };

  const [readSync] = provider.messageHandlers;
  const reader = syncReader({
    read: ({ rest, emitSynced, socket, type }) => {
      // Only the line that a message came by is whole with it.
      const completes = (): boolean => emitSynced && provider.wsconnected && provider.ws === socket;
      gate.remote(() => readSync?.(encoding.createEncoder(), decoding.createDecoder(rest), provider, completes(), type));
    },
    apply: (slice) => applySlice(doc, slice, provider),
    coming: listener.coming,
    closed: () => closed,
  });
  provider.messageHandlers[0] = (_encoder, decoder, _provider, emitSynced, type) => {
    const rest = decoding.readTailAsUint8Array(decoder).slice();
    // The server asks what is missing: all that is unsaved went out when the line opened.
    if (asksForState(rest)) sayDeletions();
    else reader.hear({ rest, emitSynced, socket: provider.ws, type });
  };
  const receipt = (kind: number, take: (n: number) => void): void => {
    provider.messageHandlers[kind] = (_encoder, decoder) => take(decoding.readVarUint(decoder));
  };
  receipt(receipts.onDisk, (n) => {
    ledger.onDisk(n);
    listener.counted();
  });
  receipt(receipts.received, (n) => {
    ledger.received(n);
    listener.counted();
  });
  receipt(receipts.diskFails, (flag) => listener.diskFails(flag === 0));
  receipt(receipts.remarked, () => listener.remarked());

  provider.on('status', ({ status }) => {
    if (closed) return;
    if (status === 'connected') {
      listener.state('open');
      openedAt = Date.now();
      // First of all what an earlier line did not bring to the disk: later changes build on it.
      push();
      listener.remarked();
      return listener.counted();
    }
    listener.state('connecting');
    if (status === 'disconnected') {
      if (openedAt > 0) drops = silence() > shortSilence && Date.now() - openedAt < shortLife ? drops + 1 : 0;
      openedAt = 0;
      ledger.lineLost();
      listener.counted();
    }
  });
  provider.on('sync', (synced: boolean) => {
    if (!synced) return;
    reader.isWhole();
    listener.synced();
  });
  provider.on('closed', over);

  /** Nothing is known of the old line any more: a new one says what holds. */
  const startAgain = (): void => {
    if (closed) return;
    provider.disconnect();
    provider.connect();
  };
  const wake = (): void => {
    if (!closed && document.visibilityState !== 'hidden') provider.connect();
  };
  const watch = setInterval(() => {
    if (!provider.wsconnected) return;
    if (ledger.unanswered() > 0 && silence() > silentAfter) startAgain();
    else if (drops > 1) provider.ws?.send(askCursors);
  }, watchEvery);
  window.addEventListener('offline', startAgain);
  window.addEventListener('online', startAgain);
  window.addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', wake);

  function close(): void {
    if (closed) return;
    closed = true;
    clearInterval(watch);
    window.removeEventListener('offline', startAgain);
    window.removeEventListener('online', startAgain);
    window.removeEventListener('pageshow', wake);
    document.removeEventListener('visibilitychange', wake);
    provider.destroy();
  }

  provider.connect();
  return { awareness: provider.awareness, origin: provider, push, close };
}

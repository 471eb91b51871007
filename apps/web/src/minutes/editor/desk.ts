// One document open on this page: the text, the line to the server and what is not yet on its disk. Knows no screen.
import { fragmentName } from '@xieshang/minutes';
import { fromBase64, toBase64 } from 'lib0/buffer';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { keepUnsaved, takeUnsaved } from '../kept-text.ts';
import { createGate, type Gate } from './composition-gate.ts';
import { openConnection } from './connection.ts';
import { createLedger, type Progress } from './ledger.ts';
import { looseText, ownText, swallowedText } from './rescue.ts';
import { saveState, type LineState, type SaveState } from './save-state.ts';
import type { Closing } from './socket.ts';
import { touchedBlocks, type Block } from './touched.ts';

export interface Refused extends Closing {
  /** Own text that is not on disk, a paragraph each. */
  readonly text: readonly string[];
  /** Own changes without text (deletions, formats) are lost with it. */
  readonly changes: number;
}

export interface DeskListener {
  changed(): void;
  /** How much of a long document is here, 0–1. */
  coming(share: number): void;
  /** The first whole document is here. */
  ready(): void;
  /** Text of one's own that somebody else's deletion took away while it was written. */
  swallowed(text: readonly string[]): void;
  refused(refused: Refused): void;
  /** The browser keeps no text: until it is on disk, a reload loses it. */
  notKept(): void;
}

/** What the editor lends the desk: handing the view's final text to the document. */
export interface Hand {
  /** Takes in what the person has just done and the browser has not told yet, such as a moved caret. */
  readonly settle: () => void;
  readonly flush: () => void;
  /** Whether the view holds text that the document does not have yet. */
  readonly holds: () => boolean;
  /** From now on nothing more can be typed: it would reach nobody. */
  readonly stop: () => void;
}

export interface Desk {
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness;
  readonly gate: Gate;
  state(): SaveState;
  progressOf(): ReadonlyMap<Block, Progress>;
  /** The server takes nothing more over this line. */
  readonly refused: boolean;
  /** Calls whenever there may be other remarks on the text than before; answers with the way to stop. */
  onRemarked(listener: () => void): () => void;
  /** The editor that shows this document. */
  lend(hand: Hand): void;
  close(): void;
}

const restored = 'restored';

/** `sign-in` may bring the text to the disk later, so what is kept stays kept. */
const staysKept = (code: number): boolean => code === 4401;

export function openDesk(documentId: string, account: string, listener: DeskListener): Desk {
  // Law 10. Nothing that was typed is thrown away, deleted or not.
  const doc = new Y.Doc({ gc: false });
  const fragment = doc.getXmlFragment(fragmentName);
  const ledger = createLedger<Block>();
  let line: LineState = 'connecting';
  let diskFails = false;
  let closed = false;
  let greeted = false;
  let refused = false;
  let warned = false;
  let hand: Hand = { settle: () => undefined, flush: () => undefined, holds: () => false, stop: () => undefined };

  /** What earlier pages of this browser could not bring to the disk; it waits for the server's text. */
  let inherited = takeUnsaved(documentId, account);
  const keep = (): void => {
    const own = ledger.entries().map(({ update }) => toBase64(update));
    const kept = keepUnsaved(documentId, account, [...inherited, ...own]);
    if (!kept && !warned) listener.notKept();
    warned = !kept;
  };
  const changed = (): void => {
    if (!closed) listener.changed();
  };

  const remarked = new Set<() => void>();

  const gate = createGate({ settle: () => hand.settle(), flush: () => hand.flush(), changed });

  const refuse = (closing: Closing): void => {
    // A composition that runs is finished first: its text is rescued too.
    gate.whenOpen(() => {
      if (closed) return;
      refused = true;
      hand.stop();
      const updates = ledger.entries().map(({ update }) => update);
      const waiting = inherited.map((text) => fromBase64(text));
      const text = [...looseText(waiting), ...ownText(fragment, updates)];
      if (!staysKept(closing.code)) keepUnsaved(documentId, account, []);
      listener.refused({ ...closing, text, changes: waiting.length + updates.length });
    });
  };

  /** Put in again, it is typed like any other text: sent, counted, and kept until it is on disk. */
  const restore = (): void => {
    const kept = inherited.map((text) => fromBase64(text));
    inherited = [];
    if (kept.length === 0) return;
    const trial = new Y.Doc({ gc: false });
    Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
    try {
      for (const update of kept) Y.applyUpdate(trial, update);
      if (trial.store.pendingStructs || trial.store.pendingDs) throw new Error('it builds on a text that is not there');
      for (const update of kept) Y.applyUpdate(doc, update, restored);
    } catch {
      listener.swallowed(looseText(kept));
    } finally {
      trial.destroy();
    }
    keep();
  };

  doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (origin === connection.origin) {
      const text = swallowedText(
        transaction,
        ledger.entries().map((entry) => entry.update),
      );
      if (text !== '') listener.swallowed([text]);
      return;
    }
    ledger.typed(update, touchedBlocks(transaction, fragment));
    keep();
    connection.push();
    changed();
  });

  const connection = openConnection(
    { address: `${location.origin.replace(/^http/, 'ws')}/collab`, documentId, doc, ledger, gate },
    {
      state: (next) => {
        line = next;
        changed();
      },
      coming: (share) => listener.coming(share),
      synced: () => {
        if (greeted) return;
        greeted = true;
        restore();
        listener.ready();
      },
      counted: () => {
        keep();
        changed();
      },
      diskFails: (fails) => {
        diskFails = fails;
        changed();
      },
      remarked: () => {
        for (const hear of remarked) hear();
      },
      refused: refuse,
    },
  );

  return {
    fragment,
    awareness: connection.awareness,
    gate,
    state: () => saveState(line, ledger.counts(), { composed: gate.closed && hand.holds(), diskFails, waiting: gate.waiting }),
    progressOf: () => ledger.progressOf(),
    get refused() {
      return refused;
    },
    onRemarked: (hear) => {
      remarked.add(hear);
      return () => remarked.delete(hear);
    },
    lend: (given) => {
      hand = given;
    },
    close: () => {
      closed = true;
      connection.close();
      doc.destroy();
    },
  };
}

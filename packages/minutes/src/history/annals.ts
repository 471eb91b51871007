// The whole log of one document, read change by change: what stood at any moment, and who brought and took what. Knows no disk.
import * as Y from 'yjs';
import { fragmentOf } from '../blocks.ts';
import { openLives, type Lives, type UnitId } from './lives.ts';
import { openMoves } from './moves.ts';

/** A change as the log holds it. `author` null: the server itself. */
export interface LoggedChange {
  readonly seq: number;
  readonly author: string | null;
  /** Epoch ms. */
  readonly at: number;
  readonly bytes: Uint8Array;
}

export type Change = Omit<LoggedChange, 'bytes'>;

export interface Annals {
  /** `seq` of the last change in it; 0 before the first. */
  readonly head: number;
  readonly lives: Lives;
  /** All that was ever in the document, deleted or not. To be read only. */
  readonly fragment: Y.XmlFragment;
  /** Takes in what follows on `head`, in order; throws on a gap and on what cannot be read. */
  extend(changes: readonly LoggedChange[]): void;
  /** Y13. Whose the client ids are; one that is nobody's yet is its change's author's. */
  bind(clients: readonly { readonly client: number; readonly person: string | null }[]): void;
  /** Who brought a unit, by its client id; after a restoration from a backup the changes themselves no longer say it. */
  bringer(id: UnitId): string | null;
  /** Null for none. */
  change(seq: number): Change | null;
  changes(): readonly Change[];
  /** The document as it was after a change, a copy that is nobody's. */
  documentAt(seq: number): Y.Doc;
}

export function openAnnals(): Annals {
  const doc = new Y.Doc({ gc: false });
  const fragment = fragmentOf(doc);
  const lives = openLives();
  const moves = openMoves(lives);
  const changes: Change[] = [];
  const persons = new Map<number, string | null>();

  let taking: Change | null = null;
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (!taking) return;
    const { seq, author } = taking;
    for (const [client, after] of transaction.afterState) {
      const before = transaction.beforeState.get(client) ?? 0;
      if (after > before) lives.bear(client, before, after, seq);
    }
    for (const [client, spans] of transaction.deleteSet.clients) {
      for (const { clock, len } of spans) lives.kill(client, clock, len, seq);
    }
    moves.follow(transaction, author, seq);
  });

  return {
    get head() {
      return changes.length;
    },
    lives,
    fragment,
    extend: (more) => {
      for (const { bytes, ...change } of more) {
        if (change.seq !== changes.length + 1) throw new Error(`the log of the minutes has a gap after ${changes.length}`);
        taking = change;
        changes.push(change);
        Y.applyUpdate(doc, bytes);
        taking = null;
      }
    },
    bind: (clients) => {
      for (const { client, person } of clients) persons.set(client, person);
    },
    bringer: (id) => persons.get(id.client) ?? changes[lives.born(id) - 1]?.author ?? null,
    change: (seq) => changes[seq - 1] ?? null,
    changes: () => changes,
    documentAt: (seq) => {
      const reached = new Map([...lives.clients()].map((client) => [client, lives.reach(client, seq)] as const));
      const dead = Y.createDeleteSet();
      for (const client of lives.clients()) {
        const end = reached.get(client) ?? 0;
        const spans = lives.deadOf(client, seq).filter(({ clock }) => clock < end);
        if (spans.length > 0)
          dead.clients.set(
            client,
            spans.map(({ clock, length }) => ({ clock, len: length }) as DeleteItem),
          );
      }
      return Y.createDocFromSnapshot(doc, Y.createSnapshot(dead, reached), new Y.Doc({ gc: false }));
    },
  };
}

type DeleteItem = ReturnType<typeof Y.createDeleteSet>['clients'] extends Map<number, (infer Item)[]> ? Item : never;

/** Whether a unit stood in the document after a change. */
export function stoodAt(lives: Lives, id: UnitId, seq: number): boolean {
  const born = lives.born(id);
  const died = lives.died(id);
  return born > 0 && born <= seq && (died === 0 || died > seq);
}

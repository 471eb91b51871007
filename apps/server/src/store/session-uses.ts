// Knows which sessions were used lately, and writes that down for many at once; not whose they are.
import type { SessionRow } from '../ports.ts';
import type { OpenDatabase } from './database.ts';
import { runAll } from './statements.ts';

/** So long they are gathered, ms: hundreds come back at once after a break of the network, and each would cost a commit. */
const gatherMs = 200;

export interface SessionUses {
  note(idHash: string, lastSeenAt: number, expiresAt: number): void;
  /** The row as it will be. */
  with(row: SessionRow): SessionRow;
  forget(idHashes: readonly string[]): void;
  /** Writes what is gathered. What a disk refuses is not kept: the next use is noted all the same. */
  write(): Promise<void>;
}

export function sessionUses(db: OpenDatabase): SessionUses {
  let uses = new Map<string, Pick<SessionRow, 'lastSeenAt' | 'expiresAt'>>();
  let timer: NodeJS.Timeout | undefined;
  const noted = db.updateTable('sessions').set({ last_seen_at: 0, expires_at: 0 }).where('id_hash', '=', '').compile();

  const write = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const now = uses;
    uses = new Map();
    const statements = [...now].map(([idHash, { lastSeenAt, expiresAt }]) => ({ ...noted, parameters: [lastSeenAt, expiresAt, idHash] }));
    if (statements.length === 0 || db.atOnce.write(statements)) return;
    await db.transaction().execute((transaction) => runAll(transaction, statements));
  };

  return {
    note: (idHash, lastSeenAt, expiresAt) => {
      uses.set(idHash, { lastSeenAt, expiresAt });
      timer ??= setTimeout(() => void write().catch(() => undefined), gatherMs);
    },
    with: (row) => ({ ...row, ...uses.get(row.idHash) }),
    forget: (idHashes) => {
      for (const idHash of idHashes) uses.delete(idHash);
    },
    write,
  };
}

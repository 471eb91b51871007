// Knows the rows of running sessions, by the hash of their id; never an id itself.
import { meetingId } from '@xieshang/meeting';
import type { SessionRow, SessionStore } from '../ports.ts';
import type { OpenDatabase } from './database.ts';
import { sessionUses } from './session-uses.ts';
import { asking } from './statements.ts';
import type { SessionsTable } from './tables.ts';

type Row = Omit<SessionsTable, 'committee_id'>;

const columns = ['id_hash', 'account', 'scope', 'device', 'created_at', 'last_seen_at', 'expires_at', 'absolute_at'] as const;

const fromRow = (row: Row): SessionRow => ({
  idHash: row.id_hash,
  account: row.account,
  scope: row.scope === null ? null : meetingId(row.scope),
  device: row.device,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  expiresAt: row.expires_at,
  absoluteAt: row.absolute_at,
});

export interface SqlSessions extends SessionStore {
  /** Nothing is gathered any more. */
  settle(): Promise<void>;
}

export function sqlSessions(db: OpenDatabase): SqlSessions {
  const uses = sessionUses(db);
  const byId = asking(db, () => db.selectFrom('sessions').select(columns).where('id_hash', '=', ''));
  return {
    add: async (session) => {
      await db
        .insertInto('sessions')
        .values({
          id_hash: session.idHash,
          account: session.account,
          scope: session.scope,
          device: session.device,
          created_at: session.createdAt,
          last_seen_at: session.lastSeenAt,
          expires_at: session.expiresAt,
          absolute_at: session.absoluteAt,
        })
        .execute();
    },
    find: async (idHash) => {
      const [row] = await byId(idHash);
      return row ? uses.with(fromRow(row)) : null;
    },
    ofAccount: async (account) => {
      await uses.write();
      const rows = await db.selectFrom('sessions').select(columns).where('account', '=', account).orderBy('last_seen_at', 'desc').execute();
      return rows.map(fromRow);
    },
    touch: async (idHash, lastSeenAt, expiresAt) => uses.note(idHash, lastSeenAt, expiresAt),
    remove: async (idHashes) => {
      uses.forget(idHashes);
      if (idHashes.length > 0) await db.deleteFrom('sessions').where('id_hash', 'in', idHashes).execute();
    },
    expired: async (now) => {
      await uses.write();
      const rows = await db
        .selectFrom('sessions')
        .select(columns)
        .where((either) => either.or([either('expires_at', '<=', now), either('absolute_at', '<=', now)]))
        .execute();
      return rows.map(fromRow);
    },
    settle: uses.write,
  };
}

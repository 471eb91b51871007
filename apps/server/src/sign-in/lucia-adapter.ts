// Knows how lucia's seven questions are answered from the store, which holds only hashes of ids; not who may sign in.
import type { MeetingId } from '@xieshang/meeting';
import type { Adapter, DatabaseSession, Lucia } from 'lucia';
import type { Account, Accounts, Clock, SessionRow, SessionStore } from '../ports.ts';
import { hashOf } from '../tokens.ts';

/** 12 h unused, 7 days in all. */
export const idleMs = 12 * 3_600_000;
export const absoluteMs = 7 * 24 * 3_600_000;

export interface SessionAttributes {
  readonly scope: MeetingId | null;
  readonly device: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly absoluteAt: number;
}

export interface UserAttributes {
  readonly holder: Account;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

/**
 * Stores the hash of an id and hands the raw id back, or lucia's renewal would hash twice.
 * Lucia reads the machine's clock; times are moved between it and ours, which tests may set.
 */
export function hashingAdapter(sessions: SessionStore, accounts: Pick<Accounts, 'find'>, clock: Clock): Adapter {
  const theirs = (ours: number): Date => new Date(ours - clock() + Date.now());
  const ours = (date: Date): number => date.getTime() - Date.now() + clock();
  const forLucia = (id: string, row: SessionRow): DatabaseSession => ({
    id,
    userId: row.account,
    expiresAt: theirs(Math.min(row.expiresAt, row.absoluteAt)),
    attributes: { scope: row.scope, device: row.device, createdAt: row.createdAt, lastSeenAt: row.lastSeenAt, absoluteAt: row.absoluteAt },
  });
  return {
    getSessionAndUser: async (id) => {
      const row = await sessions.find(hashOf(id));
      if (!row) return [null, null];
      const account = await accounts.find(row.account);
      const user = account && !account.disabled ? { id: account.account, attributes: { holder: account } } : null;
      return [forLucia(id, row), user];
    },
    // The raw ids of other sessions are known to nobody, this server included.
    getUserSessions: async () => [],
    setSession: ({ id, userId, expiresAt, attributes }) =>
      sessions.add({ idHash: hashOf(id), account: userId, expiresAt: Math.min(ours(expiresAt), attributes.absoluteAt), ...attributes }),
    updateSessionExpiration: async (id, expiresAt) => {
      const row = await sessions.find(hashOf(id));
      if (row) await sessions.touch(row.idHash, clock(), Math.min(ours(expiresAt), row.absoluteAt));
    },
    deleteSession: (id) => sessions.remove([hashOf(id)]),
    deleteUserSessions: async (account) => sessions.remove((await sessions.ofAccount(account)).map(({ idHash }) => idHash)),
    deleteExpiredSessions: async () => sessions.remove((await sessions.expired(clock())).map(({ idHash }) => idHash)),
  };
}

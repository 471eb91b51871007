// Knows how a session begins, is recognised, renewed and ended: all that the server asks of lucia. Not who deserves one.
import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import type { NewSession, SessionEndedListener, Sessions } from '../desk.ts';
import type { Accounts, Clock, SessionRow, SessionStore } from '../ports.ts';
import { hashOf } from '../tokens.ts';
import { absoluteMs, hashingAdapter, idleMs } from './lucia-adapter.ts';

/** How long the stored "last seen" may lag behind. */
const seenEveryMs = 60_000;

/** Leaving lucia means writing this file and its adapter again, and nothing else. */
export interface SessionKeeper extends Sessions {
  onEnded(listener: SessionEndedListener): void;
  /** Ends what has expired; to be called now and then. */
  sweep(): Promise<void>;
}

export function luciaSessions(store: SessionStore, accounts: Pick<Accounts, 'find'>, clock: Clock): SessionKeeper {
  const lucia = new Lucia(hashingAdapter(store, accounts, clock), {
    sessionExpiresIn: new TimeSpan(idleMs, 'ms'),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
  const listeners: SessionEndedListener[] = [];

  async function end(rows: readonly SessionRow[]): Promise<void> {
    await store.remove(rows.map(({ idHash }) => idHash));
    for (const account of new Set(rows.map((row) => row.account))) {
      const ended = rows.filter((row) => row.account === account).map(({ idHash }) => idHash);
      for (const listener of listeners) listener(ended, account);
    }
  }

  async function start({ account, scope, device, until }: NewSession): Promise<string> {
    const now = clock();
    const absoluteAt = Math.min(now + absoluteMs, until ?? Number.MAX_SAFE_INTEGER);
    const id = generateIdFromEntropySize(25);
    await lucia.createSession(account, { scope, device, createdAt: now, lastSeenAt: now, absoluteAt }, { sessionId: id });
    return id;
  }

  return {
    start,
    validate: async (id) => {
      const { session, user } = await lucia.validateSession(id);
      if (!session) return null;
      const sessionId = hashOf(id);
      const now = clock();
      if (now - session.lastSeenAt >= seenEveryMs) await store.touch(sessionId, now, Math.min(now + idleMs, session.absoluteAt));
      return { account: session.userId, holder: user.holder, scope: session.scope, sessionId };
    },
    rotate: async (id) => {
      const row = await store.find(hashOf(id));
      if (!row) return null;
      const next = await start({ account: row.account, scope: row.scope, device: row.device, until: row.absoluteAt });
      await end([row]);
      return next;
    },
    end: async (sessionIds) => {
      const rows = await Promise.all(sessionIds.map((sessionId) => store.find(sessionId)));
      await end(rows.filter((row) => row !== null));
    },
    endAllOf: async (account, { except, scope } = {}) => {
      const rows = await store.ofAccount(account);
      await end(rows.filter((row) => row.idHash !== except && (scope === undefined || row.scope === scope)));
    },
    onEnded: (listener) => {
      listeners.push(listener);
    },
    sweep: async () => end(await store.expired(clock())),
  };
}

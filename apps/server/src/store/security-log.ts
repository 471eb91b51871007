// Knows how doings that matter for safety are kept; only accounts, never tokens or what was typed.
import type { SecurityLog } from '../ports.ts';
import type { Database } from './database.ts';

export const sqlSecurityLog = (db: Database, clock: () => number): SecurityLog => ({
  note: async ({ kind, by, subject }) => {
    await db.insertInto('security_log').values({ at: clock(), kind, by, subject }).execute();
  },
});

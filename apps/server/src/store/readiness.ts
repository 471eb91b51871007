// Knows whether the database takes a commit now, by making one; not who asks.
import { sql } from 'kysely';
import type { Clock, Readiness } from '../ports.ts';
import type { Database } from './database.ts';
import { isFull } from './disk.ts';

/** Whoever asks more often gets the last answer, ms: a question must not be a load. */
const freshMs = 1000;

/** Only a write that is on disk shows that writes get there; this one leaves everything as it was. */
export function readiness(db: Database, clock: Clock): () => Promise<Readiness> {
  let asked: { readonly at: number; readonly answer: Promise<Readiness> } | null = null;
  const ask = async (): Promise<Readiness> => {
    try {
      await db.transaction().execute(async (transaction) => {
        const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(transaction);
        // A number of SQLite's own header: setting it, even to what it is, writes a page.
        await sql`pragma user_version = ${sql.lit(rows[0]?.user_version ?? 0)}`.execute(transaction);
      });
      return 'ready';
    } catch (error) {
      return isFull(error) ? 'diskIsFull' : 'diskRefuses';
    }
  };
  return () => {
    const at = clock();
    if (!asked || Math.abs(at - asked.at) >= freshMs) asked = { at, answer: ask() };
    return asked.answer;
  };
}

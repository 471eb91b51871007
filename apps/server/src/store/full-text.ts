// Knows how the cuts of extracts are kept and asked for in SQLite and in PostgreSQL; neither's own search knows Chinese words.
import { sql, SqliteAdapter, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Phrase } from './grams.ts';
import type { Tables } from './tables.ts';

export interface FullText {
  /** Of a extract that is in its table. */
  add(transaction: Transaction<Tables>, extract: number, grams: readonly string[]): Promise<void>;
  /** Before the meeting's extracts leave their table. */
  forget(transaction: Transaction<Tables>, meeting: string): Promise<void>;
  /** Whether a extract holds all phrases. */
  holds(phrases: readonly Phrase[]): RawBuilder<boolean>;
}

/** Cuts are letters and digits only, so nothing that is typed is ever read as an operator. */
const sqlite: FullText = {
  add: async (transaction, extract, grams) => {
    await sql`insert into extract_grams (rowid, grams) values (${extract}, ${grams.join(' ')})`.execute(transaction);
  },
  forget: async (transaction, meeting) => {
    await sql`delete from extract_grams where rowid in (select id from extracts where meeting_id = ${meeting})`.execute(transaction);
  },
  holds: (phrases) => {
    const asked = phrases.map(({ grams, open }) => `"${grams.join(' ')}"${open ? '*' : ''}`).join(' AND ');
    return sql<boolean>`extracts.id in (select rowid from extract_grams where extract_grams match ${asked})`;
  },
};

/** PostgreSQL tells places apart up to this one; what stands behind it is found by single cuts only. */
const lastPlace = 16_383;

/** A vector written out: its own parser would take cuts for words of a country's. */
const postgres: FullText = {
  add: async (transaction, extract, grams) => {
    const places = new Map<string, number[]>();
    for (const [place, gram] of grams.entries()) places.set(gram, [...(places.get(gram) ?? []), Math.min(place + 1, lastPlace)]);
    const vector = [...places].map(([gram, at]) => `'${gram}':${at.slice(0, mostPlaces).join(',')}`).join(' ');
    await sql`update extracts set grams = ${vector}::tsvector where id = ${extract}`.execute(transaction);
  },
  forget: () => Promise.resolve(),
  holds: (phrases) => {
    const asked = phrases
      .map(
        ({ grams, open }) => `(${grams.map((gram, place) => `'${gram}'${open && place === grams.length - 1 ? ':*' : ''}`).join(' <-> ')})`,
      )
      .join(' & ');
    return sql<boolean>`extracts.grams @@ ${asked}::tsquery`;
  },
};

/** PostgreSQL keeps no more places of one cut. */
const mostPlaces = 255;

export const fullText = (db: Kysely<Tables>): FullText => (db.getExecutor().adapter instanceof SqliteAdapter ? sqlite : postgres);

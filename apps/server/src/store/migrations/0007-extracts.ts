// Knows the tables that extracts are found in: a copy of the logs, to be made again at any time; a later shape is a later file.
import { sql, SqliteAdapter, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const extracts: Migration = {
  up: async (db: Kysely<unknown>) => {
    const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
    await db.schema
      .createTable('extracts')
      .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
      .addColumn('id', 'integer', (column) => (isSqlite ? column.primaryKey().notNull() : column.primaryKey().generatedAlwaysAsIdentity()))
      .addColumn('meeting_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('ref', 'text', (column) => column.notNull())
      .addColumn('circle', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('extracts_of_meeting').on('extracts').column('meeting_id').execute();
    await db.schema
      .createTable('extract_heads')
      .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
      .addColumn('meeting_id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .execute();
    if (!isSqlite) {
      await sql`alter table extracts add column grams tsvector`.execute(db);
      await sql`create index extracts_grams on extracts using gin (grams)`.execute(db);
      return;
    }
    // The cuts alone; the words stand in `extracts`. One character is asked for as the beginning of a cut.
    await sql`create virtual table extract_grams using fts5(
      grams, content='', contentless_delete=1, prefix='1', tokenize='unicode61 remove_diacritics 0')`.execute(db);
  },
};

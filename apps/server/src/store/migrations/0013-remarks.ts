// Knows the tables that remarks on minutes are kept in; a later shape is a later file, this one never changes.
import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Starts a table that belongs to the committee. */
const table = (db: Kysely<unknown>, name: string): CreateTableBuilder<string, 'committee_id'> =>
  db.schema
    .createTable(name)
    .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'));

export const remarks: Migration = {
  up: async (db: Kysely<unknown>) => {
    await table(db, 'remarks')
      .addColumn('meeting_id', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('act', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('remarks_key', ['meeting_id', 'seq'])
      .addUniqueConstraint('remarks_once', ['meeting_id', 'id'])
      .execute();
    await table(db, 'remarks_seen')
      .addColumn('meeting_id', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('remarks_seen_key', ['meeting_id', 'person', 'seq'])
      .execute();
    for (const name of ['remarks', 'remarks_seen']) {
      for (const act of ['update', 'delete']) {
        await sql`create trigger ${sql.id(`${name}_refuse_${act}`)} before ${sql.raw(act)} on ${sql.table(name)}
          begin select raise(abort, 'append-only'); end`.execute(db);
      }
    }
  },
};

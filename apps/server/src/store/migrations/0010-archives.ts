// Knows the table of the consultations' files that came from elsewhere; a later shape is a later file, this one never changes.
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const archives: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('archives')
      .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
      .addColumn('meeting_id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('starts_at', 'bigint', (column) => column.notNull())
      .addColumn('fingerprint', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('bytes', 'bigint', (column) => column.notNull())
      .addColumn('imported_at', 'bigint', (column) => column.notNull())
      .addColumn('imported_by', 'text', (column) => column.notNull())
      .execute();
    for (const act of ['update', 'delete']) {
      await sql`create trigger ${sql.id(`archives_refuse_${act}`)} before ${sql.raw(act)} on archives
        begin select raise(abort, 'append-only'); end`.execute(db);
    }
  },
};

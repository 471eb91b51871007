// Knows the table that says when the data were set back by a restoration; a later shape is a later file, this one never changes.
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const epochs: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('epochs')
      .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
      .addColumn('restored_at', 'bigint', (column) => column.notNull())
      // Empty: of every meeting that had no log.
      .addColumn('meeting_id', 'text', (column) => column.notNull())
      .addColumn('statement', 'text', (column) => column.notNull())
      .addColumn('signature', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('epochs_key', ['restored_at', 'meeting_id'])
      .execute();
    for (const act of ['update', 'delete']) {
      await sql`create trigger ${sql.id(`epochs_refuse_${act}`)} before ${sql.raw(act)} on epochs
        begin select raise(abort, 'append-only'); end`.execute(db);
    }
  },
};

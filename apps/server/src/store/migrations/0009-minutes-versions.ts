// Knows the table of the names that versions of minutes were given; a later shape is a later file, this one never changes.
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const minutesVersions: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('minutes_versions')
      .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
      .addColumn('document', 'text', (column) => column.notNull().references('minutes_documents.id'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('minutes_versions_key', ['document', 'id'])
      .addForeignKeyConstraint('minutes_versions_moment', ['document', 'seq'], 'minutes_updates', ['document', 'seq'])
      .execute();
    for (const act of ['update', 'delete']) {
      await sql`create trigger ${sql.id(`minutes_versions_refuse_${act}`)} before ${sql.raw(act)} on minutes_versions
        begin select raise(abort, 'append-only'); end`.execute(db);
    }
  },
};

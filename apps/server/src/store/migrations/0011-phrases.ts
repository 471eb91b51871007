// Knows the table of the committee's own terms and patterns; a later shape is a later file, this one never changes.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Not a record: a phrase may be changed and removed. What was written with it stands in the minutes. */
export const phrases: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('phrases')
      .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('heading', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      // JSON
      .addColumn('blocks', 'text', (column) => column.notNull())
      .addColumn('uses', 'integer', (column) => column.notNull())
      .addColumn('saved_by', 'text', (column) => column.notNull())
      .addColumn('saved_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};

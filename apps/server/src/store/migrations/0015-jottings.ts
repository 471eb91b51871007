// Knows the table that the office's jottings are kept in; a later shape is a later file, this one never changes.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A row changes and its words can be erased: jottings are no record. */
export const jottings: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('jottings')
      .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
      .addColumn('meeting_id', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('about', 'text', (column) => column.notNull())
      .addColumn('reworded_at', 'bigint')
      .addColumn('standing', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('jottings_key', ['meeting_id', 'id'])
      .addUniqueConstraint('jottings_revision', ['meeting_id', 'revision'])
      .execute();
  },
};

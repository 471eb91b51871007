// Knows what the list of meetings keeps of issued minutes and of items closed since; a later shape is a later file, this one never changes.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const finalising: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('meetings').addColumn('document_number', 'text').execute();
    await db.schema.alterTable('meetings').addColumn('issued_at', 'bigint').execute();
    await db.schema
      .createTable('closed_items')
      .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
      .addColumn('from_meeting', 'text', (column) => column.notNull())
      .addColumn('item', 'text', (column) => column.notNull())
      // Where it was closed, which need not be where it was left open.
      .addColumn('meeting_id', 'text', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('closed_items_key', ['from_meeting', 'item', 'meeting_id'])
      .execute();
  },
};

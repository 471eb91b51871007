// Knows the table of the images that stand in minutes; a later shape is a later file, this one never changes.
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** An id names the same bytes for ever: issued minutes hold both. The bytes lie beside those of the materials, by their hash. */
export const minutesImages: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('minutes_images')
      .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
      .addColumn('meeting_id', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('mime', 'text', (column) => column.notNull())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('width', 'integer', (column) => column.notNull())
      .addColumn('height', 'integer', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('minutes_images_key', ['meeting_id', 'id'])
      .execute();
    for (const act of ['update', 'delete']) {
      await sql`create trigger ${sql.id(`minutes_images_refuse_${act}`)} before ${sql.raw(act)} on minutes_images
        begin select raise(abort, 'append-only'); end`.execute(db);
    }
  },
};

// Knows the table of what the server has signed of the logs; a later shape is a later file, this one never changes.
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const checkpoints: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('checkpoints')
      .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
      .addColumn('meeting_id', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('public_key', 'text', (column) => column.notNull())
      .addColumn('alg', 'text', (column) => column.notNull())
      .addColumn('cause', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('checkpoints_key', ['meeting_id', 'size', 'public_key'])
      .execute();
    for (const act of ['update', 'delete']) {
      await sql`create trigger ${sql.id(`checkpoints_refuse_${act}`)} before ${sql.raw(act)} on checkpoints
        begin select raise(abort, 'append-only'); end`.execute(db);
    }
  },
};

// Knows what the minutes' desk remembers beside the text; a later shape is a later file, this one never changes.
import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const table = (db: Kysely<unknown>, name: string): CreateTableBuilder<string, string> =>
  db.schema
    .createTable(name)
    .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
    .addColumn('meeting_id', 'text', (column) => column.notNull());

export const deskMemory: Migration = {
  up: async (db: Kysely<unknown>) => {
    await table(db, 'minutes_drafted')
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('passage', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('minutes_drafted_key', ['meeting_id', 'revision', 'passage'])
      .execute();
    await table(db, 'minutes_kept')
      .addColumn('turn', 'integer', (column) => column.notNull())
      .addColumn('finding', 'text', (column) => column.notNull())
      // Empty: kept no longer.
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('minutes_kept_key', ['meeting_id', 'turn'])
      .execute();
    for (const name of ['minutes_drafted', 'minutes_kept']) {
      for (const act of ['update', 'delete']) {
        await sql`create trigger ${sql.id(`${name}_refuse_${act}`)} before ${sql.raw(act)} on ${sql.table(name)}
          begin select raise(abort, 'append-only'); end`.execute(db);
      }
    }
  },
};

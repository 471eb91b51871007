// Knows the tables the minutes are kept in; a later shape is a later file, this one never changes.
import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Starts a table that belongs to the committee. */
const table = (db: Kysely<unknown>, name: string): CreateTableBuilder<string, 'committee_id'> =>
  db.schema
    .createTable(name)
    .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'));

export const minutes: Migration = {
  up: async (db: Kysely<unknown>) => {
    await table(db, 'minutes_documents')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('meeting_id', 'text', (column) => column.notNull())
      .addColumn('schema', 'integer', (column) => column.notNull())
      .addColumn('generation', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('minutes_documents_generation', ['meeting_id', 'schema', 'generation'])
      .execute();
    await table(db, 'minutes_updates')
      .addColumn('document', 'text', (column) => column.notNull().references('minutes_documents.id'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('author', 'text')
      .addColumn('connection', 'text')
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .addPrimaryKeyConstraint('minutes_updates_key', ['document', 'seq'])
      .execute();
    await table(db, 'minutes_snapshots')
      .addColumn('document', 'text', (column) => column.primaryKey().notNull().references('minutes_documents.id'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('bytes', 'blob', (column) => column.notNull())
      .execute();
    await table(db, 'minutes_facts')
      .addColumn('document', 'text', (column) => column.notNull().references('minutes_documents.id'))
      .addColumn('fact', 'text', (column) => column.notNull())
      .addUniqueConstraint('minutes_facts_once', ['document', 'fact'])
      .execute();
    await table(db, 'minutes_clients')
      .addColumn('document', 'text', (column) => column.notNull().references('minutes_documents.id'))
      .addColumn('client_id', 'bigint', (column) => column.notNull())
      .addColumn('person', 'text')
      .addPrimaryKeyConstraint('minutes_clients_key', ['document', 'client_id'])
      .execute();
    await table(db, 'issued_minutes')
      .addColumn('meeting_id', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('manuscript', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('issued_minutes_key', ['meeting_id', 'hash'])
      .execute();
    for (const name of ['minutes_documents', 'minutes_updates', 'minutes_facts', 'minutes_clients', 'issued_minutes']) {
      for (const act of ['update', 'delete']) {
        await sql`create trigger ${sql.id(`${name}_refuse_${act}`)} before ${sql.raw(act)} on ${sql.table(name)}
          begin select raise(abort, 'append-only'); end`.execute(db);
      }
    }
  },
};

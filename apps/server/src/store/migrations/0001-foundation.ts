// Knows the first shape of the database; a later shape is a later file, this one never changes.
import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Starts a table that belongs to the committee. */
const table = (db: Kysely<unknown>, name: string): CreateTableBuilder<string, 'committee_id'> =>
  db.schema
    .createTable(name)
    .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'));

async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('committees')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .execute();
  await sql`insert into committees (id, name, zone) values ('committee', '', 'Asia/Shanghai')`.execute(db);
  await table(db, 'accounts')
    .addColumn('account', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('admin', 'integer', (column) => column.notNull())
    .addColumn('sector', 'text')
    .addColumn('unit', 'text')
    .addColumn('title', 'text')
    .addColumn('disabled', 'integer', (column) => column.notNull())
    .addColumn('password_hash', 'text')
    .addColumn('rehearsal', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await table(db, 'sessions')
    .addColumn('id_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('accounts.account'))
    .addColumn('scope', 'text')
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('absolute_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sessions_of_account').on('sessions').column('account').execute();
  await db.schema.createIndex('sessions_by_end').on('sessions').column('expires_at').execute();
  await table(db, 'setup_links')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
  await table(db, 'security_log')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('by', 'text')
    .addColumn('subject', 'text')
    .execute();
}

async function meetings(db: Kysely<unknown>): Promise<void> {
  await table(db, 'meetings')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('starts_at', 'bigint', (column) => column.notNull())
    .addColumn('planned_minutes', 'integer', (column) => column.notNull())
    .execute();
  await table(db, 'meeting_people')
    .addColumn('meeting_id', 'text', (column) => column.notNull().references('meetings.id').onDelete('cascade'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('meeting_people_key', ['meeting_id', 'person'])
    .execute();
  await db.schema.createIndex('meetings_of_person').on('meeting_people').column('person').execute();
  await table(db, 'drafts')
    .addColumn('meeting_id', 'text', (column) => column.primaryKey().notNull().references('meetings.id').onDelete('cascade'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .execute();
  await table(db, 'invites')
    .addColumn('meeting_id', 'text', (column) => column.notNull().references('meetings.id').onDelete('cascade'))
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('device_hash', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('invites_key', ['meeting_id', 'person'])
    .execute();
}

async function beside(db: Kysely<unknown>): Promise<void> {
  await table(db, 'materials')
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('mime', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('circle', 'text', (column) => column.notNull())
    .addColumn('shown', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('materials_key', ['meeting_id', 'id'])
    .execute();
  await table(db, 'private_words')
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('word_id', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('salt', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addPrimaryKeyConstraint('private_words_key', ['meeting_id', 'word_id'])
    .addUniqueConstraint('private_words_digest', ['meeting_id', 'digest'])
    .execute();
}

/** No reference to `meetings`: that table is rebuilt from this log, never the other way round. */
async function log(db: Kysely<unknown>): Promise<void> {
  await table(db, 'events')
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('bytes', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('events_key', ['meeting_id', 'seq'])
    .execute();
  await table(db, 'commands')
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('commands_key', ['meeting_id', 'command_id'])
    .execute();
  for (const name of ['events', 'commands', 'security_log']) {
    for (const act of ['update', 'delete']) {
      await sql`create trigger ${sql.id(`${name}_refuse_${act}`)} before ${sql.raw(act)} on ${sql.table(name)}
        begin select raise(abort, 'append-only'); end`.execute(db);
    }
  }
}

export const foundation: Migration = {
  up: async (db: Kysely<unknown>) => {
    await people(db);
    await meetings(db);
    await beside(db);
    await log(db);
  },
};

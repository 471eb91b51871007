// Knows the table that sealed ballots lie in until they are counted; a later shape is a later file, this one never changes.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Neither a time nor a number of its own: a row says whose ballot it is and nothing of when it came. */
export const sealedBallots: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('sealed_ballots')
      .addColumn('committee_id', 'text', (column) => column.notNull().defaultTo('committee').references('committees.id'))
      .addColumn('meeting_id', 'text', (column) => column.notNull())
      .addColumn('vote_id', 'text', (column) => column.notNull())
      .addColumn('voter', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('ciphertext', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('sealed_ballots_key', ['meeting_id', 'vote_id', 'voter'])
      .execute();
  },
};

// Knows what is kept beside a snapshot of minutes; a later shape is a later file, this one never changes.
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Snapshots from before have none and are decoded when they are loaded. */
export const snapshotOutlines: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('minutes_snapshots').addColumn('outline', 'text').execute();
  },
};

// Knows the committee's own row and the one-time link that sets it up; not who may follow the link.
import type { CommitteeStore, SetupLinks } from '../ports.ts';
import { accountRow } from './accounts.ts';
import type { Database } from './database.ts';

const committee = 'committee';

export const sqlCommittee = (db: Database): CommitteeStore => ({
  read: () => db.selectFrom('committees').select(['name', 'zone']).where('id', '=', committee).executeTakeFirstOrThrow(),
  rename: async (name) => {
    await db.updateTable('committees').set({ name }).where('id', '=', committee).execute();
  },
});

export const sqlSetupLinks = (db: Database, clock: () => number): SetupLinks => ({
  replace: (tokenHash) =>
    db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('setup_links').where('used_at', 'is', null).execute();
      await transaction.insertInto('setup_links').values({ token_hash: tokenHash, created_at: clock(), used_at: null }).execute();
    }),
  redeem: (tokenHash, committeeName, first) =>
    db.transaction().execute(async (transaction) => {
      const used = await transaction
        .updateTable('setup_links')
        .set({ used_at: clock() })
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .executeTakeFirst();
      if (used.numUpdatedRows !== 1n) return false;
      await transaction.insertInto('accounts').values(accountRow(first, clock())).execute();
      await transaction.updateTable('committees').set({ name: committeeName }).where('id', '=', committee).execute();
      return true;
    }),
});

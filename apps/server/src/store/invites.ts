// Knows the rows of invite links, by the hash of their token; not how long one is good.
import { meetingId } from '@xieshang/meeting';
import type { Invites } from '../ports.ts';
import type { Database } from './database.ts';

export const sqlInvites = (db: Database, clock: () => number): Invites => ({
  replace: (invites) =>
    db.transaction().execute(async (transaction) => {
      for (const { meeting, person, tokenHash } of invites) {
        await transaction
          .insertInto('invites')
          .values({ meeting_id: meeting, person, token_hash: tokenHash, device_hash: null, created_at: clock() })
          .onConflict((conflict) =>
            conflict.columns(['meeting_id', 'person']).doUpdateSet({ token_hash: tokenHash, device_hash: null, created_at: clock() }),
          )
          .execute();
      }
    }),
  find: async (tokenHash) => {
    const row = await db
      .selectFrom('invites')
      .select(['meeting_id', 'person', 'device_hash'])
      .where('token_hash', '=', tokenHash)
      .executeTakeFirst();
    return row ? { tokenHash, meeting: meetingId(row.meeting_id), person: row.person, deviceHash: row.device_hash } : null;
  },
  bind: async (tokenHash, deviceHash) => {
    const bound = await db
      .updateTable('invites')
      .set({ device_hash: deviceHash })
      .where('token_hash', '=', tokenHash)
      .where((either) => either.or([either('device_hash', 'is', null), either('device_hash', '=', deviceHash)]))
      .executeTakeFirst();
    return bound.numUpdatedRows === 1n;
  },
});

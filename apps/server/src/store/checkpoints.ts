// Knows where it is kept what the server has signed of the logs; not what a note says.
import type { Checkpoints, CheckpointRow } from '../ports.ts';
import type { Database } from './database.ts';

export const sqlCheckpoints = (db: Database): Checkpoints => ({
  of: async (meeting) => {
    const rows = await db.selectFrom('checkpoints').selectAll().where('meeting_id', '=', meeting).orderBy('size').orderBy('at').execute();
    return rows.map(({ size, public_key, alg, cause, at, note }): CheckpointRow => {
      return { meeting, size: Number(size), publicKey: public_key, alg, cause, at: Number(at), note };
    });
  },
  add: async ({ meeting, size, publicKey, alg, cause, at, note }) => {
    await db
      .insertInto('checkpoints')
      .values({ meeting_id: meeting, size, public_key: publicKey, alg, cause, at, note })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
});

// Knows where it is kept that the data were set back; not what a statement says.
import type { Epochs } from '../ports.ts';
import type { Database } from './database.ts';

export const sqlEpochs = (db: Database): Epochs => ({
  all: async () => {
    const rows = await db.selectFrom('epochs').selectAll().orderBy('restored_at').execute();
    return rows.map(({ restored_at, meeting_id, statement, signature }) => ({
      restoredAt: Number(restored_at),
      meeting: meeting_id === '' ? null : meeting_id,
      signed: { statement, signature },
    }));
  },
  add: async (epochs) => {
    const rows = epochs.map(({ restoredAt, meeting, signed }) => ({ restored_at: restoredAt, meeting_id: meeting ?? '', ...signed }));
    for (let from = 0; from < rows.length; from += 500)
      await db
        .insertInto('epochs')
        .values(rows.slice(from, from + 500))
        .execute();
  },
});

// Knows how what the minutes' desk remembers is put on disk, turn by turn; not what it means.
import type { DeskMemory } from '../ports.ts';
import type { Database } from './database.ts';

export const sqlDeskMemory = (db: Database): DeskMemory => ({
  drafted: async (meeting) => {
    const rows = await db
      .selectFrom('minutes_drafted')
      .select(['revision', 'passage', 'text'])
      .where('meeting_id', '=', meeting)
      .orderBy('revision')
      .orderBy('passage')
      .execute();
    return { revision: rows.at(-1)?.revision ?? 0, passages: rows.map(({ passage, text }) => ({ passage, text })) };
  },
  addDrafted: ({ meeting, after, passages, by, at }) =>
    db.transaction().execute(async (transaction) => {
      const last = await transaction
        .selectFrom('minutes_drafted')
        .select((row) => row.fn.max('revision').as('revision'))
        .where('meeting_id', '=', meeting)
        .executeTakeFirst();
      if (Number(last?.revision ?? 0) !== after) return 'conflict';
      const rows = passages.map(({ passage, text }) => ({ meeting_id: meeting, revision: after + 1, passage, text, by, at }));
      await transaction.insertInto('minutes_drafted').values(rows).execute();
      return 'added';
    }),
  kept: async (meeting) => {
    const rows = await db
      .selectFrom('minutes_kept')
      .select(['finding', 'reason', 'by', 'at'])
      .where('meeting_id', '=', meeting)
      .orderBy('turn')
      .execute();
    const latest = new Map(rows.map((row) => [row.finding, { ...row, at: Number(row.at) }] as const));
    return [...latest.values()].filter(({ reason }) => reason !== '');
  },
  keep: ({ meeting, finding, reason, by, at }) =>
    db.transaction().execute(async (transaction) => {
      const last = await transaction
        .selectFrom('minutes_kept')
        .select((row) => row.fn.max('turn').as('turn'))
        .where('meeting_id', '=', meeting)
        .executeTakeFirst();
      const turn = Number(last?.turn ?? 0) + 1;
      await transaction.insertInto('minutes_kept').values({ meeting_id: meeting, turn, finding, reason, by, at }).execute();
    }),
});

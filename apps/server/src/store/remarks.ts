// Knows how remarks on minutes are put on disk, one after another, and which of them a person has seen; not what they say.
import type { MeetingId } from '@xieshang/meeting';
import type { RemarkStore } from '../ports.ts';
import type { Database } from './database.ts';

export const sqlRemarks = (db: Database): RemarkStore => ({
  after: async (meeting, seq) => {
    const rows = await db
      .selectFrom('remarks')
      .select(['seq', 'id', 'by', 'at', 'act'])
      .where('meeting_id', '=', meeting)
      .where('seq', '>', seq)
      .orderBy('seq')
      .execute();
    return rows.map((row) => ({ ...row, at: Number(row.at) }));
  },
  append: async (meeting, { seq, id, by, at, act }) => {
    const written = await db
      .insertInto('remarks')
      .values({ meeting_id: meeting, seq, id, by, at, act })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return written.numInsertedOrUpdatedRows === 1n ? 'appended' : 'conflict';
  },
  newest: async () => {
    const rows = await db
      .selectFrom('remarks')
      .select(({ fn }) => ['meeting_id', fn.max('seq').as('seq')])
      .groupBy('meeting_id')
      .execute();
    return new Map(rows.map(({ meeting_id, seq }) => [meeting_id as MeetingId, Number(seq)]));
  },
  see: async (meeting, person, seqs) => {
    if (seqs.length === 0) return;
    await db
      .insertInto('remarks_seen')
      .values(seqs.map((seq) => ({ meeting_id: meeting, person, seq })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  seenBy: async (meeting, person) => {
    const rows = await db.selectFrom('remarks_seen').select('seq').where('meeting_id', '=', meeting).where('person', '=', person).execute();
    return new Set(rows.map(({ seq }) => seq));
  },
});

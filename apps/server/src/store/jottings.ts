// Knows how the office's jottings are put on disk and changed there, one after another; not what they say.
import type { Jotting, MeetingId } from '@xieshang/meeting';
import { jottingId, personId } from '@xieshang/meeting';
import type { JottingStore } from '../ports.ts';
import type { Database } from './database.ts';

export const sqlJottings = (db: Database): JottingStore => ({
  after: async (meeting, revision) => {
    const rows = await db
      .selectFrom('jottings')
      .select(['id', 'revision', 'by', 'at', 'text', 'about', 'reworded_at', 'standing'])
      .where('meeting_id', '=', meeting)
      .where('revision', '>', revision)
      .orderBy('revision')
      .execute();
    return rows.map(({ id, by, at, about, reworded_at, standing, ...row }) => ({
      ...row,
      ...{ id: jottingId(id), by: personId(by), at: Number(at), rewordedAt: reworded_at === null ? null : Number(reworded_at) },
      about: JSON.parse(about) as Jotting['about'],
      standing: JSON.parse(standing) as Jotting['standing'],
    }));
  },
  put: (meeting, { id, revision, by, at, text, about, rewordedAt, standing }) =>
    db.transaction().execute(async (transaction) => {
      const newest = await transaction
        .selectFrom('jottings')
        .select(({ fn }) => fn.max('revision').as('revision'))
        .where('meeting_id', '=', meeting)
        .executeTakeFirst();
      if (Number(newest?.revision ?? 0) !== revision - 1) return 'conflict';
      const words = { revision, text, reworded_at: rewordedAt, standing: JSON.stringify(standing) };
      await transaction
        .insertInto('jottings')
        .values({ meeting_id: meeting, id, by, at, about: JSON.stringify(about), ...words })
        .onConflict((there) => there.columns(['meeting_id', 'id']).doUpdateSet(words))
        .execute();
      return 'written';
    }),
  newest: async () => {
    const rows = await db
      .selectFrom('jottings')
      .select(({ fn }) => ['meeting_id', fn.max('revision').as('revision')])
      .groupBy('meeting_id')
      .execute();
    return new Map(rows.map(({ meeting_id, revision }) => [meeting_id as MeetingId, Number(revision)]));
  },
});

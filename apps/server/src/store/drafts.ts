// Knows the stored plan of a meeting and its version; not whether a plan is a good one.
import type { Plan } from '@xieshang/meeting';
import type { Draft, Drafts, MeetingRow, Seat } from '../ports.ts';
import type { Database } from './database.ts';
import { putMeeting } from './meeting-list.ts';

const seatsOf = (plan: Plan): readonly Seat[] => plan.attendees.map(({ person, role, name }) => ({ person, role, name }));

const rowOf = ({ notice, stages }: Plan): Omit<MeetingRow, 'eligible'> => ({
  ...notice,
  phase: 'draft',
  plannedMinutes: stages.reduce((sum, stage) => sum + stage.minutes, 0),
});

export const sqlDrafts = (db: Database): Drafts => ({
  add: ({ meeting, savedAt, savedBy, plan }) =>
    db.transaction().execute(async (transaction) => {
      const taken = await transaction.selectFrom('meetings').select('id').where('id', '=', meeting).executeTakeFirst();
      // A log may be there before its row in the list is: the id belongs to it.
      const logged = await transaction.selectFrom('events').select('seq').where('meeting_id', '=', meeting).executeTakeFirst();
      if (taken || logged) return null;
      await putMeeting(transaction, rowOf(plan), seatsOf(plan));
      await transaction
        .insertInto('drafts')
        .values({ meeting_id: meeting, version: 1, saved_at: savedAt, saved_by: savedBy, plan: JSON.stringify(plan) })
        .execute();
      return { meeting, version: 1, savedAt, savedBy, plan };
    }),
  find: async (meeting) => {
    const row = await db.selectFrom('drafts').selectAll().where('meeting_id', '=', meeting).executeTakeFirst();
    if (!row) return null;
    return { meeting, version: row.version, savedAt: row.saved_at, savedBy: row.saved_by, plan: JSON.parse(row.plan) as Plan };
  },
  save: (draft) =>
    db.transaction().execute(async (transaction) => {
      const { meeting, version, savedAt, savedBy, plan } = draft;
      const open = await transaction
        .selectFrom('meetings')
        .select('id')
        .where('id', '=', meeting)
        .where('phase', '=', 'draft')
        .executeTakeFirst();
      if (!open) return null;
      const saved = await transaction
        .updateTable('drafts')
        .set({ version: version + 1, saved_at: savedAt, saved_by: savedBy, plan: JSON.stringify(plan) })
        .where('meeting_id', '=', meeting)
        .where('version', '=', version)
        .executeTakeFirst();
      if (saved.numUpdatedRows !== 1n) return null;
      await putMeeting(transaction, rowOf(plan), seatsOf(plan));
      const next: Draft = { ...draft, version: version + 1 };
      return next;
    }),
  remove: (meeting) =>
    db.transaction().execute(async (transaction) => {
      const logged = await transaction.selectFrom('events').select('seq').where('meeting_id', '=', meeting).executeTakeFirst();
      if (logged) return false;
      const removed = await transaction.deleteFrom('meetings').where('id', '=', meeting).where('phase', '=', 'draft').executeTakeFirst();
      return removed.numDeletedRows === 1n;
    }),
});

// Knows the rows of the list of meetings and who sits in each; a copy of what drafts and logs say, never the truth.
import { meetingId, type Role } from '@xieshang/meeting';
import type { Transaction } from 'kysely';
import type { GivenNumber, ItemClosing, MeetingList, MeetingListWriter, MeetingPhase, MeetingRow, Seat } from '../ports.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly phase: string;
  readonly title: string;
  readonly topic: string;
  readonly place: string;
  readonly starts_at: number;
  readonly planned_minutes: number;
  readonly eligible: number | null;
}

const fromRow = (row: Row): MeetingRow => ({
  meeting: meetingId(row.id),
  kind: row.kind === 'rehearsal' ? 'rehearsal' : 'consultation',
  phase: row.phase as MeetingPhase,
  title: row.title,
  topic: row.topic,
  place: row.place,
  startsAt: row.starts_at,
  plannedMinutes: row.planned_minutes,
  eligible: Number(row.eligible ?? 0),
});

const meetingsWithEligible = (db: Database) =>
  db
    .selectFrom('meetings')
    .select(['id', 'kind', 'phase', 'title', 'topic', 'place', 'starts_at', 'planned_minutes'])
    .select((meeting) =>
      meeting
        .selectFrom('meeting_people')
        .select((count) => count.fn.countAll<number>().as('members'))
        .whereRef('meeting_people.meeting_id', '=', 'meetings.id')
        .where('meeting_people.role', '=', 'member')
        .as('eligible'),
    );

export const sqlMeetingList = (db: Database): MeetingList => ({
  of: async (person, everything) => {
    let query = meetingsWithEligible(db)
      .leftJoin('meeting_people as own', (join) => join.onRef('own.meeting_id', '=', 'meetings.id').on('own.person', '=', person))
      .select('own.role as role')
      .orderBy('starts_at', 'desc')
      .orderBy('id');
    // A rehearsal that was cleared away stands in no list (L8).
    query = query.where((row) => row.or([row('kind', '!=', 'rehearsal'), row('phase', '!=', 'cancelled')]));
    if (!everything) query = query.where('own.role', 'is not', null).where('phase', '!=', 'draft');
    const rows = await query.execute();
    return rows.map((row) => {
      const { plannedMinutes: _inner, ...summary } = fromRow(row);
      return { ...summary, role: row.role as Role | null };
    });
  },
  find: async (meeting) => {
    const row = await meetingsWithEligible(db).where('id', '=', meeting).executeTakeFirst();
    return row ? fromRow(row) : null;
  },
  seatOf: async (meeting, person) => {
    const row = await db
      .selectFrom('meeting_people')
      .select(['person', 'role', 'name'])
      .where('meeting_id', '=', meeting)
      .where('person', '=', person)
      .executeTakeFirst();
    return row ? { ...row, role: row.role as Role } : null;
  },
  numbered: async () => {
    const rows = await db
      .selectFrom('meetings')
      .select(['id', 'title', 'starts_at', 'document_number', 'issued_at'])
      .where('document_number', 'is not', null)
      .where('kind', '!=', 'rehearsal')
      .orderBy('issued_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(({ id, title, starts_at, document_number, issued_at }): GivenNumber => ({
      meeting: meetingId(id),
      title,
      startsAt: starts_at,
      number: document_number ?? '',
      issuedAt: Number(issued_at ?? 0),
    }));
  },
  closings: async () => {
    const rows = await db.selectFrom('closed_items').selectAll().orderBy('at').orderBy('meeting_id').execute();
    return rows.map(({ from_meeting, item, meeting_id, reference, at }): ItemClosing => ({
      from: meetingId(from_meeting),
      item,
      meeting: meetingId(meeting_id),
      reference,
      at: Number(at),
    }));
  },
});

/** Writes a meeting and its seats, replacing what was there; runs inside the caller's transaction. */
export async function putMeeting(
  transaction: Transaction<Tables>,
  { meeting, kind, phase, title, topic, place, startsAt, plannedMinutes }: Omit<MeetingRow, 'eligible'>,
  seats: readonly Seat[],
): Promise<void> {
  const values = { kind, phase, title, topic, place, starts_at: startsAt, planned_minutes: plannedMinutes };
  await transaction
    .insertInto('meetings')
    .values({ id: meeting, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
  await transaction.deleteFrom('meeting_people').where('meeting_id', '=', meeting).execute();
  for (const seat of seats)
    await transaction
      .insertInto('meeting_people')
      .values({ meeting_id: meeting, ...seat })
      .execute();
}

export const sqlMeetingListWriter = (db: Database): MeetingListWriter => ({
  put: (row, seats) => db.transaction().execute((transaction) => putMeeting(transaction, row, seats)),
  patch: async (meeting, { phase, startsAt, plannedMinutes }) => {
    const changes = {
      ...(phase === undefined ? {} : { phase }),
      ...(startsAt === undefined ? {} : { starts_at: startsAt }),
      ...(plannedMinutes === undefined ? {} : { planned_minutes: plannedMinutes }),
    };
    await db.updateTable('meetings').set(changes).where('id', '=', meeting).execute();
  },
  number: async (meeting, number, issuedAt) => {
    await db.updateTable('meetings').set({ document_number: number, issued_at: issuedAt }).where('id', '=', meeting).execute();
  },
  closeItem: async ({ from, item, meeting, reference, at }) => {
    await db
      .insertInto('closed_items')
      .values({ from_meeting: from, item, meeting_id: meeting, reference, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  seat: async (meeting, seat) => {
    await db
      .insertInto('meeting_people')
      .values({ meeting_id: meeting, ...seat })
      .onConflict((conflict) => conflict.columns(['meeting_id', 'person']).doUpdateSet({ role: seat.role, name: seat.name }))
      .execute();
  },
  unseat: async (meeting, person) => {
    await db.deleteFrom('meeting_people').where('meeting_id', '=', meeting).where('person', '=', person).execute();
  },
  showMaterial: async (meeting, materialId, circle) => {
    await db
      .updateTable('materials')
      .set(circle === null ? { shown: 0 } : { shown: 1, circle })
      .where('meeting_id', '=', meeting)
      .where('id', '=', materialId)
      .execute();
  },
});

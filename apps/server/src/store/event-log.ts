// Knows how a meeting's facts are put on disk, once and in order; not what they say.
import { commandId, meetingId, personId, type MeetingId } from '@xieshang/meeting';
import type { Hash } from '@xieshang/protocol';
import type { Append, EventLog, StoredAnswer } from '@xieshang/room';
import type { Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

/** Rows that one statement may carry: SQLite takes 32,766 values at most. */
const rowsAtOnce = 1000;

class Conflict extends Error {}

/** The log of facts over SQL: one transaction an append, on disk before it answers. */
export const sqlEventLog = (db: Database): EventLog => ({
  append: async (append) => {
    try {
      await db.transaction().execute((transaction) => write(transaction, append));
      return 'appended';
    } catch (error) {
      if (error instanceof Conflict) return 'conflict';
      throw error;
    }
  },
  read: async (meeting, after) => {
    const rows = await db
      .selectFrom('events')
      .select(['seq', 'command_id', 'bytes', 'hash'])
      .where('meeting_id', '=', meeting)
      .where('seq', '>', after)
      .orderBy('seq')
      .execute();
    return rows.map(({ seq, command_id, bytes, hash }) => ({ seq, command: commandId(command_id), bytes, hash: hash as Hash }));
  },
  answers: async (meeting) => {
    const rows = await db.selectFrom('commands').select(['command_id', 'by', 'seq']).where('meeting_id', '=', meeting).execute();
    return rows.map(({ command_id, by, seq }) => ({ command: commandId(command_id), by: personId(by), seq }));
  },
});

/** Every meeting that has a log. */
export async function loggedMeetings(db: Database): Promise<readonly MeetingId[]> {
  const rows = await db.selectFrom('events').select('meeting_id').distinct().orderBy('meeting_id').execute();
  return rows.map(({ meeting_id }) => meetingId(meeting_id));
}

async function write(transaction: Transaction<Tables>, { meeting, after, events, answers }: Append): Promise<void> {
  if ((await headOf(transaction, meeting)) !== after) throw new Conflict();
  if (await anyAnswered(transaction, meeting, answers)) throw new Conflict();
  for (const some of portions(events)) {
    const rows = some.map(({ seq, command, bytes, hash }) => ({ meeting_id: meeting, seq, command_id: command, bytes, hash }));
    await transaction.insertInto('events').values(rows).execute();
  }
  for (const some of portions(answers)) {
    const rows = some.map(({ command, by, seq }) => ({ meeting_id: meeting, command_id: command, by, seq }));
    await transaction.insertInto('commands').values(rows).execute();
  }
}

async function headOf(transaction: Transaction<Tables>, meeting: string): Promise<number> {
  const row = await transaction
    .selectFrom('events')
    .select((head) => head.fn.max('seq').as('seq'))
    .where('meeting_id', '=', meeting)
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

async function anyAnswered(transaction: Transaction<Tables>, meeting: string, answers: readonly StoredAnswer[]): Promise<boolean> {
  for (const some of portions(answers)) {
    const row = await transaction
      .selectFrom('commands')
      .select('command_id')
      .where('meeting_id', '=', meeting)
      .where(
        'command_id',
        'in',
        some.map(({ command }) => command),
      )
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}

function* portions<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce);
}

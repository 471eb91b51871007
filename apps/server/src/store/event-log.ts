// Knows how a meeting's facts are put on disk, once and in order; not what they say.
import { commandId, meetingId, personId, type MeetingId } from '@xieshang/meeting';
import { readRecord, type Hash } from '@xieshang/protocol';
import type { Append, EventLog, StoredAnswer } from '@xieshang/room';
import type { Database, OpenDatabase } from './database.ts';
import { sealedBallots, type SealedBallots } from './sealed-ballots.ts';
import { inserting, runAll } from './statements.ts';

/** Rows that one statement may carry: SQLite takes 32,766 values at most. */
const rowsAtOnce = 1000;

class Conflict extends Error {}

/** The log of facts over SQL: one transaction an append, on disk before it answers. */
export function sqlEventLog(db: OpenDatabase): EventLog {
  const ballots = sealedBallots(db);
  return {
    append: appending(db, ballots),
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
    ballots: ballots.of,
    destroyBallots: ballots.destroy,
  };
}

/** Every meeting that has a log. */
export async function loggedMeetings(db: Database): Promise<readonly MeetingId[]> {
  const rows = await db.selectFrom('events').select('meeting_id').distinct().orderBy('meeting_id').execute();
  return rows.map(({ meeting_id }) => meetingId(meeting_id));
}

/** When the first fact was written down, epoch ms; null before there is one. */
export async function firstFactAt(db: OpenDatabase, meeting: MeetingId): Promise<number | null> {
  const first = await db.selectFrom('events').select('bytes').where('meeting_id', '=', meeting).where('seq', '=', 1).executeTakeFirst();
  return first === undefined ? null : readRecord(first.bytes).at;
}

function appending(db: OpenDatabase, { keep }: SealedBallots): EventLog['append'] {
  /** Up to where this process has written a log. Nothing is ever taken out of one, so its keys alone decide whether more has come since. */
  const heads = new Map<string, number>();
  const insertEvents = inserting((count) =>
    db
      .insertInto('events')
      .values(Array.from({ length: count }, () => noEvent))
      .compile(),
  );
  const insertAnswers = inserting((count) =>
    db
      .insertInto('commands')
      .values(Array.from({ length: count }, () => noAnswer))
      .compile(),
  );

  const write = async (append: Append): Promise<void> => {
    const { meeting, after, events, answers, ballots = [] } = append;
    const statements = [
      ...insertEvents(events.map(({ seq, command, bytes, hash }) => [meeting, seq, command, bytes, hash])),
      ...insertAnswers(answers.map(({ command, by, seq }) => [meeting, command, by, seq])),
    ];
    // An answer alone takes no key of the log, nor does a ballot: they say nothing about who has written since.
    const keysTell = heads.get(meeting) === after && events.length > 0 && ballots.length === 0;
    if (keysTell && db.atOnce.write(statements)) return;
    await db.transaction().execute(async (transaction) => {
      if (!keysTell) await refuseConflicts(transaction, meeting, after, answers);
      if ((await keep(transaction, meeting, ballots)) === 'outdated') throw new Conflict();
      await runAll(transaction, statements);
    });
  };

  /** Whether a write that failed had lost to another: its keys were taken. */
  const hasLost = async ({ meeting, after, answers }: Append): Promise<boolean> => {
    try {
      await refuseConflicts(db, meeting, after, answers);
      return false;
    } catch (error) {
      if (error instanceof Conflict) return true;
      throw error;
    }
  };

  return async (append) => {
    try {
      await write(append);
    } catch (error) {
      heads.delete(append.meeting);
      if (error instanceof Conflict || (await hasLost(append))) return 'conflict';
      throw error;
    }
    heads.set(append.meeting, append.after + append.events.length);
    return 'appended';
  };
}

const noEvent = { meeting_id: '', seq: 0, command_id: '', bytes: '', hash: '' };
const noAnswer = { meeting_id: '', command_id: '', by: '', seq: 0 };

async function refuseConflicts(db: Database, meeting: string, after: number, answers: readonly StoredAnswer[]): Promise<void> {
  if ((await headOf(db, meeting)) !== after) throw new Conflict();
  if (await anyAnswered(db, meeting, answers)) throw new Conflict();
}

async function headOf(db: Database, meeting: string): Promise<number> {
  const row = await db
    .selectFrom('events')
    .select((head) => head.fn.max('seq').as('seq'))
    .where('meeting_id', '=', meeting)
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

async function anyAnswered(db: Database, meeting: string, answers: readonly StoredAnswer[]): Promise<boolean> {
  for (const some of portions(answers)) {
    const row = await db
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

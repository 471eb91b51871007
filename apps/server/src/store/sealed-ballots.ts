// Knows how sealed ballots lie on disk until the count, and how nothing of them is left; not what is in one, nor whose key opens it.
import { meetingId, personId, voteId, type MeetingId, type VoteId } from '@xieshang/meeting';
import type { KeptBallot } from '@xieshang/room';
import { sql } from 'kysely';
import type { Database, OpenDatabase } from './database.ts';
import { inserting, runAll } from './statements.ts';

interface Row {
  readonly meeting_id: string;
  readonly vote_id: string;
  readonly voter: string;
  readonly revision: number;
  readonly ciphertext: string;
  readonly hash: string;
}

const columns = ['meeting_id', 'vote_id', 'voter', 'revision', 'ciphertext', 'hash'] as const;

export interface SealedBallots {
  /** By vote and voter. */
  of(meeting: MeetingId): Promise<readonly KeptBallot[]>;
  /** Within a transaction. `outdated`, and nothing is written: some voter's ballot is kept already in this revision or a later one. */
  keep(to: Database, meeting: MeetingId, ballots: readonly KeptBallot[]): Promise<'kept' | 'outdated'>;
  /**
   * Takes one vote's ballots out and the bytes of them with it: `secure_delete` overwrites every page the table has had, and the log of writes is
   * cut to nothing. Throws, and may be asked again, while a reader (a backup) holds that log.
   */
  destroy(meeting: MeetingId, vote: VoteId): Promise<void>;
}

export function sealedBallots(db: OpenDatabase): SealedBallots {
  const insertRows = inserting((count) =>
    db
      .insertInto('sealed_ballots')
      .values(Array.from({ length: count }, () => noRow))
      .compile(),
  );

  /**
   * All rows anew, in the order of their keys: where a row lies says nothing of when it came. Deleting without a condition frees, and so
   * overwrites, whole pages; deleting single rows would leave what was moved about in the pages that stay.
   */
  const rewrite = async (to: Database, rows: readonly Row[]): Promise<void> => {
    await to.deleteFrom('sealed_ballots').execute();
    const sorted = rows.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    await runAll(to, insertRows(sorted.map((row) => columns.map((column) => row[column]))));
  };

  return {
    of: async (meeting) => {
      const rows = await db
        .selectFrom('sealed_ballots')
        .select(columns)
        .where('meeting_id', '=', meeting)
        .orderBy('vote_id')
        .orderBy('voter')
        .execute();
      return rows.map(({ vote_id, voter, revision, ciphertext, hash }) => {
        return { vote: voteId(vote_id), voter: personId(voter), revision: Number(revision), ciphertext, hash };
      });
    },
    keep: async (to, meeting, ballots) => {
      if (ballots.length === 0) return 'kept';
      const rows = new Map((await allRows(to)).map((row) => [keyOf(row), row]));
      for (const { vote, voter, ...ballot } of ballots) {
        const row = { meeting_id: meeting, vote_id: vote, voter, ...ballot };
        const before = rows.get(keyOf(row));
        if (before && before.revision >= row.revision) return 'outdated';
        rows.set(keyOf(row), row);
      }
      await rewrite(to, [...rows.values()]);
      return 'kept';
    },
    destroy: async (meeting, vote) => {
      await db.transaction().execute(async (transaction) => {
        const rows = await allRows(transaction);
        await rewrite(
          transaction,
          rows.filter((row) => row.meeting_id !== meeting || row.vote_id !== vote),
        );
      });
      // Alone on the connection: inside somebody's transaction the log of writes is not cut.
      await db.connection().execute(cutWriteLog);
    },
  };
}

/** Those with ballots that are not destroyed. */
export async function meetingsWithBallots(db: Database): Promise<readonly MeetingId[]> {
  const rows = await db.selectFrom('sealed_ballots').select('meeting_id').distinct().orderBy('meeting_id').execute();
  return rows.map(({ meeting_id }) => meetingId(meeting_id));
}

/** A reader is not waited for: the meeting goes on, and the clock asks again. */
async function cutWriteLog(alone: Database): Promise<void> {
  await sql`pragma busy_timeout = 0`.execute(alone);
  try {
    const { rows } = await sql<{ readonly busy: number }>`pragma wal_checkpoint(truncate)`.execute(alone);
    if (rows[0]?.busy !== 0) throw new Error('a reader holds the log of writes');
  } finally {
    await sql`pragma busy_timeout = 5000`.execute(alone);
  }
}

const noRow: Row = { meeting_id: '', vote_id: '', voter: '', revision: 0, ciphertext: '', hash: '' };

const allRows = (from: Database): Promise<readonly Row[]> => from.selectFrom('sealed_ballots').select(columns).execute();

/** No id has a space in it. */
const keyOf = ({ meeting_id, vote_id, voter }: Pick<Row, 'meeting_id' | 'vote_id' | 'voter'>): string =>
  `${meeting_id} ${vote_id} ${voter}`;

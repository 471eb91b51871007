// Knows how extracts are kept and found over SQL; not which there are.
import { meetingId } from '@xieshang/meeting';
import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { FoundExtract, Extract, ExtractKind, ExtractReader, Extracts } from '../ports.ts';
import type { Database } from './database.ts';
import { fullText, type FullText } from './full-text.ts';
import { gramsOf, phrasesOf } from './grams.ts';
import type { Tables } from './tables.ts';

const indexed = ({ title, text }: Extract): readonly string[] => gramsOf(`${title}\n${text}`);

/** A meeting stands in the list of this house's, or in that of files from elsewhere. */
const title = sql<string>`coalesce(meetings.title, archives.title)`;
const startsAt = sql<number>`coalesce(meetings.starts_at, archives.starts_at)`;

/** The cuts are ours; the index is the database's. */
export const sqlExtracts = (db: Database, index = fullText(db)): Extracts => ({
  readUpTo: async (meeting) => {
    const row = await db.selectFrom('extract_heads').select('seq').where('meeting_id', '=', meeting).executeTakeFirst();
    return Number(row?.seq ?? 0);
  },
  replace: (meeting, seq, extracts) =>
    db.transaction().execute(async (transaction) => {
      await forget(transaction, index, meeting);
      for (const extract of extracts) await add(transaction, index, meeting, extract);
      await transaction
        .insertInto('extract_heads')
        .values({ meeting_id: meeting, seq })
        .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet({ seq }))
        .execute();
    }),
  find: async (reader, { typed, kinds, after, most }) => {
    const phrases = phrasesOf(typed);
    if (phrases.length === 0) return null;
    let query = db
      .selectFrom('extracts')
      .leftJoin('meetings', 'meetings.id', 'extracts.meeting_id')
      .leftJoin('archives', 'archives.meeting_id', 'extracts.meeting_id')
      .leftJoin('meeting_people as seat', (join) =>
        join.onRef('seat.meeting_id', '=', 'extracts.meeting_id').on('seat.person', '=', reader.person),
      )
      .select(['extracts.id', 'extracts.meeting_id', 'extracts.kind', 'extracts.ref', 'extracts.title', 'extracts.text'])
      .select([title.as('meeting_title'), startsAt.as('starts_at')])
      .select(sql<number>`case when archives.meeting_id is null then 0 else 1 end`.as('from_elsewhere'))
      .where(index.holds(phrases))
      .where(mayRead(reader))
      .orderBy(startsAt, 'desc')
      .orderBy('extracts.id')
      .limit(most + 1);
    if (reader.scope !== null) query = query.where('extracts.meeting_id', '=', reader.scope);
    if (kinds.length > 0) query = query.where('extracts.kind', 'in', kinds);
    if (after !== null)
      query = query.where((where) =>
        where.or([
          where(startsAt, '<', after.startsAt),
          where.and([where(startsAt, '=', after.startsAt), where('extracts.id', '>', after.id)]),
        ]),
      );
    const rows = await query.execute();
    const found = rows.slice(0, most).map((row): FoundExtract => ({
      id: row.id,
      meeting: meetingId(row.meeting_id),
      fromElsewhere: row.from_elsewhere === 1,
      kind: row.kind as ExtractKind,
      ...{ ref: row.ref, title: row.title, text: row.text },
      meetingTitle: row.meeting_title,
      startsAt: Number(row.starts_at),
    }));
    return { found, more: rows.length > most };
  },
});

/** W1, W4, M10. The office reads all; the others what their circle holds. */
const mayRead = ({ everything }: ExtractReader): RawBuilder<boolean> =>
  everything
    ? sql<boolean>`1 = 1`
    : sql<boolean>`(seat.role in ('secretary', 'moderator')
        or (seat.role is not null and extracts.circle = 'public')
        or (seat.role = 'member' and extracts.circle in ('members', 'readers'))
        or (seat.role = 'departmentRep' and extracts.circle = 'readers'))`;

async function forget(transaction: Transaction<Tables>, index: FullText, meeting: string): Promise<void> {
  await index.forget(transaction, meeting);
  await transaction.deleteFrom('extracts').where('meeting_id', '=', meeting).execute();
}

async function add(transaction: Transaction<Tables>, index: FullText, meeting: string, extract: Extract): Promise<void> {
  const { kind, ref, circle, title: called, text } = extract;
  const { id } = await transaction
    .insertInto('extracts')
    .values({ meeting_id: meeting, kind, ref, circle, title: called, text })
    .returning('id')
    .executeTakeFirstOrThrow();
  await index.add(transaction, id, indexed(extract));
}

// Knows how the committee's terms and patterns are kept; not who may change them nor what they say.
import type { Selectable } from 'kysely';
import type { Phrase, PhraseBlock, Phrases } from '../ports.ts';
import type { Database } from './database.ts';
import type { PhrasesTable } from './tables.ts';

const phraseOf = ({ id, kind, heading, title, blocks, uses }: Selectable<PhrasesTable>): Phrase => ({
  ...{ id, heading, title, uses },
  kind: kind as Phrase['kind'],
  blocks: JSON.parse(blocks) as readonly PhraseBlock[],
});

export const sqlPhrases = (db: Database): Phrases => ({
  list: async () => (await db.selectFrom('phrases').selectAll().orderBy('saved_at').orderBy('id').execute()).map(phraseOf),
  save: ({ id, kind, heading, title, blocks, by, at }, most) =>
    db.transaction().execute(async (transaction) => {
      const before = await transaction.selectFrom('phrases').select('uses').where('id', '=', id).executeTakeFirst();
      const { all } = await transaction
        .selectFrom('phrases')
        .select((phrase) => phrase.fn.countAll<number>().as('all'))
        .executeTakeFirstOrThrow();
      if (!before && Number(all) >= most) return null;
      const row = { kind, heading, title, blocks: JSON.stringify(blocks), saved_by: by, saved_at: at };
      await transaction
        .insertInto('phrases')
        .values({ id, uses: 0, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      return { id, kind, heading, title, blocks, uses: before?.uses ?? 0 };
    }),
  remove: async (id) => {
    const removed = await db.deleteFrom('phrases').where('id', '=', id).executeTakeFirst();
    return removed.numDeletedRows === 1n;
  },
  countUse: async (id) => {
    const counted = await db
      .updateTable('phrases')
      .set((phrase) => ({ uses: phrase('uses', '+', 1) }))
      .where('id', '=', id)
      .executeTakeFirst();
    return counted.numUpdatedRows === 1n;
  },
});

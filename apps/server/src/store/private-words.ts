// Knows the erasable words beside the log; the log holds only their digests.
import type { PrivateWords } from '../ports.ts';
import type { Database } from './database.ts';

export const sqlPrivateWords = (db: Database): PrivateWords => ({
  add: ({ meeting, wordId, author, digest, salt, text }) =>
    db.transaction().execute(async (transaction) => {
      const before = await transaction
        .selectFrom('private_words')
        .select(['author', 'digest', 'salt', 'text'])
        .where('meeting_id', '=', meeting)
        .where('word_id', '=', wordId)
        .executeTakeFirst();
      if (before) return before.author === author && before.text === text ? { meeting, wordId, ...before } : null;
      await transaction.insertInto('private_words').values({ meeting_id: meeting, word_id: wordId, author, digest, salt, text }).execute();
      return { meeting, wordId, author, digest, salt, text };
    }),
  find: async (meeting, digest) => {
    const row = await db
      .selectFrom('private_words')
      .select(['word_id', 'author', 'salt', 'text'])
      .where('meeting_id', '=', meeting)
      .where('digest', '=', digest)
      .executeTakeFirst();
    return row ? { meeting, digest, wordId: row.word_id, author: row.author, salt: row.salt, text: row.text } : null;
  },
  erase: async (meeting, { author, digest }) => {
    await db
      .updateTable('private_words')
      .set({ text: null, salt: '' })
      .where('meeting_id', '=', meeting)
      .where('digest', '=', digest)
      .where('author', '=', author)
      .execute();
  },
});

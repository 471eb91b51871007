import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/hall.ts';
import { openDatabase, type OpenDatabase } from './database.ts';

async function open() {
  const file = `${await tempFolder()}/xieshang.sqlite`;
  const db = await openDatabase(file);
  onTestFinished(() => db.destroy());
  return { db, file };
}

const note = (db: OpenDatabase, kind: string) => db.insertInto('security_log').values({ at: 1, kind, by: null, subject: null }).compile();
const all = (db: OpenDatabase) => db.selectFrom('security_log').select('kind').orderBy('kind').compile();
const kinds = async (db: OpenDatabase) => (await db.executeQuery(all(db))).rows.map(({ kind }) => kind);

/** A transaction of somebody else that is open until `end` is called, and then undone. */
async function openTransaction(db: OpenDatabase) {
  const end = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const undone = db
    .transaction()
    .execute(async (transaction) => {
      await transaction.executeQuery(note(db, 'theirs'));
      begun.resolve();
      await end.promise;
      throw new Error('changed their mind');
    })
    .catch(() => undefined);
  await begun.promise;
  return {
    end: async () => {
      end.resolve();
      await undone;
    },
  };
}

test('what is written at once is there when the call returns, for every other reader of the file', async () => {
  const { db, file } = await open();
  const other = new DatabaseSync(file, { readOnly: true });
  onTestFinished(() => other.close());
  expect(db.atOnce.write([note(db, 'a')])).toBe(true);
  expect(db.atOnce.write([note(db, 'b'), note(db, 'c')])).toBe(true);
  expect(other.prepare('select count(*) as rows from security_log').get()).toMatchObject({ rows: 3 });
});

test.each([
  ['one statement', ['mine']],
  ['several', ['mine', 'mine too']],
])('law 2: nothing is written into a transaction of somebody else, which may still be undone: %s', async (_what, own) => {
  const { db } = await open();
  const theirs = await openTransaction(db);
  expect(db.atOnce.write(own.map((kind) => note(db, kind)))).toBe(false);
  await theirs.end();
  expect(await kinds(db)).toEqual([]);
});

test('nor read out of one: its rows are not true yet', async () => {
  const { db } = await open();
  const theirs = await openTransaction(db);
  expect(db.atOnce.read(all(db))).toBeNull();
  await theirs.end();
  expect(db.atOnce.read(all(db))).toEqual([]);
});

test('all or nothing: what the database refuses in the middle leaves nothing behind, and the next goes through', async () => {
  const { db } = await open();
  const refused = sql`insert into security_log (nothing) values (1)`.compile(db);
  expect(() => db.atOnce.write([note(db, 'a'), refused])).toThrow('nothing');
  expect(await kinds(db)).toEqual([]);
  expect(db.atOnce.write([note(db, 'b'), note(db, 'c')])).toBe(true);
  expect(await kinds(db)).toEqual(['b', 'c']);
});

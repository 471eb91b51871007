import { copyFileSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { StartRefusal } from '../start-refusal.ts';
import { tempFolder } from '../testing/hall.ts';
import { assertSqliteVersion, openDatabase } from './database.ts';
import { isFull } from './disk.ts';

const newFile = async (): Promise<string> => join(await tempFolder(), 'xieshang.sqlite');

describe('the database', () => {
  test('loses nothing at a power cut and forgets what is erased', async () => {
    const db = await openDatabase(await newFile());
    const setting = async (name: string) => Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
    const names = ['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys', 'trusted_schema', 'busy_timeout'];
    const settings = await Promise.all(names.map(setting));
    expect(Object.fromEntries(names.map((name, index) => [name, settings[index]]))).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      secure_delete: 1,
      foreign_keys: 1,
      trusted_schema: 0,
      busy_timeout: 5000,
    });
    await db.destroy();
  });

  test('every table belongs to the committee', async () => {
    const db = await openDatabase(await newFile());
    // The full text index holds cuts by row; the rows are the committee's.
    const tables = (await db.introspection.getTables()).filter(({ name }) => name !== 'committees' && !name.startsWith('extract_grams'));
    expect(tables.length).toBeGreaterThan(10);
    for (const { columns } of tables) expect(columns.map(({ name }) => name)).toContain('committee_id');
    await db.destroy();
  });

  test('opening again changes nothing', async () => {
    const file = await newFile();
    await (await openDatabase(file)).destroy();
    const db = await openDatabase(file);
    expect(await db.selectFrom('committees').selectAll().execute()).toEqual([{ id: 'committee', name: '', zone: 'Asia/Shanghai' }]);
    await db.destroy();
  });

  test('what a dead process left beside it is in the file itself before anybody is told of it', async () => {
    const file = await newFile();
    const dying = await openDatabase(file);
    await dying.updateTable('committees').set({ name: '市政协' }).execute();
    const found = await newFile();
    // As kill -9 leaves it: with a log that nobody has put into the file.
    for (const ending of ['', '-wal']) copyFileSync(`${file}${ending}`, `${found}${ending}`);
    await dying.destroy();
    expect(statSync(`${found}-wal`).size).toBeGreaterThan(0);
    const db = await openDatabase(found);
    expect(statSync(`${found}-wal`).size).toBe(0);
    expect((await db.selectFrom('committees').select('name').executeTakeFirst())?.name).toBe('市政协');
    await db.destroy();
  });

  test('when it is full it says so, has written nothing, and goes on with room', async () => {
    const file = await newFile();
    const db = await openDatabase(file);
    const pages = async (most: number): Promise<unknown> => sql`pragma max_page_count = ${sql.lit(most)}`.execute(db);
    const write = (name: string): Promise<unknown> =>
      db.transaction().execute(async (transaction) => {
        await transaction.updateTable('committees').set({ name }).execute();
        await sql`create table filler as select randomblob(100000) as bytes`.execute(transaction);
      });
    await pages(1);
    const error = await write('不能只写一半').catch((thrown: unknown) => thrown);
    expect(isFull(error)).toBe(true);
    expect((await db.selectFrom('committees').select('name').executeTakeFirst())?.name).toBe('');
    await pages(100_000);
    await write('写完整了');
    expect((await db.selectFrom('committees').select('name').executeTakeFirst())?.name).toBe('写完整了');
    await db.destroy();
  });

  test('one that a newer program has written is refused', async () => {
    const file = await newFile();
    await (await openDatabase(file)).destroy();
    const raw = new DatabaseSync(file);
    raw.exec(`insert into kysely_migration values ('9999-from-the-future', '2030-01-01')`);
    raw.close();
    await expect(openDatabase(file)).rejects.toThrow(StartRefusal);
  });

  test('a transaction that fails leaves nothing', async () => {
    const db = await openDatabase(await newFile());
    const failing = db.transaction().execute(async (transaction) => {
      await transaction.updateTable('committees').set({ name: 'half' }).execute();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect((await db.selectFrom('committees').select('name').executeTakeFirst())?.name).toBe('');
    await db.destroy();
  });
});

test.each(['3.51.2', '3.50.9', '2.99.99'])('SQLite %s may lose what is acknowledged and is refused', (version) => {
  expect(() => assertSqliteVersion(version)).toThrow(StartRefusal);
});

test.each(['3.51.3', '3.51.10', '3.52.0', '4.0.0'])('SQLite %s is good', (version) => {
  expect(() => assertSqliteVersion(version)).not.toThrow();
});

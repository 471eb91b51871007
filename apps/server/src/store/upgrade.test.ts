import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/hall.ts';
import { openDatabase } from './database.ts';
import { foundation } from './migrations/0001-foundation.ts';
import { nodeSqlite, preparing } from './sqlite-dialect.ts';

/** A database as the first program made it. */
async function firstShape(): Promise<string> {
  const file = join(await tempFolder(), 'xieshang.sqlite');
  const db = new Kysely<unknown>({ dialect: nodeSqlite(preparing(new DatabaseSync(file), (work) => work())) });
  await new Migrator({ db, provider: { getMigrations: async () => ({ '0001-foundation': foundation }) } }).migrateToLatest();
  await db.destroy();
  return file;
}

function tables(file: string): readonly string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const names = db.prepare(`select name from sqlite_master where type in ('table', 'trigger') order by name`).all();
  db.close();
  return names.map(({ name }) => String(name));
}

test('is announced before anything changes, once, and only for data of an older shape', async () => {
  const file = await firstShape();
  const before = tables(file);
  const seen: (readonly string[])[] = [];
  const announced = async (): Promise<void> => void seen.push(tables(file));
  await (await openDatabase(file, { beforeUpgrade: announced })).destroy();
  expect(seen).toEqual([before]);
  expect(tables(file)).toContain('minutes_documents');
  await (await openDatabase(file, { beforeUpgrade: announced })).destroy();
  await (await openDatabase(join(await tempFolder(), 'new.sqlite'), { beforeUpgrade: announced })).destroy();
  expect(seen).toHaveLength(1);
});

test('does not begin when what must happen before it fails', async () => {
  const file = await firstShape();
  const before = tables(file);
  await expect(openDatabase(file, { beforeUpgrade: () => Promise.reject(new Error('no room')) })).rejects.toThrow('no room');
  expect(tables(file)).toEqual(before);
});

test('that fails half way leaves the old shape, whole', async () => {
  const file = await firstShape();
  const stray = new DatabaseSync(file);
  stray.exec('create table issued_minutes (x)');
  stray.close();
  const before = tables(file);
  await expect(openDatabase(file)).rejects.toThrow('issued_minutes');
  expect(tables(file)).toEqual(before);
  const mended = new DatabaseSync(file);
  mended.exec('drop table issued_minutes');
  mended.close();
  await (await openDatabase(file)).destroy();
  expect(tables(file)).toContain('issued_minutes');
});

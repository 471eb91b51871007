import { DatabaseSync } from 'node:sqlite';
import { meetingId } from '@xieshang/meeting';
import { expect, onTestFinished, test } from 'vitest';
import type { MinutesUpdate, NamedVersion } from '../ports.ts';
import { tempFolder } from '../testing/hall.ts';
import { openDatabase } from './database.ts';
import { sqlMinutes } from './minutes.ts';
import { sqlMinutesHistory } from './minutes-history.ts';

const meeting = meetingId('demo');
const id = 'demo.minutes.1.1';
const update = (at: number, author: string | null = 'mishu1'): MinutesUpdate => ({
  ...{ author, connection: 'c-1', at, facts: [], clients: [{ client: at, person: author }] },
  bytes: new TextEncoder().encode(`${at}`),
});
const version: NamedVersion = { id: 'v-1', seq: 2, name: '送校核前', by: 'mishu1', at: 30 };

async function open() {
  const file = `${await tempFolder()}/xieshang.sqlite`;
  const db = await openDatabase(file);
  onTestFinished(() => db.destroy());
  const minutes = sqlMinutes(db);
  await minutes.create({ id, meeting, schema: 1, generation: 1 }, update(10, null));
  await minutes.append(id, 1, [update(20), update(21)]);
  return { file, minutes, store: sqlMinutesHistory(db) };
}

test('changes come with who and when, a few at a time', async () => {
  const { store } = await open();
  expect((await store.changes(id, 0, 2)).map(({ seq, author, at }) => [seq, author, at])).toEqual([
    [1, null, 10],
    [2, 'mishu1', 20],
  ]);
  expect((await store.changes(id, 2, 2)).map(({ seq }) => seq)).toEqual([3]);
});

test('the documents of a meeting come one after the other, those of earlier schemas first, with how far each goes', async () => {
  const { store, minutes } = await open();
  await minutes.create({ id: 'demo.minutes.1.2', meeting, schema: 1, generation: 2 }, update(40));
  expect(await store.lineage(meeting, 1)).toEqual([
    { document: id, head: 3 },
    { document: 'demo.minutes.1.2', head: 1 },
  ]);
  await minutes.create({ id: 'demo.minutes.2.1', meeting, schema: 2, generation: 1 }, update(50));
  expect(await store.lineage(meeting, 1)).toHaveLength(2);
  expect((await store.lineage(meeting, 2)).map(({ document }) => document)).toEqual([id, 'demo.minutes.1.2', 'demo.minutes.2.1']);
  expect(await store.clients(id)).toContainEqual({ client: 20, person: 'mishu1' });
});

test('a version is named once; the same again gives the first answer, another under its id is refused', async () => {
  const { store } = await open();
  expect(await store.nameVersion(id, version)).toEqual(version);
  expect(await store.nameVersion(id, { ...version, at: 99, seq: 3 })).toEqual(version);
  expect(await store.nameVersion(id, { ...version, name: '别的' })).toBeNull();
  expect(await store.nameVersion(id, { ...version, by: 'mishu2' })).toBeNull();
  expect(await store.versions(id)).toEqual([version]);
});

test('a version names a change that is there, and is never changed or deleted', async () => {
  const { store, file } = await open();
  await expect(store.nameVersion(id, { ...version, seq: 9 })).rejects.toThrow(/FOREIGN KEY/);
  await store.nameVersion(id, version);
  const other = new DatabaseSync(file);
  onTestFinished(() => other.close());
  expect(() => other.exec(`update minutes_versions set name = '别的'`)).toThrow('append-only');
  expect(() => other.exec('delete from minutes_versions')).toThrow('append-only');
});

import { readFile } from 'node:fs/promises';
import { jottingId, meetingId, personId, type Jotting } from '@xieshang/meeting';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/hall.ts';
import { openDatabase } from './database.ts';
import { sqlJottings } from './jottings.ts';

const [demo, other] = [meetingId('demo'), meetingId('other')];
const line = (id: string, revision: number, more: Partial<Jotting> = {}): Jotting => ({
  ...{ id: jottingId(id), revision, by: personId('zhuchi'), at: 1000, text: '请补数字', rewordedAt: null },
  ...{ about: { stageId: null, requestId: null }, standing: { phase: 'open' }, ...more },
});

async function open() {
  const path = `${await tempFolder()}/xieshang.sqlite`;
  const db = await openDatabase(path);
  onTestFinished(() => db.destroy());
  return { path, db, store: sqlJottings(db) };
}

test('lines come back as they went in, by their last change, each meeting by itself', async () => {
  const { store } = await open();
  const [one, two] = [line('j1', 1), line('j2', 2, { standing: { phase: 'done', by: personId('mishu1'), at: 7 }, rewordedAt: 9 })];
  for (const each of [one, two]) expect(await store.put(demo, each)).toBe('written');
  await store.put(other, line('j1', 1));
  const again = { ...one, revision: 3, text: '请补齐数字', rewordedAt: 20 };
  await store.put(demo, again);
  expect(await store.after(demo, 0)).toEqual([two, again]);
  expect(await store.after(demo, 2)).toEqual([again]);
  expect(await store.newest()).toEqual(
    new Map([
      [demo, 3],
      [other, 1],
    ]),
  );
});

test('a revision that is not the next one is a conflict, and nothing is written', async () => {
  const { store } = await open();
  await store.put(demo, line('j1', 1));
  for (const revision of [1, 3]) expect(await store.put(demo, line('j2', revision))).toBe('conflict');
  expect(await store.after(demo, 0)).toEqual([line('j1', 1)]);
});

test('L3 erased words are nowhere in the database any more', async () => {
  const { path, db, store } = await open();
  const words = 'a-line-that-is-nowhere-else';
  await store.put(demo, line('j1', 1, { text: words }));
  await db.destroy();
  expect((await readFile(path)).includes(words)).toBe(true);
  const again = await openDatabase(path);
  await sqlJottings(again).put(demo, line('j1', 2, { text: '', standing: { phase: 'erased', at: 5 } }));
  await again.destroy();
  expect((await readFile(path)).includes(words)).toBe(false);
});

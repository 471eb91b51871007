import { meetingId } from '@xieshang/meeting';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/hall.ts';
import { openDatabase } from './database.ts';
import { sqlRemarks } from './remarks.ts';

const [demo, other] = [meetingId('demo'), meetingId('other')];
const row = (seq: number, id = `r-${seq}`) => ({ seq, id, by: 'mishu1', at: 1000 + seq, act: '{"type":"resolve"}' });

async function open() {
  const db = await openDatabase(`${await tempFolder()}/xieshang.sqlite`);
  onTestFinished(() => db.destroy());
  return sqlRemarks(db);
}

test('entries come back as they went in, in order, each meeting by itself', async () => {
  const store = await open();
  for (const seq of [1, 2, 3]) expect(await store.append(demo, row(seq))).toBe('appended');
  await store.append(other, row(1));
  expect(await store.after(demo, 1)).toEqual([row(2), row(3)]);
  expect(await store.newest()).toEqual(
    new Map([
      [demo, 3],
      [other, 1],
    ]),
  );
});

test('a number or an id that is taken is a conflict, and nothing is written', async () => {
  const store = await open();
  await store.append(demo, row(1));
  expect([await store.append(demo, row(1, 'r-9')), await store.append(demo, row(2, 'r-1'))]).toEqual(['conflict', 'conflict']);
  expect(await store.after(demo, 0)).toEqual([row(1)]);
});

test('what was seen is kept for each person, the same again is harmless', async () => {
  const store = await open();
  await store.see(demo, 'zhuchi', [1, 2]);
  await store.see(demo, 'zhuchi', [2, 5]);
  await store.see(demo, 'mishu2', []);
  expect([await store.seenBy(demo, 'zhuchi'), await store.seenBy(demo, 'mishu2')]).toEqual([new Set([1, 2, 5]), new Set()]);
});

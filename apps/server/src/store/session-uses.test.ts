import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/hall.ts';
import { openDatabase } from './database.ts';
import { sqlSessions } from './sessions.ts';

async function open(...ids: readonly string[]) {
  const file = `${await tempFolder()}/xieshang.sqlite`;
  const db = await openDatabase(file);
  const disk = new DatabaseSync(file, { readOnly: true });
  const sessions = sqlSessions(db);
  onTestFinished(async () => {
    disk.close();
    await sessions.settle();
    await db.destroy();
  });
  await db
    .insertInto('accounts')
    .values({
      ...{ account: 'li', name: '李', role: 'member', sector: null, unit: null, title: null },
      created_at: 1,
      admin: 0,
      disabled: 0,
      rehearsal: 0,
      password_hash: null,
    })
    .execute();
  const row = { account: 'li', scope: null, device: 'test', createdAt: 1, lastSeenAt: 1, expiresAt: 100, absoluteAt: 1000 };
  for (const idHash of ids) await sessions.add({ ...row, idHash });
  const seenOnDisk = () =>
    disk
      .prepare('select last_seen_at as seen from sessions order by id_hash')
      .all()
      .map(({ seen }) => seen);
  return { sessions, seenOnDisk };
}

test('those who come at once are noted together, and whoever asks meanwhile is told', async () => {
  const { sessions, seenOnDisk } = await open('a', 'b', 'c');
  for (const id of ['a', 'b']) void sessions.touch(id, 5, 200);
  expect(seenOnDisk()).toEqual([1, 1, 1]);
  expect(await sessions.find('a')).toMatchObject({ lastSeenAt: 5, expiresAt: 200 });
  await sessions.settle();
  expect(seenOnDisk()).toEqual([5, 5, 1]);
});

test('a list of sessions holds what is noted, and what is used has not expired', async () => {
  const { sessions } = await open('a', 'b');
  void sessions.touch('a', 5, 200);
  expect((await sessions.ofAccount('li')).map(({ lastSeenAt }) => lastSeenAt)).toEqual([5, 1]);
  void sessions.touch('b', 6, 300);
  expect((await sessions.expired(150)).map(({ idHash }) => idHash)).toEqual([]);
  expect((await sessions.expired(250)).map(({ idHash }) => idHash)).toEqual(['a']);
});

test('a session that has ended is not brought back by its last use', async () => {
  const { sessions } = await open('a');
  void sessions.touch('a', 5, 200);
  await sessions.remove(['a']);
  await sessions.settle();
  expect(await sessions.find('a')).toBeNull();
});

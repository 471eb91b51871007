import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { meetingId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { tempFolder } from '../testing/hall.ts';
import { sqlCheckpoints } from './checkpoints.ts';
import { openDatabase } from './database.ts';

const meeting = meetingId('m-1');
const row = (size: number, more: object = {}) => ({
  meeting,
  size,
  publicKey: 'ab',
  alg: 'ed25519',
  cause: 'result',
  at: 5,
  note: `n${size}`,
  ...more,
});

test('checkpoints come back smallest first; the same size and key again changes nothing, another key is another one', async () => {
  const db = await openDatabase(join(await tempFolder(), 'xieshang.sqlite'));
  const checkpoints = sqlCheckpoints(db);
  const rows = [row(9), row(3), row(3, { note: 'other' }), row(9, { publicKey: 'cd', at: 6, note: 'theirs' })];
  for (const one of rows) await checkpoints.add(one);
  expect((await checkpoints.of(meeting)).map(({ size, publicKey, note }) => [size, publicKey, note])).toEqual([
    [3, 'ab', 'n3'],
    [9, 'ab', 'n9'],
    [9, 'cd', 'theirs'],
  ]);
  expect(await checkpoints.of(meetingId('m-2'))).toEqual([]);
  await db.destroy();
});

test.each(['update checkpoints set note = ?', 'delete from checkpoints where note != ?'])(
  'law 5: %s is refused by the database itself',
  async (sql) => {
    const file = join(await tempFolder(), 'xieshang.sqlite');
    const db = await openDatabase(file);
    await sqlCheckpoints(db).add(row(1));
    await db.destroy();
    const raw = new DatabaseSync(file);
    expect(() => raw.prepare(sql).run('x')).toThrow('append-only');
    raw.close();
  },
);

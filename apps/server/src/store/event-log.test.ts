import { DatabaseSync } from 'node:sqlite';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandId, meetingId, personId } from '@xieshang/meeting';
import { eventLogContract } from '@xieshang/room/testing';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/hall.ts';
import { openDatabase, type Database } from './database.ts';
import { sqlEventLog } from './event-log.ts';

eventLogContract('the log in SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xieshang-'));
  const file = join(folder, 'xieshang.sqlite');
  const opened: Database[] = [];
  const open = async () => {
    const db = await openDatabase(file);
    opened.push(db);
    return sqlEventLog(db);
  };
  return {
    log: await open(),
    reopen: open,
    close: async () => {
      for (const db of opened) await db.destroy();
      await rm(folder, { recursive: true });
    },
  };
});

test.each([
  'update events set bytes = ?',
  'delete from events where bytes != ?',
  'update commands set "by" = ?',
  'delete from commands where "by" != ?',
  'update security_log set kind = ?',
  'delete from security_log where kind != ?',
])('law 5: %s is refused by the database itself', async (sql) => {
  const file = join(await tempFolder(), 'xieshang.sqlite');
  const db = await openDatabase(file);
  const event = { seq: 1, command: commandId('c-1'), bytes: '{}', hash: '0'.repeat(64) as never };
  const answer = { command: commandId('c-1'), by: personId('li'), seq: 1 };
  await sqlEventLog(db).append({ meeting: meetingId('m'), after: 0, events: [event], answers: [answer] });
  await db.insertInto('security_log').values({ at: 1, kind: 'denied', by: null, subject: null }).execute();
  await db.destroy();
  const raw = new DatabaseSync(file);
  expect(() => raw.prepare(sql).run('x')).toThrow('append-only');
  raw.close();
});

test('law 2: facts that come while somebody else’s transaction is open wait for its end, and are not undone with it', async () => {
  const db = await openDatabase(join(await tempFolder(), 'xieshang.sqlite'));
  onTestFinished(() => db.destroy());
  const log = sqlEventLog(db);
  const append = (seq: number) => ({
    ...{ meeting: meetingId('m'), after: seq - 1 },
    events: [{ seq, command: commandId(`c-${seq}`), bytes: `{"seq":${seq}}`, hash: String(seq).repeat(64) as never }],
    answers: [{ command: commandId(`c-${seq}`), by: personId('li'), seq }],
  });
  await log.append(append(1));
  let appending: Promise<string> | undefined;
  const undone = db.transaction().execute(async (transaction) => {
    await transaction.insertInto('security_log').values({ at: 1, kind: 'denied', by: null, subject: null }).execute();
    appending = log.append(append(2));
    await new Promise(setImmediate);
    throw new Error('changed their mind');
  });
  await expect(undone).rejects.toThrow('changed their mind');
  expect(await appending).toBe('appended');
  expect((await log.read(meetingId('m'), 0)).map(({ seq }) => seq)).toEqual([1, 2]);
});

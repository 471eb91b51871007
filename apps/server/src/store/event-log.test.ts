import { DatabaseSync } from 'node:sqlite';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandId, meetingId, personId } from '@xieshang/meeting';
import { eventLogContract } from '@xieshang/room/testing';
import { expect, test } from 'vitest';
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

// Law 7: where a sealed ballot lies says nothing of when it came, and of one that is destroyed no byte is left.
import { readFileSync, readdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { commandId, meetingId, personId, voteId } from '@xieshang/meeting';
import type { KeptBallot } from '@xieshang/room';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/hall.ts';
import { openDatabase } from './database.ts';
import { sqlEventLog } from './event-log.ts';

const meeting = meetingId('m');

const ballot = (vote: string, voter: string): KeptBallot => ({
  ...{ vote: voteId(vote), voter: personId(voter), revision: 1 },
  ciphertext: randomBytes(700).toString('base64url'),
  hash: randomBytes(32).toString('hex'),
});

/** Voters in an order that is not the alphabet's; the same every time. */
const voters = Array.from({ length: 300 }, (_, place) => `weiyuan${String((place * 187) % 300).padStart(3, '0')}`);

async function opened() {
  const file = join(await tempFolder(), 'xieshang.sqlite');
  const db = await openDatabase(file);
  onTestFinished(() => db.destroy());
  const log = sqlEventLog(db);
  const event = { seq: 1, command: commandId('c-1'), bytes: '{}', hash: '0'.repeat(64) as never };
  await log.append({ meeting, after: 0, events: [event], answers: [] });
  const keep = (...ballots: readonly KeptBallot[]) => log.append({ meeting, after: 1, events: [], answers: [], ballots });
  return { file, log, keep };
}

/** Every byte of the database and of what SQLite keeps beside it. */
const bytesBeside = (file: string): Buffer =>
  Buffer.concat(
    readdirSync(dirname(file))
      .filter((name) => name.startsWith('xieshang.sqlite'))
      .map((name) => readFileSync(join(dirname(file), name))),
  );

test('after 300 ballots that came one by one, none of their bytes is left once they are destroyed', async () => {
  const { file, log, keep } = await opened();
  const [planted, staying] = [voters.map((voter) => ballot('v-1', voter)), voters.slice(0, 5).map((voter) => ballot('v-2', voter))];
  for (const one of planted) expect(await keep(one)).toBe('appended');
  await keep(...staying);
  expect(planted.filter(({ ciphertext }) => bytesBeside(file).includes(ciphertext))).toHaveLength(300);
  await log.destroyBallots(meeting, voteId('v-1'));
  const left = bytesBeside(file);
  // A slice of each: a piece of a ciphertext would be as bad as the whole.
  const pieces = planted.flatMap(({ ciphertext, hash }) => [ciphertext.slice(0, 24), ciphertext.slice(-24), hash.slice(0, 24)]);
  expect(pieces.filter((piece) => left.includes(piece))).toEqual([]);
  expect(await log.ballots(meeting)).toHaveLength(staying.length);
});

test('rows lie in the order of their voters, however they came', async () => {
  const { file, keep } = await opened();
  for (const voter of voters.slice(0, 40)) await keep(ballot('v-1', voter));
  const raw = new DatabaseSync(file);
  raw.exec('pragma wal_checkpoint(truncate)');
  const rows = raw.prepare('select voter, ciphertext from sealed_ballots order by rowid').all();
  raw.close();
  const sorted = voters.slice(0, 40).toSorted();
  expect(rows.map(({ voter }) => voter)).toEqual(sorted);
  const bytes = readFileSync(file);
  // Cells fill a page from its end: within a page the order is the alphabet's backwards, and never that of coming.
  const places = rows.map(({ ciphertext }) => bytes.indexOf(String(ciphertext)));
  const runs = places.filter((place, at) => at > 0 && place > (places[at - 1] ?? 0)).length;
  expect(runs).toBeLessThan(12);
});

test('while a reader holds the log of writes nothing is said to be destroyed; afterwards it is', async () => {
  const { file, log, keep } = await opened();
  const planted = ballot('v-1', 'li');
  await keep(planted);
  const reader = new DatabaseSync(file, { readOnly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from sealed_ballots').get();
  await expect(log.destroyBallots(meeting, voteId('v-1'))).rejects.toThrow('a reader holds');
  reader.exec('commit');
  reader.close();
  await log.destroyBallots(meeting, voteId('v-1'));
  expect(bytesBeside(file).includes(planted.ciphertext)).toBe(false);
});

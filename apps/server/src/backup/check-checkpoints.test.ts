import { DatabaseSync } from 'node:sqlite';
import { digestOf, firstHead, nextHead } from '@xieshang/protocol';
import { leafOfFact, originOf, rootOf, signCheckpoint, treeOf } from '@xieshang/record/evidence';
import { newSigner } from '@xieshang/record/testing';
import { expect, test } from 'vitest';
import { checkCheckpoints } from './check-checkpoints.ts';

const signer = newSigner();

/** Two meetings of four facts, each signed at the second and at the last. */
function kept(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  db.exec('create table events (meeting_id text, seq integer, hash text)');
  db.exec('create table checkpoints (meeting_id text, size integer, note text)');
  for (const meeting of ['m-1', 'm-2']) {
    const heads: string[] = [];
    for (const seq of [1, 2, 3, 4]) {
      heads.push(nextHead(heads.at(-1) ?? firstHead(meeting), digestOf(`${seq}`)));
      db.prepare('insert into events values (?, ?, ?)').run(meeting, seq, heads.at(-1) ?? '');
    }
    for (const size of [2, 4]) {
      const some = heads.slice(0, size);
      const checkpoint = {
        origin: originOf(signer.publicKey, meeting),
        size,
        root: rootOf(treeOf(some.map(leafOfFact))),
        head: some.at(-1) ?? '',
      };
      db.prepare('insert into checkpoints values (?, ?, ?)').run(meeting, size, signCheckpoint(checkpoint, signer));
    }
  }
  return db;
}

const said = (change: string): readonly string[] => {
  const db = kept();
  db.exec(change);
  return checkCheckpoints(db);
};

test('what was signed and what lies there is the same', () => expect(checkCheckpoints(kept())).toEqual([]));
test('a fact that is another one than was signed is found', () =>
  expect(said(`update events set hash = '${'ab'.repeat(32)}' where meeting_id = 'm-1' and seq = 1`)).toEqual([
    '会议 m-1 第 2 号事件处签署的存证点与日志不符',
    '会议 m-1 第 4 号事件处签署的存证点与日志不符',
  ]));
test('a log that is shorter than was signed is found', () =>
  expect(said(`delete from events where meeting_id = 'm-2' and seq = 4`)).toEqual(['会议 m-2 第 4 号事件处签署的存证点与日志不符']));
test('a checkpoint in another row, or none at all, is found', () => {
  expect(said(`update checkpoints set size = 3 where meeting_id = 'm-1' and size = 2`)).toHaveLength(1);
  expect(said(`update checkpoints set note = 'x' where meeting_id = 'm-1' and size = 2`)).toHaveLength(1);
});
test('data from before there were any are right', () => {
  const db = kept();
  db.exec('drop table checkpoints');
  expect(checkCheckpoints(db)).toEqual([]);
});

// Law 7 on a real disk: a secret vote from its opening to the last byte of it, with processes that die and folders that are restored.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { commandId, meetingId, motionId, personId, secretVoteOf, voteId, type Command, type PersonId } from '@xieshang/meeting';
import { inCustodyOf, plan, voters, withMembers } from '@xieshang/meeting/testing';
import { sealBallot } from '@xieshang/protocol/sealed';
import { expect, test } from 'vitest';
import { takeBackup } from '../backup/index.ts';
import { hall, tempFolder, type Hall } from '../testing/hall.ts';
import { sealedVoteOf } from './sealed-vote.ts';

const meeting = meetingId('m-secret');
const v1 = voteId('v-1');
const m1 = motionId('m1');
const here = voters(6);
const close: Command = { type: 'CloseVoting', motionIds: [m1] };
let ids = 0;

const asked = (at: Hall, by: PersonId | string, body: Command) => at.rooms.submit(meeting, body, { by, command: `c-${(ids += 1)}` });

async function must(at: Hall, by: PersonId | string, body: Command): Promise<void> {
  const answer = await asked(at, by, body);
  if (!answer.ok) throw new Error(`${by} ${body.type}: ${answer.refusal.type}`);
}

async function opened(at: Hall): Promise<void> {
  const notice = { ...plan().notice, meeting };
  await must(at, 'mishu1', { type: 'ConveneMeeting', plan: plan({ ...withMembers(6), notice }) });
  for (const person of here) await must(at, person, { type: 'CheckIn' });
  await must(at, 'zhuchi', { type: 'OpenMeeting' });
  await must(at, 'zhuchi', { type: 'OpenVoting', motionIds: [m1], terms: inCustodyOf('server', v1) });
}

async function voteOf(at: Hall) {
  const state = await at.state(meeting);
  const vote = state && secretVoteOf(state, v1);
  if (!vote) throw new Error('there is no such vote');
  return vote;
}

/** One ballot of each, and their ciphertexts. */
async function cast(at: Hall, who: readonly PersonId[] = here): Promise<readonly string[]> {
  const sealed = sealedVoteOf(await voteOf(at));
  const given: string[] = [];
  for (const person of who) {
    const one = sealed && sealBallot([{ item: 'm1', mark: 'approve', tag: '' }], sealed, (bytes) => randomBytes(bytes));
    if (!one?.ok) throw new Error('not sealed');
    await must(at, person, { type: 'CastSealedBallot', voteId: v1, revision: 1, ciphertext: one.ciphertext });
    given.push(one.ciphertext);
  }
  return given;
}

/** Resolves when the vote's ballots are said to be gone. */
async function destroyed(at: Hall): Promise<void> {
  const host = await at.rooms.host(meeting);
  const isGone = async () => {
    const vote = await voteOf(at);
    return 'destroyedAt' in vote && vote.destroyedAt !== null;
  };
  await new Promise<void>((done) => {
    const look = () => void isGone().then((gone) => gone && done());
    host?.watch(look);
    look();
  });
}

const keysIn = (at: Hall) => readdirSync(at.folder.ballotKeys);
const bytesIn = (path: string): string =>
  readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'latin1'))
    .join('');
const sweep = (at: Hall) => at.ballots.sweep({ state: at.state, submit: at.rooms.submit, meetings: () => Promise.resolve([meeting]) });

test('opened with a key of its own, counted, and then nothing of it is left but the count', async () => {
  const at = await hall();
  await opened(at);
  expect(keysIn(at)).toHaveLength(1);
  const given = await cast(at);
  expect(given.every((one) => bytesIn(at.folder.path).includes(one))).toBe(true);
  await must(at, 'zhuchi', close);
  await destroyed(at);
  expect(await voteOf(at)).toMatchObject({ phase: 'counted', count: { returned: 6, tallies: { m1: { approve: 6 } } } });
  expect(keysIn(at)).toEqual([]);
  const left = bytesIn(at.folder.path);
  expect(given.filter((one) => left.includes(one.slice(4, 40)) || left.includes(one.slice(-36)))).toEqual([]);
  expect(at.troubles).toEqual([]);
});

test('V41 by plain http nothing secret opens, and no key is made', async () => {
  const at = await hall({ secrecyFails: 'plainHttp' });
  await expect(opened(at)).rejects.toThrow('SecrecyNeedsHttps');
  expect(keysIn(at)).toEqual([]);
});

test('V40 an opening that is refused leaves no key, and one that is repeated makes no second', async () => {
  const at = await hall();
  await opened(at);
  const again: Command = { type: 'OpenVoting', motionIds: [m1], terms: inCustodyOf('server', 'v-2') };
  expect(await asked(at, 'zhuchi', again)).toMatchObject({ ok: false });
  expect(await asked(at, here[0] ?? 'v1', again)).toMatchObject({ ok: false });
  expect(keysIn(at)).toHaveLength(1);
});

test('V40 of two openings at once one has a key, and the other leaves none', async () => {
  const at = await hall();
  await opened(at);
  await must(at, 'zhuchi', { type: 'VoidVoting', motionIds: [m1], reason: '重来' });
  await destroyed(at);
  const put = (vote: string): Command => ({ type: 'OpenVoting', motionIds: [m1], terms: inCustodyOf('server', vote) });
  const answers = await Promise.all(['v-2', 'v-3'].map((vote) => asked(at, 'zhuchi', put(vote))));
  expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(keysIn(at)).toHaveLength(1);
});

test('a backup of an open vote has its ballots and no key; restored, the vote is void by rule and its ballots go', async () => {
  const at = await hall();
  await opened(at);
  const given = await cast(at);
  const [key = ''] = keysIn(at).map((name) => readFileSync(join(at.folder.ballotKeys, name), 'utf8'));
  const { path } = await takeBackup({ from: { ...at.folder, mode: 'live' }, into: await tempFolder(), now: 1, version: '0' });
  const backup = bytesIn(path);
  expect(given.every((one) => backup.includes(one))).toBe(true);
  expect(backup).not.toContain(/"privateKey":"([0-9a-f]+)"/.exec(key)?.[1]);
  // As after a restoration: the same facts, and no keys beside them.
  await at.close();
  rmSync(at.folder.ballotKeys, { recursive: true });
  const restored = await hall({ path: at.folder.path });
  await sweep(restored);
  expect(await voteOf(restored)).toMatchObject({ phase: 'void', reason: 'keyLost' });
  expect(await restored.state(meeting)).toMatchObject({ motions: { m1: { phase: 'voided', rule: 'keyLost' } } });
  await destroyed(restored);
  expect(await restored.store.eventLog.ballots(meeting)).toEqual([]);
});

test('V48 a process that died between the count and the destruction: the next one destroys what it finds', async () => {
  const at = await hall();
  await opened(at);
  const given = await cast(at);
  await at.close();
  // Counted by a process that never came to its timers.
  const dying = await hall({ path: at.folder.path });
  const host = await dying.rooms.host(meeting);
  const closing = host?.submit(close, { by: personId('zhuchi'), command: commandId('c-close') });
  await host?.close();
  expect(await closing).toMatchObject({ ok: true });
  await dying.close();
  expect(existsSync(at.folder.ballotKeys)).toBe(true);
  const next = await hall({ path: at.folder.path });
  await sweep(next);
  await destroyed(next);
  const left = bytesIn(at.folder.path);
  expect(given.filter((one) => left.includes(one.slice(4, 40)))).toEqual([]);
  expect(keysIn(next)).toEqual([]);
});

test('V48 at start a key of a vote that never opened goes, one of an open vote stays', async () => {
  const at = await hall();
  await opened(at);
  at.ballots.makeKey(meeting, voteId('v-never'));
  at.ballots.makeKey(meetingId('m-unknown'), voteId('v-9'));
  expect(keysIn(at)).toHaveLength(3);
  await sweep(at);
  expect(keysIn(at)).toHaveLength(1);
  await cast(at);
  await must(at, 'zhuchi', close);
  expect(await voteOf(at)).toMatchObject({ phase: 'counted' });
});

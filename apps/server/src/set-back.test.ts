import { commandId, personId, stageId, type Command } from '@xieshang/meeting';
import { m1, mishu, plan, zhang, zhuchi } from '@xieshang/meeting/testing';
import type { Standing } from '@xieshang/protocol';
import { writeEpoch, type EpochStatement } from '@xieshang/protocol/epoch';
import { createReplica, openHost, type Host, type Line } from '@xieshang/room';
import { judge, type Verdict } from '@xieshang/room/set-back';
import { byHand, memoryLog } from '@xieshang/room/testing';
import { expect, test } from 'vitest';
import { openKeys, type Keys } from './keys.ts';
import { tempFolder } from './testing/hall.ts';

const meeting = plan().notice.meeting;
const start = 1_653_541_200_000;
const [takenAt, restoredAt] = [start + 1000, start + 9000];

const before: readonly (readonly [string, Command])[] = [
  [mishu, { type: 'ConveneMeeting', plan: plan() }],
  [zhang, { type: 'CheckIn' }],
  [zhuchi, { type: 'OpenMeeting' }],
  [zhuchi, { type: 'MoveToStage', stageId: stageId('voting') }],
  [zhuchi, { type: 'OpenVoting', motionIds: [m1] }],
];
const vote: readonly [string, Command] = [zhang, { type: 'CastVote', motionId: m1, choice: 'approve' }];

/** A server's copy of the meeting after some commands, in a process of its own. */
async function hostAfter(commands: readonly (readonly [string, Command])[], salt: string): Promise<Host> {
  const hands = byHand(start);
  const host = await openHost(meeting, memoryLog(), { ...hands.world, salt: () => salt.repeat(32) });
  for (const [place, [by, body]] of commands.entries()) {
    const answer = host.submit(body, { by: personId(by), command: commandId(`c-${place}`) });
    await hands.settle();
    expect(await answer).toMatchObject({ ok: true });
  }
  return host;
}

interface Server {
  readonly host: Host;
  readonly standing: Standing;
}

const lineTo = (server: () => Server): Line => ({
  hello: (lastSeq) => {
    const { host, standing } = server();
    const { seq, head, missed } = host.attend({ person: zhang, hear: () => undefined }, lastSeq);
    return Promise.resolve({ ok: true, you: zhang, seq, head, standing, ...missed });
  },
  command: () => Promise.reject(new Error('nothing is sent here')),
});

interface Told {
  readonly statement?: Partial<EpochStatement>;
  readonly signedBy?: Keys;
  readonly namedKey?: Keys;
  readonly afterwards?: readonly (readonly [string, Command])[];
  /** Whether the statement was known before the page came. */
  readonly known?: boolean;
}

/** What a page that has seen the vote makes of a server that has not. */
async function meets({ statement = {}, signedBy, namedKey, afterwards = [], known = false }: Told) {
  const keys = openKeys(await tempFolder());
  const [first, second] = [await hostAfter([...before, vote], 'a'), await hostAfter([...before, ...afterwards], 'a')];
  const kept = (await hostAfter(before, 'a')).history();
  const text = writeEpoch({ v: 1, meeting, seq: kept.seq, head: kept.head, takenAt, restoredAt, ...statement });
  const epoch = { statement: text, signature: (signedBy ?? keys).sign(text) };
  const standing: Standing = { key: keys.publicKey, epochs: known ? [epoch] : [] };
  let server: Server = { host: await hostAfter(before.slice(0, 2), 'a'), standing };
  const replica = createReplica({
    meeting,
    line: lineTo(() => server),
    now: () => start,
    newCommandId: () => commandId('never'),
    changed: () => undefined,
    later: () => undefined,
  });
  await replica.connected();
  server = { host: first, standing };
  await replica.connected();
  expect(replica.picture()).toMatchObject({ chain: 'holds', setBack: null });
  server = { host: second, standing: { key: (namedKey ?? keys).publicKey, epochs: [epoch] } };
  await replica.connected();
  const { setBack, ...picture } = replica.picture();
  const verdict: Verdict | null = setBack && judge(setBack);
  return { verdict, picture, keys, head: second.history() };
}

test('a signed restoration is explained: when, how much, and which vote is gone', async () => {
  const { verdict, picture, keys, head } = await meets({});
  expect(verdict).toEqual({
    kind: 'explained',
    explanation: { takenAt, restoredAt, missing: 1, lostVotes: [m1], pending: [], fingerprint: keys.fingerprint },
  });
  expect(picture).toMatchObject({ seq: head.seq, head: head.head });
});

test('also when the restored server has gone on past what was seen', async () => {
  const going = [zhuchi, { type: 'CloseVoting', motionIds: [m1] }] as const;
  const announcing = [zhuchi, { type: 'AnnounceResult', motionIds: [m1] }] as const;
  const { verdict, picture, head } = await meets({ afterwards: [going, announcing] });
  expect(verdict).toMatchObject({ kind: 'explained', explanation: { missing: 1, lostVotes: [m1] } });
  expect(picture).toMatchObject({ seq: head.seq, head: head.head, state: { phase: 'inSession' } });
});

test('a vote that was cast again the same way is not called gone', async () => {
  const { verdict } = await meets({ afterwards: [[zhuchi, { type: 'HandOverChair', to: personId('zhuchi2') }], vote] });
  expect(verdict).toMatchObject({ kind: 'explained', explanation: { lostVotes: [] } });
});

test('of a meeting that had no log the statement of all the others speaks', async () => {
  const { verdict, picture } = await meets({ statement: { meeting: null, seq: 0, head: null } });
  expect(verdict).toMatchObject({ kind: 'explained', explanation: { missing: picture.seq + 1 } });
});

test('another key is named, and explains nothing', async () => {
  const other = openKeys(await tempFolder());
  expect((await meets({ signedBy: other, namedKey: other })).verdict).toEqual({ kind: 'otherKey', fingerprint: other.fingerprint });
});

test.each([
  ['signed by somebody else', async () => ({ signedBy: openKeys(await tempFolder()) })],
  ['of another meeting', async () => ({ statement: { meeting: 'other' } })],
  ['with a head that was never seen there', async () => ({ statement: { seq: 5, head: '0'.repeat(64) } })],
  ['that keeps all that was seen', async () => ({ statement: { seq: 99 } })],
])('a statement %s explains nothing', async (_what, told) => {
  const { verdict, picture } = await meets(await told());
  expect(picture.chain).toBe('broken');
  expect(verdict ?? { kind: 'forged' }).toEqual({ kind: 'forged' });
});

test('a statement that was known before explains no second time', async () => {
  const { verdict, picture } = await meets({ known: true });
  expect([verdict, picture.chain]).toEqual([null, 'broken']);
});

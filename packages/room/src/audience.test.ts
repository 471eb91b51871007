import { materialId, meetingId, type Command, type Material, type PersonId, type SharedView } from '@xieshang/meeting';
import { bumen1, li, m1, mishu, pangting, plan, recommendation, t0, wang, zhang, zhuchi } from '@xieshang/meeting/testing';
import { digestOf, type Delivery } from '@xieshang/protocol';
import { expect, test } from 'vitest';
import { deliveriesOf, type Seat, type Told } from './audience.ts';
import { openStage, type Stage } from './testing/stage.ts';

const meeting = meetingId('small');
const secretWord = 'f'.repeat(64);

async function convened(): Promise<Stage> {
  const stage = await openStage(meeting, t0);
  await stage.submit(mishu, { type: 'ConveneMeeting', plan: plan() });
  return stage;
}

interface Listener {
  readonly seat: Seat;
  readonly told: Delivery[];
  readonly lists: (readonly Delivery[])[];
}

function listen(stage: Stage, person: PersonId, lastSeq = 0): Listener {
  const told: Delivery[] = [];
  const lists: (readonly Delivery[])[] = [];
  const hear = (heard: Told): void => {
    const deliveries = deliveriesOf(heard);
    told.push(...deliveries);
    lists.push(deliveries);
  };
  return { seat: stage.host().attend({ person, hear }, lastSeq), told, lists };
}

const readable = (deliveries: readonly Delivery[]): readonly boolean[] => deliveries.map((one) => 'bytes' in one);

/** Everything that left the house for somebody, as text. */
const leaked = ({ seat, told }: Listener): string => JSON.stringify([seat, told]);

const shared = ({ missed }: Seat): SharedView => JSON.parse('snapshot' in missed ? missed.snapshot.shared : 'null');

async function open(stage: Stage): Promise<void> {
  for (const person of [zhang, li, wang]) await stage.submit(person, { type: 'CheckIn' });
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  await stage.submit(zhuchi, { type: 'OpenVoting', motionIds: [m1] });
}

const vote: Command = { type: 'CastVote', motionId: m1, choice: 'oppose' };

test.each([
  ['the voter', li, true],
  ['another member', wang, false],
  ['the moderator', zhuchi, false],
  ['a department', bumen1, false],
  ['an observer', pangting, false],
])('law 6: of a vote under way %s is told %s: %s', async (_name, person, whole) => {
  const stage = await convened();
  await open(stage);
  const { seq } = stage.host().history();
  const listener = listen(stage, person, seq);
  await stage.submit(li, vote);
  expect(readable(listener.told)).toEqual([whole]);
  const later = listen(stage, person, seq).seat.missed;
  expect(later).toEqual({ events: listener.told });
});

test('law 6: a digest stands for the bytes in the chain, and shows nothing of them', async () => {
  const stage = await convened();
  await open(stage);
  const listener = listen(stage, wang, stage.host().history().seq);
  await stage.submit(li, vote);
  const stored = (await stage.log.log.read(meeting, 0)).at(-1);
  expect(listener.told).toEqual([{ seq: stored?.seq, digest: digestOf(stored?.bytes ?? '') }]);
});

test.each([bumen1, pangting])('law 6: %s never sees a draft before it is put to the vote', async (person) => {
  const stage = await convened();
  const fromTheStart = listen(stage, person, 1);
  const newcomer = listen(stage, person);
  await stage.submit(mishu, { type: 'ReviseRecommendation', motionId: m1, text: '建议1（改）', reason: '措辞' });
  await stage.submit(mishu, { type: 'TableRecommendation', recommendation: recommendation('m3', 3) });
  for (const listener of [fromTheStart, newcomer]) expect(leaked(listener)).not.toContain('建议');
  expect(readable(fromTheStart.told)).toEqual([false, false]);
});

test.each([bumen1, pangting])('law 6: %s is not told of what only members may read', async (person) => {
  const stage = await convened();
  const listener = listen(stage, person);
  const material: Material = {
    materialId: materialId('d1'),
    name: '内部材料',
    mime: 'text/plain',
    bytes: 1,
    sha256: secretWord,
    circle: 'members',
  };
  await stage.submit(mishu, { type: 'AddMaterial', material });
  expect(leaked(listener)).not.toContain('内部材料');
  expect(leaked(listen(stage, person))).not.toContain('内部材料');
  expect(leaked(listen(stage, li))).toContain('内部材料');
});

test('law 6: why somebody asks for leave is between that person and the office', async () => {
  const stage = await convened();
  const listeners = [wang, bumen1, li, mishu].map((person) => listen(stage, person));
  await stage.submit(li, { type: 'RequestLeave', reasonDigest: secretWord });
  expect(listeners.map(({ told }) => readable(told))).toEqual([[false], [false], [true], [true]]);
  expect([wang, bumen1, li, mishu].map((person) => leaked(listen(stage, person)).includes(secretWord))).toEqual([false, false, true, true]);
});

test('law 6: a newcomer sees the own vote and nobody else’s', async () => {
  const stage = await convened();
  await open(stage);
  await stage.submit(li, vote);
  const wangs = listen(stage, wang).seat;
  const lis = listen(stage, li).seat;
  expect(shared(wangs)).toMatchObject({ motions: { m1: { votes: {} } } });
  expect('snapshot' in wangs.missed && JSON.parse(wangs.missed.snapshot.own)).toMatchObject({ votes: {} });
  expect('snapshot' in lis.missed && JSON.parse(lis.missed.snapshot.own)).toMatchObject({ votes: { m1: 'oppose' } });
});

test('what a circle is told is made once for all of it', async () => {
  const stage = await convened();
  const members = [zhang, wang].map((person) => listen(stage, person));
  const office = listen(stage, zhuchi);
  await stage.submit(mishu, {
    type: 'AddMaterial',
    material: { materialId: materialId('d1'), name: '甲', mime: 'text/plain', bytes: 1, sha256: secretWord, circle: 'public' },
  });
  expect(members[0]?.lists[0]).toBe(members[1]?.lists[0]);
  expect(office.lists.length).toBe(1);
  expect(shared(listen(stage, zhang).seat)).toEqual(shared(listen(stage, wang).seat));
});

test('law 6: who is taken off the roll is told from that fact on what observers are', async () => {
  const stage = await convened();
  const listener = listen(stage, li);
  await stage.submit(mishu, { type: 'ReviseRecommendation', motionId: m1, text: '建议1（改）', reason: '措辞' });
  await stage.submit(mishu, { type: 'RemoveAttendee', person: li, reason: '退出' });
  await stage.submit(mishu, { type: 'ReviseRecommendation', motionId: m1, text: '建议1（再改）', reason: '措辞' });
  expect(readable(listener.told)).toEqual([true, true, false]);
});

test('who has left the seat is told nothing more', async () => {
  const stage = await convened();
  const listener = listen(stage, li);
  listener.seat.leave();
  await stage.submit(li, { type: 'CheckIn' });
  expect(listener.told).toEqual([]);
});

test.each([
  ['nothing yet', 0],
  ['more than there is', 99],
])('law 4: who has seen %s gets a snapshot', async (_name, lastSeq) => {
  const stage = await convened();
  expect('snapshot' in listen(stage, li, lastSeq).seat.missed).toBe(true);
});

test('law 4: who was away for more than 2000 facts gets a snapshot, for 2000 the facts', async () => {
  const stage = await convened();
  for (let place = 0; place < 2001; place += 1) void stage.post(li, { type: 'CheckIn', where: place % 2 === 0 ? 'hall' : 'online' });
  await stage.hands.settle();
  expect(stage.host().history().seq).toBe(2003);
  expect('snapshot' in listen(stage, zhang, 2).seat.missed).toBe(true);
  expect(listen(stage, zhang, 3).seat.missed).toMatchObject({ events: { length: 2000 } });
});

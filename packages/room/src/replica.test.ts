import { commandId, isPresent, meetingId, view, type Command } from '@xieshang/meeting';
import { li, m1, mishu, plan, stranger, t0, wang, zhang, zhuchi, bumen1 } from '@xieshang/meeting/testing';
import type { Delivery } from '@xieshang/protocol';
import { expect, test } from 'vitest';
import { deliveriesOf } from './audience.ts';
import { createReplica, type Look, type Replica } from './replica.ts';
import { openStage, type Participant, type Stage } from './testing/stage.ts';
import { quiet } from './testing/surroundings.ts';

const meeting = meetingId('small');
const checkIn: Command = { type: 'CheckIn' };
const approve: Command = { type: 'CastVote', motionId: m1, choice: 'approve' };

async function convened(): Promise<Stage> {
  const stage = await openStage(meeting, t0);
  await stage.submit(mishu, { type: 'ConveneMeeting', plan: plan() });
  return stage;
}

async function joined(stage: Stage, person = li): Promise<Participant> {
  const one = stage.participant(person);
  one.join();
  await stage.calm();
  return one;
}

const seqOf = (one: Participant): number => one.replica.picture().seq;

/** Who is seen to have checked in. */
function presentIn(replica: Replica): readonly string[] {
  const { state } = replica.picture();
  if (state.phase === 'notConvened') return [];
  const { roll } = state;
  return roll.attendees.map(({ person }) => person).filter((person) => isPresent(roll, person));
}

test('a replica that joined holds what its attendee may see', async () => {
  const stage = await convened();
  const one = await joined(stage, bumen1);
  const { seq, head } = stage.host().history();
  expect(one.replica.picture()).toMatchObject({
    you: bumen1,
    seq,
    head,
    chain: 'holds',
    refused: null,
    state: view(stage.stateNow(), { person: bumen1, role: 'departmentRep' }),
  });
});

const world = { meeting, now: () => t0, newCommandId: () => commandId('c-1'), changed: () => undefined, later: () => undefined };

/** What is seen of the meeting without a line. */
async function lookAt(stage: Stage): Promise<Look> {
  const { seq, head, missed, leave } = stage.host().attend({ person: li, hear: () => undefined }, 0);
  leave();
  if (!('snapshot' in missed)) throw new Error('a snapshot was expected');
  return { ok: true, you: li, seq, head, ...missed };
}

async function looking(stage: Stage) {
  const { wire } = stage.participant(li);
  return { wire, replica: createReplica({ ...world, line: wire.line }, await lookAt(stage)) };
}

test('a replica that begins with a look shows it before there is a line, and asks only for what came since', async () => {
  const stage = await convened();
  const { wire, replica } = await looking(stage);
  expect(replica.picture()).toMatchObject({ you: li, seq: 2, state: view(stage.stateNow(), { person: li, role: 'member' }) });
  await stage.submit(zhang, checkIn);
  wire.connect();
  void replica.connected();
  await stage.calm();
  expect(replica.picture()).toMatchObject({ seq: 3, chain: 'holds' });
  expect(presentIn(replica)).toEqual([zhang]);
});

test('laws 2, 3: what is sent after a look and before the line is up goes with the line, once', async () => {
  const stage = await convened();
  const { wire, replica } = await looking(stage);
  const answer = replica.send(checkIn);
  await quiet();
  expect(replica.picture()).toMatchObject({ pending: [{ body: checkIn }] });
  expect(presentIn(replica)).toEqual([]);
  wire.connect();
  void replica.connected();
  await stage.calm();
  expect(await answer).toEqual({ ok: true, seq: 3 });
  expect((await stage.log.log.read(meeting, 0)).length).toBe(3);
});

test('law 5: a look that the server contradicts is not trusted', async () => {
  const [seen, setBack] = [await convened(), await convened()];
  await seen.submit(zhang, checkIn);
  const look = await lookAt(seen);
  const { wire } = setBack.participant(li);
  const replica = createReplica({ ...world, line: wire.line }, look);
  expect(replica.picture()).toMatchObject({ seq: 3, chain: 'holds' });
  wire.connect();
  void replica.connected();
  await setBack.calm();
  expect(replica.picture()).toMatchObject({ seq: 2, chain: 'broken' });
});

test('law 4: a replica follows fact by fact, digests too', async () => {
  const stage = await convened();
  const one = await joined(stage, bumen1);
  await stage.submit(li, { type: 'RequestLeave', reasonDigest: 'a'.repeat(64) });
  await stage.submit(zhang, checkIn);
  await stage.calm();
  expect(one.replica.picture()).toMatchObject({ seq: 4, head: stage.host().history().head });
});

test('law 4: a replica that misses a fact asks from its last seq', async () => {
  const stage = await convened();
  const one = await joined(stage);
  const [, third, fourth] = await factsAfter(stage, one);
  if (!third || !fourth) throw new Error('three facts were expected');
  one.replica.heard([fourth]);
  expect(seqOf(one)).toBe(2);
  expect(one.wire.inFlight().up).toBe(1);
  await stage.calm();
  expect(one.replica.picture()).toMatchObject({ seq: 5, head: stage.host().history().head });
});

/** Three facts told to somebody else in the same circle while the participant is cut off. */
async function factsAfter(stage: Stage, one: Participant) {
  one.wire.drop();
  const told: { readonly seq: number; readonly bytes: string }[] = [];
  stage
    .host()
    .attend(
      { person: one.person, hear: (heard) => told.push(...deliveriesOf(heard).flatMap((each) => ('bytes' in each ? [each] : []))) },
      seqOf(one),
    );
  for (const person of [zhang, li, wang]) await stage.submit(person, checkIn);
  one.wire.connect();
  return told;
}

test('law 4: what is heard twice, or late, counts once', async () => {
  const stage = await convened();
  const one = await joined(stage);
  const facts = await factsAfter(stage, one);
  one.replica.heard(facts);
  one.replica.heard(facts);
  one.replica.heard(facts.slice(0, 1));
  expect(one.replica.picture()).toMatchObject({ seq: 5, head: stage.host().history().head });
});

test('law 4: what is heard while the hello is under way comes after its answer', async () => {
  const stage = await convened();
  const one = stage.participant(li);
  one.join();
  one.wire.carryUp();
  await stage.submit(zhang, checkIn);
  const facts = await stage.log.log.read(meeting, 2);
  one.replica.heard(facts.map(({ seq, bytes }) => ({ seq, bytes })));
  expect(seqOf(one)).toBe(0);
  await stage.calm();
  expect(one.replica.picture()).toMatchObject({ seq: 3, head: stage.host().history().head });
  expect(presentIn(one.replica)).toEqual([zhang]);
});

test('law 5: a fact that was changed on the way is found out at the next hello', async () => {
  const stage = await convened();
  const one = await joined(stage);
  const [first, ...rest] = await factsAfter(stage, one);
  if (!first) throw new Error('a fact was expected');
  one.replica.heard([{ ...first, bytes: first.bytes.replace('hall', 'online') }, ...rest]);
  expect(one.replica.picture().chain).toBe('holds');
  one.join();
  await stage.calm();
  expect(one.replica.picture().chain).toBe('broken');
});

test('law 5: a server that was set back contradicts what was seen', async () => {
  const earlier = await convened();
  const stage = await convened();
  const here = stage.participant(li);
  const there = earlier.participant(li);
  for (const one of [here, there]) one.wire.connect();
  let line = here.wire.line;
  const world = { meeting, now: () => t0, newCommandId: () => commandId('c-1'), changed: () => undefined, later: () => undefined };
  const replica = createReplica({ ...world, line: { hello: (seq) => line.hello(seq), command: (id, body) => line.command(id, body) } });
  await stage.submit(zhang, checkIn);
  void replica.connected();
  await stage.calm();
  expect(replica.picture()).toMatchObject({ seq: 3, chain: 'holds' });
  line = there.wire.line;
  void replica.connected();
  await earlier.calm();
  expect(replica.picture()).toMatchObject({ seq: 2, chain: 'broken' });
});

test('a command that the meeting would refuse is refused without being sent', async () => {
  const stage = await convened();
  const one = await joined(stage);
  expect(await one.replica.send({ type: 'OpenMeeting' })).toEqual({ ok: false, refusal: { type: 'NotPermitted', role: 'member' } });
  expect({ pending: one.replica.picture().pending, up: one.wire.inFlight().up }).toEqual({ pending: [], up: 0 });
});

test('who is not on the roll is told so and is sent nothing', async () => {
  const stage = await convened();
  const one = await joined(stage, stranger);
  expect(one.replica.picture()).toMatchObject({ refused: { type: 'NotOnRoll' }, state: { phase: 'notConvened' } });
});

test('a command is pending until it is answered, and shows only once it is a fact', async () => {
  const stage = await convened();
  const one = await joined(stage);
  const answer = one.replica.send(checkIn);
  expect(one.replica.picture()).toMatchObject({ pending: [{ body: checkIn }] });
  expect(presentIn(one.replica)).toEqual([]);
  await stage.calm();
  expect(await answer).toEqual({ ok: true, seq: 3 });
  expect(one.replica.picture()).toMatchObject({ pending: [] });
  expect(presentIn(one.replica)).toEqual([li]);
});

test('an answer may come before its facts: the command is pending until they are here', async () => {
  const stage = await convened();
  const told: Delivery[] = [];
  const seat = stage.host().attend({ person: li, hear: (heard) => told.push(...deliveriesOf(heard)) }, 0);
  const replica = createReplica({
    meeting,
    line: {
      hello: () => Promise.resolve({ ok: true, you: li, seq: seat.seq, head: seat.head, ...seat.missed }),
      command: async () => {
        const accepted = stage.submit(zhang, checkIn);
        await stage.calm();
        return accepted;
      },
    },
    ...{ now: () => t0, newCommandId: () => commandId('c-1'), changed: () => undefined, later: () => undefined },
  });
  await replica.connected();
  expect(await replica.send(checkIn)).toEqual({ ok: true, seq: 3 });
  expect(replica.picture()).toMatchObject({ seq: 2, pending: [{ id: 'c-1' }] });
  replica.heard(told);
  expect(replica.picture()).toMatchObject({ seq: 3, pending: [] });
});

test.each([
  ['the command', 0],
  ['its answer', 1],
])('law 3: %s is lost with the line; after the next connection it has exactly one effect', async (_name, carried) => {
  const stage = await convened();
  const one = await joined(stage);
  const answer = one.replica.send(checkIn);
  for (let frame = 0; frame < carried; frame += 1) one.wire.carryUp();
  await stage.hands.settle();
  one.wire.drop();
  await quiet();
  expect(one.replica.picture().pending.length).toBe(1);
  one.join();
  await stage.calm();
  expect(await answer).toEqual({ ok: true, seq: 3 });
  expect((await stage.log.log.read(meeting, 0)).length).toBe(3);
  expect(one.replica.picture()).toMatchObject({ pending: [], seq: 3 });
});

test('law 3: the process dies between commit and answer; the command is answered by the next and done once', async () => {
  const stage = await convened();
  const one = await joined(stage);
  stage.log.trouble('silent');
  const answer = one.replica.send(checkIn);
  await stage.calm();
  expect(seqOf(one)).toBe(2);
  await stage.crash();
  one.join();
  await stage.calm();
  expect(await answer).toEqual({ ok: true, seq: 3 });
  expect((await stage.log.log.read(meeting, 0)).length).toBe(3);
});

test('law 2: what the server could not store stays pending and is sent again under the same id', async () => {
  const stage = await convened();
  const one = await joined(stage);
  stage.log.trouble('unsure');
  const answer = one.replica.send(checkIn);
  await stage.calm();
  expect(one.replica.picture().pending.length).toBe(1);
  one.again();
  await stage.calm();
  expect(await answer).toEqual({ ok: true, seq: 3 });
  expect((await stage.log.log.read(meeting, 0)).length).toBe(3);
});

test('a line that breaks during the hello leaves the replica as it was, ready to be connected again', async () => {
  const stage = await convened();
  const one = stage.participant(li);
  one.wire.connect();
  const connecting = one.replica.connected();
  one.wire.drop();
  await expect(connecting).rejects.toThrow('broken');
  expect(one.replica.picture()).toMatchObject({ seq: 0, refused: null });
  one.join();
  await stage.calm();
  expect(seqOf(one)).toBe(2);
});

test('the host has the last word where a replica is behind', async () => {
  const stage = await convened();
  const one = await joined(stage);
  for (const person of [li, zhang]) await stage.submit(person, checkIn);
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  await stage.submit(zhuchi, { type: 'OpenVoting', motionIds: [m1] });
  await stage.calm();
  await stage.submit(zhuchi, { type: 'CloseVoting', motionIds: [m1] });
  const answer = one.replica.send(approve);
  await stage.calm();
  expect(await answer).toEqual({ ok: false, refusal: { type: 'VotingIsClosed', motionId: m1 } });
  expect(one.replica.picture().pending).toEqual([]);
});

test('law 6: whose role changes sees with other eyes at once', async () => {
  const stage = await convened();
  const one = await joined(stage, bumen1);
  const reason = '换人';
  await stage.submit(mishu, { type: 'RemoveAttendee', person: bumen1, reason });
  await stage.submit(mishu, { type: 'AddAttendee', attendee: { person: bumen1, name: '丙', role: 'member' }, reason });
  await stage.calm();
  expect(one.replica.picture().state).toEqual(view(stage.stateNow(), { person: bumen1, role: 'member' }));
});

test('who is taken off the roll before the answer came still gets one', async () => {
  const stage = await convened();
  const one = await joined(stage);
  const answer = one.replica.send(checkIn);
  one.wire.drop();
  await stage.submit(mishu, { type: 'RemoveAttendee', person: li, reason: '调离' });
  one.join();
  await stage.calm();
  expect(await answer).toEqual({ ok: false, refusal: { type: 'NotOnRoll' } });
  expect(one.replica.picture()).toMatchObject({ pending: [], refused: { type: 'NotOnRoll' } });
});

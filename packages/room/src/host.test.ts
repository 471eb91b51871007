import { commandId, meetingId, noVotes, withVote, type Command } from '@xieshang/meeting';
import { e1, electionPaper, li, m1, mishu, plan, t0, wang, zhang, zhuchi } from '@xieshang/meeting/testing';
import { readRecord, type Delivery } from '@xieshang/protocol';
import { expect, test } from 'vitest';
import { openStage, type Stage } from './testing/stage.ts';
import { deliveriesOf } from './audience.ts';
import { openHost } from './host.ts';
import { byHand } from './testing/surroundings.ts';
import { memoryLog } from './testing/memory-log.ts';
import type { StoredEvent } from './ports.ts';

const meeting = meetingId('small');
const checkIn: Command = { type: 'CheckIn' };

async function convened(): Promise<Stage> {
  const stage = await openStage(meeting, t0);
  await stage.submit(mishu, { type: 'ConveneMeeting', plan: plan() });
  return stage;
}

async function votingOpen(): Promise<Stage> {
  const stage = await convened();
  for (const person of [zhang, li, wang]) await stage.submit(person, checkIn);
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  await stage.submit(zhuchi, { type: 'OpenVoting', motionIds: [m1] });
  return stage;
}

/** What somebody in the room is told, from now on. */
function listen(stage: Stage, person = zhuchi): Delivery[] {
  const told: Delivery[] = [];
  stage.host().attend({ person, hear: (heard) => void told.push(...deliveriesOf(heard)) }, stage.host().history().seq);
  return told;
}

const written = (stage: Stage): Promise<readonly StoredEvent[]> => stage.log.log.read(meeting, 0);

test('law 2: nobody is told and nothing is answered before the append has', async () => {
  const stage = await convened();
  const told = listen(stage);
  const release = stage.log.hold();
  let answered = false;
  const answer = stage.post(li, checkIn).then((given) => {
    answered = true;
    return given;
  });
  await stage.hands.settle();
  expect({ told, answered, seq: stage.host().history().seq }).toEqual({ told: [], answered: false, seq: 2 });
  release();
  await stage.hands.settle();
  expect(told.map(({ seq }) => seq)).toEqual([3]);
  expect(await answer).toEqual({ ok: true, seq: 3 });
});

test('law 2: a newcomer during an append is shown only what is on disk, then told the rest', async () => {
  const stage = await convened();
  const release = stage.log.hold();
  void stage.post(li, checkIn);
  await stage.hands.settle();
  const told: Delivery[] = [];
  const seat = stage.host().attend({ person: zhang, hear: (heard) => void told.push(...deliveriesOf(heard)) }, 2);
  expect({ seq: seat.seq, missed: seat.missed }).toEqual({ seq: 2, missed: { events: [] } });
  release();
  await stage.hands.settle();
  expect(told.map(({ seq }) => seq)).toEqual([3]);
});

test('law 2: commands that arrive while an append runs share the next one', async () => {
  const stage = await convened();
  const release = stage.log.hold();
  const before = stage.log.appends();
  const first = stage.post(zhang, checkIn);
  await stage.hands.settle();
  const others = [li, wang].map((person) => stage.post(person, checkIn));
  await stage.hands.settle();
  release();
  await stage.hands.settle();
  expect(await Promise.all([first, ...others])).toEqual([3, 4, 5].map((seq) => ({ ok: true, seq })));
  expect(stage.log.appends() - before).toBe(2);
});

test('a refusal changes nothing and touches no disk', async () => {
  const stage = await convened();
  const before = stage.log.appends();
  expect(await stage.submit(zhang, { type: 'OpenMeeting' })).toEqual({ ok: false, refusal: { type: 'NotPermitted', role: 'member' } });
  expect(stage.log.appends()).toBe(before);
});

test('in one turn each command is decided after those before it', async () => {
  const stage = await convened();
  const answers = [
    stage.post(zhuchi, { type: 'OpenVoting', motionIds: [m1] }),
    stage.post(li, checkIn),
    stage.post(zhuchi, { type: 'OpenMeeting' }),
    stage.post(zhuchi, { type: 'OpenVoting', motionIds: [m1] }),
    stage.post(li, { type: 'CastVote', motionId: m1, choice: 'approve' }),
  ];
  await stage.hands.settle();
  expect((await Promise.all(answers)).map(({ ok }) => ok)).toEqual([false, true, true, true, true]);
  expect(stage.log.appends()).toBe(2);
});

test('law 3: the same id gets the same answer and has one effect', async () => {
  const stage = await votingOpen();
  const vote: Command = { type: 'CastVote', motionId: m1, choice: 'approve' };
  const first = await stage.submit(li, vote, 'vote-1');
  await stage.submit(wang, { type: 'CastVote', motionId: m1, choice: 'oppose' });
  const before = (await written(stage)).length;
  expect(await stage.submit(li, vote, 'vote-1')).toEqual(first);
  expect((await written(stage)).length).toBe(before);
});

test('law 3: the same id twice in one turn is one command', async () => {
  const stage = await convened();
  const twice = [stage.post(li, checkIn, 'in-1'), stage.post(li, checkIn, 'in-1')];
  await stage.hands.settle();
  expect(await Promise.all(twice)).toEqual([
    { ok: true, seq: 3 },
    { ok: true, seq: 3 },
  ]);
  expect((await written(stage)).length).toBe(3);
});

test('law 3: the same id gets the same answer from the next process', async () => {
  const stage = await votingOpen();
  const first = await stage.submit(li, { type: 'CastVote', motionId: m1, choice: 'approve' }, 'vote-1');
  await stage.submit(wang, { type: 'CastVote', motionId: m1, choice: 'oppose' });
  await stage.crash();
  expect(await stage.submit(li, { type: 'CastVote', motionId: m1, choice: 'oppose' }, 'vote-1')).toEqual(first);
  expect(stage.stateNow()).toMatchObject({ motions: { m1: { votes: withVote(noVotes, li, 'approve') } } });
});

test('law 3: a refused id stays refused, even when it would be allowed now', async () => {
  const stage = await convened();
  const refused = await stage.submit(zhuchi, { type: 'OpenVoting', motionIds: [m1] }, 'open-1');
  await stage.submit(li, checkIn);
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  expect(refused.ok).toBe(false);
  expect(await stage.submit(zhuchi, { type: 'OpenVoting', motionIds: [m1] }, 'open-1')).toEqual(refused);
});

test.each(['at once', 'later', 'after a restart'])("law 3: another person's id is refused %s", async (when) => {
  const stage = await convened();
  const first = stage.post(li, checkIn, 'in-1');
  if (when !== 'at once') await stage.hands.settle();
  if (when === 'after a restart') await stage.crash();
  expect(await stage.submit(zhang, checkIn, 'in-1')).toEqual({ ok: false, refusal: { type: 'CommandIdTaken' } });
  expect(await first).toEqual({ ok: true, seq: 3 });
  expect((await written(stage)).length).toBe(3);
});

test('law 5: what is stored is what is hashed, linked from the first fact on', async () => {
  const stage = await votingOpen();
  const reopened = await openHost(meeting, stage.log.log, stage.hands.world);
  expect(reopened.history()).toEqual(stage.host().history());
  expect((await written(stage)).at(-1)?.hash).toBe(stage.host().history().head);
});

test.each([
  [
    'a changed byte',
    (events: readonly StoredEvent[]) => events.map((one) => (one.seq === 3 ? { ...one, bytes: one.bytes.replace('hall', 'HALL') } : one)),
  ],
  ['a missing fact', (events: readonly StoredEvent[]) => events.filter(({ seq }) => seq !== 3)],
  [
    'two facts exchanged',
    ([first, second, third, ...rest]: readonly StoredEvent[]) => [first, third, second, ...rest].flatMap((one) => one ?? []),
  ],
  ['a number changed', (events: readonly StoredEvent[]) => events.map((one) => (one.seq === 3 ? { ...one, seq: 4 } : one))],
])('law 5: a log with %s is not served', async (_name, spoil) => {
  const stage = await votingOpen();
  const { log } = stage.log;
  const spoiled = { ...log, read: async () => spoil(await log.read(meeting, 0)) };
  await expect(openHost(meeting, spoiled, stage.hands.world)).rejects.toThrow(/breaks at seq/);
});

test('an append that fails: NotStored, nothing told, nothing changed, and the operator hears of it', async () => {
  const stage = await convened();
  const told = listen(stage);
  stage.log.trouble('refused');
  expect(await stage.submit(li, checkIn)).toEqual({ ok: false, refusal: { type: 'NotStored' } });
  expect(told).toEqual([]);
  expect(stage.host().history().seq).toBe(2);
  expect(stage.host().storageFails()).toBe(true);
  expect(stage.hands.troubles.map(({ kind }) => kind)).toEqual(['storageFails']);
});

test('an id that was not stored may be sent again and then counts once', async () => {
  const stage = await convened();
  stage.log.trouble('refused');
  await stage.submit(li, checkIn, 'in-1');
  expect(await stage.submit(li, checkIn, 'in-1')).toEqual({ ok: true, seq: 3 });
  expect(stage.host().storageFails()).toBe(false);
});

test('law 2: an append that was durable but not answered is told and answered at the next turn, not done twice', async () => {
  const stage = await convened();
  const told = listen(stage);
  stage.log.trouble('unsure');
  expect(await stage.submit(li, checkIn, 'in-1')).toEqual({ ok: false, refusal: { type: 'NotStored' } });
  expect(told).toEqual([]);
  expect(await stage.submit(li, checkIn, 'in-1')).toEqual({ ok: true, seq: 3 });
  expect(told.map(({ seq }) => seq)).toEqual([3]);
  expect((await written(stage)).length).toBe(3);
});

test('a node that comes second folds what the first wrote and decides again', async () => {
  const stage = await votingOpen();
  const elsewhere = await openHost(meeting, stage.log.log, stage.hands.world);
  const told = listen(stage);
  const close = elsewhere.submit({ type: 'CloseVoting', motionIds: [m1] }, { by: zhuchi, command: commandId('close-1') });
  await stage.hands.settle();
  expect(await close).toMatchObject({ ok: true });
  const late = await stage.submit(li, { type: 'CastVote', motionId: m1, choice: 'approve' });
  expect(late).toEqual({ ok: false, refusal: { type: 'VotingIsClosed', motionId: m1 } });
  expect(told.map(({ seq }) => seq)).toEqual([elsewhere.history().seq]);
  expect(stage.host().history()).toEqual(elsewhere.history());
});

test("law 3: an id that another node gave somebody else's command is refused, the own one gets its answer", async () => {
  const stage = await convened();
  const elsewhere = await openHost(meeting, stage.log.log, stage.hands.world);
  const first = elsewhere.submit(checkIn, { by: li, command: commandId('in-1') });
  await stage.hands.settle();
  const answers = [stage.post(zhang, checkIn, 'in-1'), stage.post(wang, checkIn, 'in-2')];
  await stage.hands.settle();
  expect(await Promise.all(answers)).toEqual([
    { ok: false, refusal: { type: 'CommandIdTaken' } },
    { ok: true, seq: 4 },
  ]);
  expect(await stage.submit(li, checkIn, 'in-1')).toEqual(await first);
});

test('law 1: ids of timers are for the clock alone', async () => {
  const stage = await convened();
  expect(await stage.submit(li, checkIn, 'clock.acclamation.m1.1.0')).toEqual({ ok: false, refusal: { type: 'CommandIdTaken' } });
});

test('a listener that throws keeps nobody else from hearing', async () => {
  const stage = await convened();
  stage.host().attend(
    {
      person: zhuchi,
      hear: () => {
        throw new Error('a bug of the shell');
      },
    },
    0,
  );
  const told = listen(stage, zhang);
  expect(await stage.submit(li, checkIn)).toEqual({ ok: true, seq: 3 });
  expect(told.map(({ seq }) => seq)).toEqual([3]);
  expect(stage.host().storageFails()).toBe(false);
  expect(stage.hands.troubles.map(({ kind }) => kind)).toEqual(['bug']);
});

test('a closed host takes nothing more and waits for what is under way', async () => {
  const stage = await convened();
  const release = stage.log.hold();
  const answer = stage.post(li, checkIn);
  await stage.hands.settle();
  const closing = stage.host().close();
  expect(await stage.submit(wang, checkIn)).toEqual({ ok: false, refusal: { type: 'NotStored' } });
  release();
  await closing;
  expect(await answer).toEqual({ ok: true, seq: 3 });
});

test('after an append nobody knows the end of, nothing is decided before the log has been asked', async () => {
  const stage = await convened();
  await stage.submit(li, checkIn);
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  stage.log.trouble('unsure');
  await stage.submit(zhuchi, { type: 'OpenVoting', motionIds: [m1] });
  expect(await stage.submit(zhuchi, { type: 'CloseVoting', motionIds: [m1] })).toMatchObject({ ok: true });
  expect(await stage.submit(zhuchi, { type: 'AnnounceResult', motionIds: [m1] })).toMatchObject({ ok: true });
  expect(stage.hands.troubles.length).toBe(1);
});

test('a log that is in conflict with itself is reported, not asked for ever', async () => {
  const stage = await convened();
  const host = await openHost(meeting, { ...stage.log.log, append: () => Promise.resolve('conflict') }, stage.hands.world);
  const answer = host.submit(checkIn, { by: li, command: commandId('in-1') });
  for (let round = 0; round < 50; round += 1) await stage.hands.settle();
  expect(await answer).toEqual({ ok: false, refusal: { type: 'NotStored' } });
  expect(stage.hands.troubles.map(({ kind }) => kind)).toEqual(['storageFails']);
});

test('a fault of ours is a lasting no for that command alone, reported and without a trace in the log', async () => {
  const hands = byHand(t0);
  const log = memoryLog();
  const salt = (): string => {
    throw new Error('no randomness left');
  };
  const host = await openHost(meeting, log, { ...hands.world, salt });
  const answer = host.submit({ type: 'ConveneMeeting', plan: plan() }, { by: mishu, command: commandId('c-1') });
  await hands.settle();
  expect(await answer).toEqual({ ok: false, refusal: { type: 'Unforeseen' } });
  expect(hands.troubles.map(({ kind }) => kind)).toEqual(['bug']);
  expect(await log.read(meeting, 0)).toEqual([]);
});

test('law 3: no is said only by who knows everything that is written, so that what another wrote is never denied', async () => {
  const stage = await openStage(meeting, t0);
  await stage.submit(mishu, { type: 'ConveneMeeting', plan: plan() });
  const elsewhere = await openHost(meeting, stage.log.log, stage.hands.world);
  const open = elsewhere.submit({ type: 'OpenMeeting' }, { by: zhuchi, command: commandId('c-open') });
  await stage.hands.settle();
  const close = elsewhere.submit({ type: 'CloseQueue' }, { by: zhuchi, command: commandId('c-close') });
  await stage.hands.settle();
  expect(await open).toMatchObject({ ok: true });
  expect(await stage.submit(zhuchi, { type: 'CloseQueue' }, 'c-close')).toEqual(await close);
  expect(await stage.submit(zhuchi, { type: 'OpenMeeting' }, 'c-again')).toEqual({ ok: false, refusal: { type: 'MeetingAlreadyOpen' } });
});

test('V20: whoever has no seat when a vote closes is told to the core as out of reach', async () => {
  const stage = await votingOpen();
  for (const person of [zhuchi, zhang]) listen(stage, person);
  await stage.submit(zhuchi, { type: 'CloseVoting', motionIds: [m1] });
  const closed = (await written(stage)).slice(-2).map(({ bytes }) => readRecord(bytes));
  expect(closed).toMatchObject([{ type: 'VotingClosed' }, { type: 'VotersUnreachable', payload: { persons: [li, wang] } }]);
});

test('E17: whoever has no seat when an election closes is told to the core as out of reach', async () => {
  const stage = await convened();
  for (const by of [zhang, li, wang]) await stage.submit(by, checkIn);
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  await stage.submit(mishu, { type: 'TableElection', electionId: e1, paper: electionPaper() });
  await stage.submit(zhuchi, { type: 'OpenElection', electionId: e1 });
  for (const person of [zhuchi, zhang]) listen(stage, person);
  await stage.submit(zhuchi, { type: 'CloseElection', electionId: e1 });
  const closed = (await written(stage)).slice(-2).map(({ bytes }) => readRecord(bytes));
  expect(closed).toMatchObject([
    { type: 'ElectionClosed' },
    { type: 'ElectorsUnreachable', payload: { electionId: e1, persons: [li, wang] } },
  ]);
});

test('V20: of an empty hall nothing is known, and nothing is said', async () => {
  const stage = await votingOpen();
  await stage.submit(zhuchi, { type: 'CloseVoting', motionIds: [m1] });
  expect(readRecord((await written(stage)).at(-1)?.bytes ?? '')).toMatchObject({ type: 'VotingClosed' });
});

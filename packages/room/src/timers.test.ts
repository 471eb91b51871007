import { meetingId, timersOf, type Command, type Plan } from '@xieshang/meeting';
import { c1, e1, keynote, m1, mishu, p1, plan, t0, zhang, zhuchi } from '@xieshang/meeting/testing';
import { readRecord } from '@xieshang/protocol';
import { describe, expect, test } from 'vitest';
import { openHost } from './host.ts';
import { openStage, type Stage } from './testing/stage.ts';

const meeting = meetingId('small');
const sixMinutes = 6 * 60_000;
const objectionMs = 20_000;

async function opened(convened: Plan = plan()): Promise<Stage> {
  const stage = await openStage(meeting, t0);
  await stage.submit(mishu, { type: 'ConveneMeeting', plan: convened });
  await stage.submit(zhang, { type: 'CheckIn' });
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  return stage;
}

async function speaking(): Promise<Stage> {
  const stage = await opened();
  expect(await stage.submit(zhuchi, { type: 'MoveToStage', stageId: keynote })).toMatchObject({ ok: true });
  expect(await stage.submit(zhuchi, { type: 'GiveFloor', requestId: p1 })).toMatchObject({ ok: true });
  return stage;
}

async function objecting(): Promise<Stage> {
  const stage = await opened();
  expect(await stage.submit(zhuchi, { type: 'OpenAcclamation', motionIds: [m1] })).toMatchObject({ ok: true });
  return stage;
}

const overtimes = async (stage: Stage): Promise<readonly { at: number; command: string }[]> =>
  (await stage.log.log.read(meeting, 0))
    .map(({ bytes }) => readRecord(bytes))
    .filter(({ type }) => type === 'OvertimeReached' || type === 'AcclamationClosed')
    .map(({ at, command }) => ({ at, command }));

test('law 1: a timer fires once, at its time, under an id that follows from what it times', async () => {
  const stage = await speaking();
  await stage.hands.pass(sixMinutes - 1);
  expect(await overtimes(stage)).toEqual([]);
  await stage.hands.pass(sixMinutes);
  expect(await overtimes(stage)).toEqual([{ at: t0 + sixMinutes, command: `clock.overtime.p1.${t0}.${sixMinutes}` }]);
  expect(stage.hands.alarms()).toBe(0);
});

test('T1: what ends before its time is not timed any more', async () => {
  const stage = await speaking();
  await stage.submit(zhuchi, { type: 'EndSpeech' });
  expect(stage.hands.alarms()).toBe(0);
  await stage.hands.pass(sixMinutes);
  expect(await overtimes(stage)).toEqual([]);
});

test('T1: more time moves the timer', async () => {
  const stage = await speaking();
  await stage.submit(zhuchi, { type: 'ExtendSpeech', ms: 60_000 });
  await stage.hands.pass(sixMinutes);
  expect(await overtimes(stage)).toEqual([]);
  await stage.hands.pass(60_000);
  expect((await overtimes(stage)).map(({ at }) => at)).toEqual([t0 + sixMinutes + 60_000]);
});

test('law 1: a restarted process sets its timers again', async () => {
  const stage = await speaking();
  await stage.crash();
  await stage.hands.pass(sixMinutes);
  expect((await overtimes(stage)).map(({ at }) => at)).toEqual([t0 + sixMinutes]);
});

test('law 1: what fell due while no process ran fires as soon as one does', async () => {
  const stage = await speaking();
  stage.hands.setClock(t0 + 2 * sixMinutes);
  await stage.crash();
  await stage.hands.pass(0);
  expect((await overtimes(stage)).map(({ at }) => at)).toEqual([t0 + 2 * sixMinutes]);
});

describe('V50 a restart does not take from anybody what they could not answer', () => {
  const phonesBack = 20_000;
  const closings = async (stage: Stage) =>
    (await stage.log.log.read(meeting, 0))
      .map(({ bytes }) => readRecord(bytes))
      .filter(({ type }) => ['VotingClosed', 'AcclamationClosed', 'ElectionClosed'].includes(type))
      .map(({ at }) => at);
  const paper = {
    title: '推选召集人',
    seats: 1,
    candidates: [{ candidateId: c1, name: '王委员' }],
    writeIns: 'none',
    rule: 'plurality',
  } as const;
  const timed = async (graceMs: number): Promise<Stage> => {
    const stage = await opened(plan({ rules: { ...plan().rules, graceMs } }));
    await stage.submit(mishu, { type: 'TableElection', electionId: e1, paper });
    return stage;
  };
  const voting: Command = { type: 'OpenVoting', motionIds: [m1], ms: objectionMs, closing: 'clock' };
  const open: readonly (readonly [string, Command])[] = [
    ['a vote', voting],
    ['an objection window', { type: 'OpenAcclamation', motionIds: [m1], ms: objectionMs }],
    ['an election', { type: 'OpenElection', electionId: e1, ms: objectionMs, closing: 'clock' }],
  ];
  test.each(open)('%s whose end fell into the gap stays open until phones may be back, and closes then', async (_, body) => {
    const stage = await timed(0);
    expect(await stage.submit(zhuchi, body)).toMatchObject({ ok: true });
    const back = t0 + 10 * objectionMs;
    stage.hands.setClock(back);
    await stage.crash();
    await stage.hands.pass(phonesBack - 1);
    expect(await closings(stage)).toEqual([]);
    await stage.hands.pass(1);
    await stage.hands.pass(10 * objectionMs);
    expect(await closings(stage)).toEqual([back + phonesBack]);
  });
  test('what was sent meanwhile is counted', async () => {
    const stage = await timed(0);
    await stage.submit(zhuchi, voting);
    stage.hands.setClock(t0 + 10 * objectionMs);
    await stage.crash();
    expect(await stage.submit(zhang, { type: 'CastVote', motionId: m1, choice: 'approve', round: 1 })).toMatchObject({ ok: true });
    await stage.hands.pass(phonesBack);
    expect(stage.stateNow()).toMatchObject({ motions: { m1: { phase: 'closed', result: { tally: { approve: 1 } } } } });
  });
  test('a grace of the rules that is longer is kept, counted from the restart', async () => {
    const stage = await timed(60_000);
    await stage.submit(zhuchi, voting);
    const back = t0 + objectionMs + 59_000;
    stage.hands.setClock(back);
    await stage.crash();
    await stage.hands.pass(200_000);
    expect(await closings(stage)).toEqual([back + 60_000]);
  });
  test('the moderator may close it at once; what is opened after the restart is closed at its time', async () => {
    const stage = await timed(0);
    await stage.submit(zhuchi, voting);
    stage.hands.setClock(t0 + 10 * objectionMs);
    await stage.crash();
    expect(await stage.submit(zhuchi, { type: 'CloseVoting', motionIds: [m1] })).toMatchObject({ ok: true });
    await stage.submit(zhuchi, { type: 'RepeatVoting', motionIds: [m1], reason: '重投', ms: 5000, closing: 'clock' });
    await stage.hands.pass(5000);
    expect(await closings(stage)).toEqual([t0 + 10 * objectionMs, t0 + 10 * objectionMs + 5000]);
  });
});

test('law 1: two nodes fire the same timer once', async () => {
  const stage = await speaking();
  const elsewhere = await openHost(meeting, stage.log.log, stage.hands.world);
  expect(stage.hands.alarms()).toBe(2);
  await stage.hands.pass(sixMinutes);
  expect((await overtimes(stage)).length).toBe(1);
  expect(elsewhere.history().head).toBe(stage.host().history().head);
});

test('law 2: a timer that could not be stored fires again until it is', async () => {
  const stage = await objecting();
  stage.log.trouble('refused');
  await stage.hands.pass(objectionMs);
  expect(await overtimes(stage)).toEqual([]);
  await stage.hands.pass(10_000);
  expect((await overtimes(stage)).length).toBe(1);
  expect(stage.stateNow()).toMatchObject({ motions: { m1: { phase: 'closed' } } });
});

test('law 1: a clock set back does not use a timer up before its time', async () => {
  const stage = await objecting();
  await stage.hands.ringEarly();
  expect(await overtimes(stage)).toEqual([]);
  await stage.hands.pass(objectionMs);
  expect((await overtimes(stage)).length).toBe(1);
});

test('T3: a clock set back between the ring and the turn does not use a timer up either', async () => {
  for (const stage of [await objecting(), await speaking()]) {
    const due = Math.min(...timersOf(stage.stateNow()).map(({ at }) => at));
    stage.hands.setClock(due);
    const ringing = stage.hands.ringEarly();
    stage.hands.setClock(due - 500);
    await ringing;
    expect((await overtimes(stage)).map(({ at }) => at)).toEqual([due]);
    expect(timersOf(stage.stateNow())).toEqual([]);
  }
});

test('a closed host leaves no timer behind', async () => {
  const stage = await speaking();
  const release = stage.log.hold();
  const late = stage.post(zhuchi, { type: 'ExtendSpeech', ms: 60_000 });
  await stage.hands.settle();
  const closing = stage.host().close();
  release();
  await closing;
  expect(await late).toMatchObject({ ok: true });
  expect(stage.hands.alarms()).toBe(0);
});

test('T4: a vote that the clock closes is closed once, after countdown and grace, across a restart', async () => {
  const stage = await openStage(meeting, t0);
  const { rules } = plan();
  await stage.submit(mishu, { type: 'ConveneMeeting', plan: plan({ rules: { ...rules, graceMs: 5000 } }) });
  await stage.submit(zhang, { type: 'CheckIn' });
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  await stage.submit(zhuchi, { type: 'OpenVoting', motionIds: [m1], ms: 60_000, closing: 'clock' });
  await stage.crash();
  const closings = async () =>
    (await stage.log.log.read(meeting, 0)).map(({ bytes }) => readRecord(bytes)).filter(({ type }) => type === 'VotingClosed');
  await stage.hands.pass(64_999);
  expect(await closings()).toEqual([]);
  await stage.hands.pass(65_000);
  await stage.hands.pass(200_000);
  expect(await closings()).toMatchObject([{ at: t0 + 65_000, by: 'clock' }]);
});

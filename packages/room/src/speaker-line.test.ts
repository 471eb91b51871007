// F12–F14 in a room: lines that break and come back, on one device and on several; time and lines are worked by hand.
import { meetingId, type PersonId } from '@xieshang/meeting';
import { keynote, li, mishu, p1, plan, t0, zhang, zhuchi } from '@xieshang/meeting/testing';
import { readRecord } from '@xieshang/protocol';
import { expect, test } from 'vitest';
import { openStage, type Stage } from './testing/stage.ts';

const meeting = meetingId('small');
const graceMs = 20_000;

interface Course {
  readonly stage: Stage;
  /** Sits down on one more device; the answer gets up. */
  readonly sit: (person: PersonId) => () => void;
  /** Whether the clock stands for a lost line. */
  readonly floor: () => 'running' | 'lost' | 'paused';
}

/** The first speaker online has the floor, and the moderator looks on. */
async function speaking(where: 'hall' | 'online' = 'online'): Promise<Course> {
  const stage = await openStage(meeting, t0);
  const { rules } = plan();
  await stage.submit(mishu, { type: 'ConveneMeeting', plan: plan({ rules: { ...rules, lease: { graceMs } } }) });
  await stage.submit(zhang, { type: 'CheckIn', where });
  await stage.submit(li, { type: 'CheckIn' });
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  await stage.submit(zhuchi, { type: 'MoveToStage', stageId: keynote });
  const sit = (person: PersonId) => stage.host().attend({ person, hear: () => undefined }, 0).leave;
  sit(zhuchi);
  const floor: Course['floor'] = () => {
    const state = stage.stateNow();
    if (state.phase === 'notConvened' || state.queue.floor.phase === 'empty') throw new Error('nobody speaks');
    const { floor: taken } = state.queue;
    if (taken.phase === 'speaking') return 'running';
    return taken.phase === 'paused' && taken.lost ? 'lost' : 'paused';
  };
  return { stage, sit, floor };
}

const give = ({ stage }: Course) => stage.submit(zhuchi, { type: 'GiveFloor', requestId: p1 });
const byClock = async ({ stage }: Course) =>
  (await stage.log.log.read(meeting, 0)).map(({ bytes }) => readRecord(bytes)).filter(({ by }) => by === 'clock');

test('F12, F13: a line that is gone for the grace stops the clock, its return starts it again', async () => {
  const course = await speaking();
  const leave = course.sit(zhang);
  await give(course);
  await course.stage.hands.pass(60_000);
  leave();
  await course.stage.hands.pass(graceMs - 1);
  expect(course.floor()).toBe('running');
  await course.stage.hands.pass(1);
  expect(course.floor()).toBe('lost');
  await course.stage.hands.pass(120_000);
  course.sit(zhang);
  await course.stage.hands.pass(0);
  expect(course.floor()).toBe('running');
  const gone = t0 + 60_000;
  expect((await byClock(course)).map(({ type, at, command }) => [type, at, command])).toEqual([
    ['SpeechPaused', gone + graceMs, `clock.lose.p1.${gone}`],
    ['SpeechResumed', gone + graceMs + 120_000, `clock.find.p1.${gone + graceMs}.0`],
  ]);
});

test('F12: a line that is back within the grace changes nothing; the next loss has a whole grace', async () => {
  const course = await speaking();
  const leave = course.sit(zhang);
  await give(course);
  leave();
  await course.stage.hands.pass(graceMs - 1);
  const again = course.sit(zhang);
  await course.stage.hands.pass(10_000);
  again();
  await course.stage.hands.pass(graceMs - 1);
  expect([course.floor(), await byClock(course)]).toEqual(['running', []]);
  await course.stage.hands.pass(1);
  expect(course.floor()).toBe('lost');
});

test('F12: one of several devices is enough', async () => {
  const course = await speaking();
  const [phone, desk] = [course.sit(zhang), course.sit(zhang)];
  await give(course);
  phone();
  phone();
  await course.stage.hands.pass(3 * graceMs);
  expect(course.floor()).toBe('running');
  desk();
  await course.stage.hands.pass(graceMs);
  expect(course.floor()).toBe('lost');
});

test('F12: a phone that sleeps in the hall stops nothing', async () => {
  const course = await speaking('hall');
  const leave = course.sit(zhang);
  await give(course);
  leave();
  await course.stage.hands.pass(3 * graceMs);
  expect(course.floor()).toBe('running');
});

test('F12: called while away, one has the grace from the call', async () => {
  const course = await speaking();
  await course.stage.hands.pass(5 * graceMs);
  await give(course);
  await course.stage.hands.pass(graceMs - 1);
  expect(course.floor()).toBe('running');
  await course.stage.hands.pass(1);
  expect(course.floor()).toBe('lost');
});

test('F12: after a restart nothing is known of anybody until somebody is there, and then the grace begins anew', async () => {
  const course = await speaking();
  course.sit(zhang);
  await give(course);
  await course.stage.crash();
  await course.stage.hands.pass(3 * graceMs);
  expect(course.floor()).toBe('running');
  const moderator = course.sit(zhuchi);
  await course.stage.hands.pass(graceMs - 1);
  expect(course.floor()).toBe('running');
  // Everybody gone at once is our fault, not the speaker's.
  moderator();
  await course.stage.hands.pass(3 * graceMs);
  expect(course.floor()).toBe('running');
  course.sit(zhuchi);
  await course.stage.hands.pass(graceMs);
  expect(course.floor()).toBe('lost');
});

test('F13: a speaker found after a restart goes on too', async () => {
  const course = await speaking();
  await give(course);
  await course.stage.hands.pass(graceMs);
  await course.stage.crash();
  expect(course.floor()).toBe('lost');
  course.sit(zhang);
  await course.stage.hands.pass(0);
  expect(course.floor()).toBe('running');
});

test('F14: let run by the moderator, it runs on however long the line is gone; paused by hand, it waits for the hand', async () => {
  const course = await speaking();
  await give(course);
  await course.stage.hands.pass(graceMs);
  await course.stage.submit(zhuchi, { type: 'ResumeSpeech' });
  await course.stage.hands.pass(5 * graceMs);
  expect(course.floor()).toBe('running');

  const other = await speaking();
  await give(other);
  await other.stage.hands.pass(graceMs);
  await other.stage.submit(zhuchi, { type: 'PauseSpeech' });
  other.sit(zhang);
  await other.stage.hands.pass(0);
  expect(other.floor()).toBe('paused');
});

test('F13: a return during an interruption is made up for after it', async () => {
  const course = await speaking();
  await give(course);
  await course.stage.hands.pass(graceMs);
  await course.stage.submit(li, { type: 'RequestFloor', requestId: 'q1' as typeof p1, kind: 'pointOfOrder', matter: 'time' });
  await course.stage.submit(zhuchi, { type: 'Interpose', requestId: 'q1' as typeof p1 });
  course.sit(zhang);
  await course.stage.hands.pass(1000);
  await course.stage.submit(zhuchi, { type: 'EndSpeech' });
  await course.stage.hands.pass(0);
  expect(course.floor()).toBe('running');
});

test('law 2: a loss that could not be stored is said again until it is', async () => {
  const course = await speaking();
  await give(course);
  course.stage.log.trouble('refused');
  await course.stage.hands.pass(graceMs);
  expect(course.floor()).toBe('running');
  await course.stage.hands.pass(10_000);
  expect(course.floor()).toBe('lost');
});

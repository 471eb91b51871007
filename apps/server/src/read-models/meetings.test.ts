import { meetingId, personId, type Command } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { convened, hall, type Hall } from '../testing/hall.ts';
import { meetingReadModel } from './meetings.ts';

const meeting = meetingId('m-1');
let count = 10;

async function done(at: Hall, by: string, body: Command): Promise<void> {
  count += 1;
  const answer = await at.rooms.submit(meeting, body, { by, command: `c-${count}` });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
}

const row = async (at: Hall) => at.store.meetings.find(meeting);

test('the list follows a meeting through its phases', async () => {
  const at = await hall();
  await convened(at);
  const phases: (string | undefined)[] = [];
  for (const body of [
    { type: 'OpenMeeting' },
    { type: 'SuspendMeeting', reason: '休息' },
    { type: 'ResumeMeeting' },
    { type: 'ConcludeMeeting' },
  ] as const) {
    await done(at, 'zhuchi', body);
    phases.push((await row(at))?.phase);
  }
  expect(phases).toEqual(['inSession', 'suspended', 'inSession', 'concluded']);
});

test('who is added is on the list, who is removed is not', async () => {
  const at = await hall();
  await convened(at);
  await done(at, 'mishu', { type: 'AddAttendee', attendee: { person: personId('sun'), name: '孙委员', role: 'member' }, reason: '增补' });
  expect([(await row(at))?.eligible, await at.store.meetings.seatOf(meeting, 'sun')]).toEqual([
    4,
    { person: 'sun', role: 'member', name: '孙委员' },
  ]);
  await done(at, 'mishu', { type: 'RemoveAttendee', person: personId('sun'), reason: '有误' });
  expect([(await row(at))?.eligible, await at.store.meetings.seatOf(meeting, 'sun')]).toEqual([3, null]);
});

test('postponing and cancelling show', async () => {
  const at = await hall();
  await convened(at);
  const startsAt = at.now() + 86_400_000;
  await done(at, 'mishu', { type: 'PostponeMeeting', startsAt, reason: '改期' });
  expect((await row(at))?.startsAt).toBe(startsAt);
  await done(at, 'mishu', { type: 'CancelMeeting', reason: '不开了' });
  expect((await row(at))?.phase).toBe('cancelled');
});

test('reading the whole log again comes to the same', async () => {
  const at = await hall();
  await convened(at);
  await done(at, 'mishu', { type: 'AddAttendee', attendee: { person: personId('sun'), name: '孙委员', role: 'member' }, reason: '增补' });
  await done(at, 'zhuchi', { type: 'OpenMeeting' });
  const before = [await row(at), await at.store.meetings.of('sun', false)];
  await meetingReadModel(at.store.meetingListWriter)(meeting, await at.store.eventLog.read(meeting, 0));
  expect([await row(at), await at.store.meetings.of('sun', false)]).toEqual(before);
});

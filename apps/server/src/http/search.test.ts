// What is found of what meetings have left, and by whom: W1, W4, M10 hold for finding as for reading.
import { meetingId, motionId, personId, requestId, type Command } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import type { AccountRole } from '../ports.ts';
import { asking, convened, hall, type Hall } from '../testing/hall.ts';

type Who = readonly [account: string, role: AccountRole];

const people = [
  ['mishu', 'secretary'],
  ['li', 'member'],
  ['bumen', 'departmentRep'],
  ['pangting', 'observer'],
  ['stranger', 'member'],
  ['guanli', 'admin'],
] as const satisfies readonly Who[];

interface Found {
  readonly kind: string;
  readonly ref: string;
  readonly title: string;
  readonly text: string;
  readonly meeting: string;
}

const ask = async (at: Hall, who: Who, query: string) => at.ask('GET', `/api/search?${query}`, { cookie: await at.as(who[0], who[1]) });

async function found(at: Hall, who: Who, query: string): Promise<readonly Found[]> {
  await at.search.settled();
  return (await ask(at, who, query)).json['found'] as readonly Found[];
}

/** How many each person finds. */
async function counts(at: Hall, query: string): Promise<Record<string, number>> {
  const entries = await Promise.all(people.map(async (who) => [who[0], (await found(at, who, query)).length] as const));
  return Object.fromEntries(entries);
}

/** A convened meeting that takes commands. */
async function atMeeting(meeting = 'm-1') {
  const at = await hall();
  const { secretary } = await convened(at, meeting);
  const send = asking(at, meetingId(meeting));
  return { at, secretary, send };
}

const draft = (id: string, number: number, text: string): Command => ({
  type: 'TableRecommendation',
  recommendation: { motionId: motionId(id), number, text, version: 1, leadUnit: '市商务局', coUnits: [], dueDate: null },
});

const issueAll = async (send: (by: string, body: Command) => Promise<void>) => {
  await send('mishu', {
    type: 'AddAttendee',
    attendee: { person: personId('mishu2'), name: '武秘书', role: 'secretary' },
    reason: '增派',
  });
  await send('zhuchi', { type: 'OpenMeeting' });
  await send('zhuchi', { type: 'ConcludeMeeting' });
  await send('mishu', { type: 'SubmitMinutes' });
  await send('mishu2', { type: 'PassMinutes' });
  await send('zhuchi', { type: 'CountersignMinutes' });
  await send('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' });
};

test('a meeting is found by two characters of its topic by all on its roll and by the office, by nobody else', async () => {
  const { at } = await atMeeting();
  expect(await counts(at, 'q=招商')).toEqual({ mishu: 1, li: 1, bumen: 1, pangting: 1, stranger: 0, guanli: 0 });
  expect(await counts(at, 'q=招税')).toEqual({ mishu: 0, li: 0, bumen: 0, pangting: 0, stranger: 0, guanli: 0 });
});

test('W4 a draft recommendation is found by members and the office; put to the vote, by everybody on the roll', async () => {
  const { at, send } = await atMeeting();
  await send('mishu', draft('r-1', 1, '组建产业链专项基金'));
  expect(await counts(at, 'q=基金')).toEqual({ mishu: 1, li: 1, bumen: 0, pangting: 0, stranger: 0, guanli: 0 });
  await send('zhuchi', { type: 'OpenMeeting' });
  await send('li', { type: 'CheckIn' });
  await send('zhuchi', { type: 'OpenVoting', motionIds: [motionId('r-1')] });
  await send('zhuchi', { type: 'CloseVoting', motionIds: [motionId('r-1')] });
  await send('zhuchi', { type: 'ConcludeMeeting' });
  expect(await counts(at, 'q=基金')).toEqual({ mishu: 1, li: 1, bumen: 1, pangting: 1, stranger: 0, guanli: 0 });
  expect(await found(at, ['li', 'member'], 'q=基金')).toMatchObject([{ kind: 'recommendation', ref: 'r-1', title: '建议1（未通过）' }]);
});

test('M10 issued minutes are found by members and departments, not by observers; corrections with them', async () => {
  const { at, send } = await atMeeting();
  await issueAll(send);
  const reached = { mishu: 1, li: 1, bumen: 1, pangting: 0, stranger: 0, guanli: 0 };
  expect(await counts(at, 'q=应到委员&kinds=minutes')).toEqual(reached);
  await send('zhuchi', { type: 'CorrectMinutes', passage: '三名', correction: '四名', reason: '笔误' });
  expect(await counts(at, 'q=笔误')).toEqual(reached);
});

test('a draft of the minutes is not found, as it is nobody’s word yet', async () => {
  const { at, send } = await atMeeting();
  await send('zhuchi', { type: 'OpenMeeting' });
  await send('zhuchi', { type: 'ConcludeMeeting' });
  expect(await found(at, ['mishu', 'secretary'], 'q=应到委员')).toEqual([]);
});

test('a speech is found by its topic and by who spoke', async () => {
  const { at, send } = await atMeeting();
  await send('zhuchi', { type: 'OpenMeeting' });
  await send('li', { type: 'CheckIn' });
  await send('mishu', {
    type: 'EnterRequest',
    requestId: requestId('q-1'),
    person: personId('li'),
    kind: 'openFloorSpeech',
    topic: '用好异地商会',
  });
  await send('zhuchi', { type: 'GiveFloor', requestId: requestId('q-1') });
  await send('zhuchi', { type: 'EndSpeech' });
  await send('zhuchi', { type: 'ConcludeMeeting' });
  for (const typed of ['商会', 'li委员 异地'])
    expect(await found(at, ['bumen', 'departmentRep'], `q=${encodeURIComponent(typed)}`)).toMatchObject([{ kind: 'speech', ref: 'q-1' }]);
});

test('who is taken off the roll finds nothing of the meeting any more', async () => {
  const { at, send } = await atMeeting();
  await send('mishu', { type: 'RemoveAttendee', person: personId('wang'), reason: '调离' });
  expect(await found(at, ['wang', 'member'], 'q=招商')).toEqual([]);
});

test('an invite reaches what its own meeting has left', async () => {
  const { at } = await atMeeting();
  await convened(at, 'm-2');
  await at.search.settled();
  await at.person('li', 'member');
  const guest = await at.signIn.admit({ account: 'li', scope: meetingId('m-2'), device: 'test' });
  const cookie = at.signIn.cookies.write('session', guest?.id ?? '', 1000).split(';', 1)[0] ?? '';
  const { json } = await at.ask('GET', '/api/search?q=招商', { cookie });
  expect((json['found'] as readonly Found[]).map(({ meeting }) => meeting)).toEqual(['m-2']);
});

test('pages follow one another without a gap or a double', async () => {
  const { at, send } = await atMeeting();
  for (let number = 1; number <= 45; number += 1) await send('mishu', draft(`r-${number}`, number, `第${number}条：推进园区建设`));
  await at.search.settled();
  const refs: string[] = [];
  let next: string | null = '';
  while (next !== null) {
    const { json } = await ask(at, ['li', 'member'], `q=园区&after=${next}`);
    refs.push(...(json['found'] as readonly Found[]).map(({ ref }) => ref));
    next = json['next'] as string | null;
  }
  expect(refs).toHaveLength(45);
  expect(new Set(refs).size).toBe(45);
});

test('what cannot be asked is refused by name', async () => {
  const { at } = await atMeeting();
  const li = ['li', 'member'] as const;
  for (const query of [
    'q=',
    'q=%EF%BC%8C',
    `q=${'长'.repeat(61)}`,
    'q=招商&kinds=secrets',
    'q=招商&after=1',
    'q=招商&after=1.1%20or%201=1',
  ])
    expect([query, (await ask(at, li, query)).problem]).toEqual([query, 'Malformed']);
  expect((await at.ask('GET', '/api/search?q=招商')).problem).toBe('SignInRequired');
  for (const typed of ['"', "a' or '1'='1", 'NEAR(a b)', 'grams:招', '招*', '-招商', '招商" OR "1'])
    expect([typed, (await ask(at, li, `q=${encodeURIComponent(typed)}`)).status]).not.toEqual([typed, 500]);
  expect(at.troubles).toEqual([]);
});

test('what was not yet read when the process ended is read at the next start', async () => {
  const { at, send } = await atMeeting();
  await send('mishu', draft('r-1', 1, '组建产业链专项基金'));
  await at.search.settled();
  await at.store.extracts.replace(meetingId('m-1'), 0, []);
  expect(await found(at, ['li', 'member'], 'q=基金')).toEqual([]);
  await at.search.committed(meetingId('m-1'), await at.store.eventLog.read(meetingId('m-1'), 0));
  expect(await found(at, ['li', 'member'], 'q=基金')).toHaveLength(1);
});

test('what is already read is not read again at a start', async () => {
  const { at } = await atMeeting();
  await at.search.settled();
  const read = await at.store.eventLog.read(meetingId('m-1'), 0);
  await at.store.extracts.replace(meetingId('m-1'), read.length, []);
  await at.search.committed(meetingId('m-1'), read);
  expect(await found(at, ['li', 'member'], 'q=招商')).toEqual([]);
});

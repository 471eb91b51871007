import { meetingId, motionId, personId, type Command, type MeetingId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { convened, hall, type Hall } from '../testing/hall.ts';

const first = meetingId('m-1');
const second = meetingId('m-2');
const mishu2 = { person: personId('mishu2'), name: '武秘书', role: 'secretary' } as const;

let count = 0;
const asker = (at: Hall, meeting: MeetingId) => async (by: string, body: Command) =>
  at.rooms.submit(meeting, body, { by, command: `t-${(count += 1)}` });

/** Convenes a meeting an hour after the one before and brings its minutes to countersigning. */
async function countersigned(at: Hall, meeting: MeetingId, during: readonly (readonly [string, Command])[] = []) {
  const ready = await convened(at, meeting);
  const ask = asker(at, meeting);
  const steps: readonly (readonly [string, Command])[] = [
    ['mishu', { type: 'AddAttendee', attendee: mishu2, reason: '增派' }],
    ['li', { type: 'CheckIn' }],
    ['zhuchi', { type: 'OpenMeeting' }],
    ...during,
    ['zhuchi', { type: 'ConcludeMeeting' }],
    ['mishu', { type: 'SubmitMinutes' }],
    ['mishu2', { type: 'PassMinutes' }],
    ['zhuchi', { type: 'CountersignMinutes' }],
  ];
  for (const [by, body] of steps) {
    const answer = await ask(by, body);
    if (!answer.ok) throw new Error(`${body.type}: ${JSON.stringify(answer.refusal)}`);
  }
  at.pass(3_600_000);
  return { ...ready, ask };
}

const rejected: readonly (readonly [string, Command])[] = [
  [
    'mishu',
    {
      type: 'TableRecommendation',
      recommendation: {
        motionId: motionId('m9'),
        number: 9,
        text: '设立专项资金',
        version: 1,
        leadUnit: '市财政局',
        coUnits: [],
        dueDate: null,
      },
    },
  ],
  ['zhuchi', { type: 'OpenVoting', motionIds: [motionId('m9')] }],
  ['li', { type: 'CastVote', motionId: motionId('m9'), choice: 'oppose' }],
  ['zhuchi', { type: 'CloseVoting', motionIds: [motionId('m9')] }],
];

test('M17 a number is given once among meetings of a kind, however it is typed', async () => {
  const at = await hall();
  const one = await countersigned(at, first);
  const other = await countersigned(at, second);
  expect((await one.ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' })).ok).toBe(true);
  for (const number of ['〔2026〕1号', '〔2026〕 １号']) {
    expect(await other.ask('zhuchi', { type: 'IssueMinutes', number })).toEqual({
      ok: false,
      refusal: { type: 'NumberTaken', number, title: '双月协商' },
    });
  }
  expect((await other.ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕2号' })).ok).toBe(true);
});

test('M17 of two issues at once with one number, one is refused', async () => {
  const at = await hall();
  const both = [await countersigned(at, first), await countersigned(at, second)];
  const answers = await Promise.all(both.map(({ ask }) => ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' })));
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test('the numbers of a kind are read by the office, not by members or strangers', async () => {
  const at = await hall();
  const { ask, secretary } = await countersigned(at, first);
  await ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' });
  const path = '/api/meetings/m-1/document-numbers';
  const { json } = await at.ask('GET', path, { cookie: secretary });
  expect(json).toMatchObject({ kind: '双月协商', given: [{ meeting: 'm-1', number: '〔2026〕1号' }] });
  const answers = await Promise.all(
    (
      [
        ['zhuchi', 'moderator'],
        ['li', 'member'],
        ['bumen', 'departmentRep'],
        ['pangting', 'observer'],
        ['stranger', 'member'],
        ['guanli', 'admin'],
      ] as const
    ).map(async ([who, role]) => (await at.ask('GET', path, { cookie: await at.as(who, role) })).status),
  );
  expect(answers).toEqual([200, 403, 403, 403, 404, 404]);
  expect((await at.ask('GET', path)).status).toBe(401);
});

const itemsOf = async (at: Hall, meeting: MeetingId, cookie: string) =>
  (await at.ask('GET', `/api/meetings/${meeting}/open-items`, { cookie })).json;

test('M18, M19 what one meeting leaves open is carried to the next, closed there with a reference, and seen so from both', async () => {
  const at = await hall();
  const one = await countersigned(at, first, rejected);
  await one.ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' });
  const next = await countersigned(at, second);
  const item = { item: 'vote.m9', kind: 'rejected', text: '设立专项资金', number: 9, closed: null };
  expect(await itemsOf(at, second, next.secretary)).toMatchObject({
    carried: [{ from: { meeting: 'm-1', number: '〔2026〕1号' }, items: [item] }],
    own: [],
  });
  const close: Command = { type: 'CloseOpenItem', from: first, item: 'vote.m9', title: '建议9', reference: '明财函〔2026〕8号' };
  expect((await next.ask('mishu', close)).ok).toBe(true);
  const closed = { meeting: 'm-2', title: '双月协商', reference: '明财函〔2026〕8号' };
  expect(await itemsOf(at, second, next.secretary)).toMatchObject({ carried: [{ items: [{ item: 'vote.m9', closed }] }] });
  expect(await itemsOf(at, first, next.secretary)).toMatchObject({ own: [{ item: 'vote.m9', closed }] });
});

test('M18 what was closed before a meeting began is not carried to it', async () => {
  const at = await hall();
  const one = await countersigned(at, first, rejected);
  await one.ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' });
  await one.ask('mishu', { type: 'CloseOpenItem', from: first, item: 'vote.m9', title: '建议9', reference: '会后答复' });
  const next = await countersigned(at, second);
  expect(await itemsOf(at, second, next.secretary)).toMatchObject({ carried: [] });
});

test('M18 open items are read by whoever reads the minutes, and of meetings they were at', async () => {
  const at = await hall();
  const hou = { person: personId('hou'), name: '侯先生' };
  const asObserver: Command = { type: 'AddAttendee', attendee: { ...hou, role: 'observer' }, reason: '旁听' };
  const one = await countersigned(at, first, [['mishu', asObserver], ...rejected]);
  await one.ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕1号' });
  const path = '/api/meetings/m-1/open-items';
  const people = [
    ['zhuchi', 'moderator'],
    ['li', 'member'],
    ['bumen', 'departmentRep'],
    ['pangting', 'observer'],
    ['stranger', 'member'],
    ['guanli', 'admin'],
  ] as const;
  const answers = await Promise.all(
    people.map(async ([who, role]) => (await at.ask('GET', path, { cookie: await at.as(who, role) })).status),
  );
  expect(answers).toEqual([200, 200, 200, 404, 404, 404]);
  const sun = { person: personId('sun'), name: '孙委员', role: 'member' } as const;
  const next = await countersigned(at, second, [
    ['mishu', { type: 'AddAttendee', attendee: sun, reason: '增补' }],
    ['mishu', { type: 'AddAttendee', attendee: { ...hou, role: 'member' }, reason: '增补' }],
  ]);
  const li = await at.as('li', 'member');
  expect((await at.ask('GET', '/api/meetings/m-2/open-items', { cookie: li })).status).toBe(404);
  await next.ask('zhuchi', { type: 'IssueMinutes', number: '〔2026〕2号' });
  expect(await itemsOf(at, second, li)).toMatchObject({ carried: [{ from: { meeting: 'm-1' } }] });
  // Who was not at the earlier one, or only looked on, is told nothing of it.
  for (const person of ['sun', 'hou']) expect(await itemsOf(at, second, await at.as(person, 'member'))).toEqual({ carried: [], own: [] });
});

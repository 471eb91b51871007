// B1–B9: who may remark on the minutes, and what becomes of a remark.
import { personId, type Meeting, type PersonId } from '@xieshang/meeting';
import { expect, test } from 'vitest';
import { heldAfter, gathered, at } from '../testing/sample.ts';
import { mishu, zhang, zhuchi, li, bumen1 } from '@xieshang/meeting/testing';
import { decideRemark, mayReadRemarks, mentionable, remarkLimits, type RemarkRefusal } from './decide.ts';
import {
  mentionsOf,
  noRemarks,
  openOf,
  remarkId,
  withEntries,
  type Anchor,
  type RemarkAct,
  type RemarkEntry,
  type Remarks,
} from './remark.ts';

const anchor: Anchor = { from: 'i1.0+', to: 'i1.3-', behind: 'r-', ahead: 'r+', quote: '精准招商', before: '会议指出，' };
const comment: RemarkAct = { type: 'comment', anchor, text: '请核对。', mentions: [] };
const suggest: RemarkAct = { type: 'suggest', anchor, replacement: '靶向招商', text: '', mentions: [] };
const first = remarkId('r1');

const opened = heldAfter(
  ...gathered,
  [zhuchi, { type: 'OpenMeeting' }, at('14:05:00')],
  [mishu, { type: 'PermitWriter', person: zhang }, at('14:06:00')],
);
const concluded = heldAfter(
  ...gathered,
  [zhuchi, { type: 'OpenMeeting' }, at('14:05:00')],
  [zhuchi, { type: 'ConcludeMeeting' }, at('17:00:00')],
);
const issued: Meeting = {
  ...concluded,
  minutes: {
    phase: 'issued',
    ...{ number: '1', copyTo: '', hash: '', corrections: [], countersigned: [] },
    ...{ issued: { by: zhuchi, at: 0 }, submitted: { by: mishu, at: 0 }, passed: { by: mishu, at: 0 } },
  },
};
const cancelled = heldAfter(...gathered, [zhuchi, { type: 'CancelMeeting', reason: '改期' }, at('14:05:00')]);

let count = 0;
const entry = (by: PersonId, act: RemarkAct, id = `r${(count += 1)}`): RemarkEntry => ({
  seq: (count += 1),
  id: remarkId(id),
  by,
  at: 1000,
  act,
});
const after = (...entries: readonly RemarkEntry[]): Remarks => withEntries(noRemarks, entries);
const ask = (meeting: Meeting, by: PersonId, act: RemarkAct, remarks = noRemarks, entries = 0) => {
  const decision = decideRemark(meeting, remarks, { act, by, entries });
  return decision.ok ? (decision.adds ? 'yes' : 'already') : decision.refusal.type;
};
const no = (type: RemarkRefusal['type']) => type;

test('B1 the office and who may write now read and remark; others do not', () => {
  const people = [mishu, zhuchi, zhang, li, bumen1, personId('pangting1'), personId('nobody')];
  expect(people.map((person) => mayReadRemarks(opened, person))).toEqual([true, true, true, false, false, false, false]);
  expect(people.map((person) => ask(opened, person, comment))).toEqual(['yes', 'yes', 'yes', ...Array(4).fill(no('NotPermitted'))]);
});

test('B1 a member reads and remarks only while the meeting sits', () => {
  expect([mayReadRemarks(concluded, zhang), ask(concluded, zhang, comment), ask(concluded, zhuchi, comment)]).toEqual([
    false,
    'NotPermitted',
    'yes',
  ]);
});

test('B1 once issued the office reads and nobody adds; members and departments read the minutes, not the remarks', () => {
  expect([mishu, zhuchi, zhang, bumen1].map((person) => mayReadRemarks(issued, person))).toEqual([true, true, false, false]);
  expect(ask(issued, mishu, comment)).toBe('RemarksClosed');
  expect(ask(cancelled, mishu, comment)).toBe('RemarksClosed');
});

test('B3 anybody who reads them resolves a comment and opens it again; so already is silent', () => {
  const open = after(entry(mishu, comment, 'r1'));
  const resolved = withEntries(open, [entry(zhuchi, { type: 'resolve', remark: first })]);
  expect(resolved.get(first)?.standing).toEqual({ phase: 'resolved', by: zhuchi, at: 1000 });
  expect(ask(opened, zhang, { type: 'resolve', remark: first }, open)).toBe('yes');
  expect(ask(opened, zhang, { type: 'resolve', remark: first }, resolved)).toBe('already');
  expect(ask(opened, zhang, { type: 'reopen', remark: first }, resolved)).toBe('yes');
  expect(ask(opened, zhang, { type: 'reopen', remark: first }, open)).toBe('already');
});

test('B4 who may write now accepts or declines, once; others cannot', () => {
  const open = after(entry(zhuchi, suggest, 'r1'));
  const accepted = withEntries(open, [entry(mishu, { type: 'accept', remark: first })]);
  const declined = withEntries(open, [entry(mishu, { type: 'decline', remark: first, reason: '与记录不符' })]);
  expect([mishu, zhang, zhuchi].map((by) => ask(opened, by, { type: 'accept', remark: first }, open))).toEqual([
    'yes',
    'yes',
    'NotPermitted',
  ]);
  expect([accepted, declined].map((remarks) => ask(opened, zhang, { type: 'accept', remark: first }, remarks))).toEqual([
    'RemarkSettled',
    'RemarkSettled',
  ]);
  expect(declined.get(first)?.standing).toMatchObject({ phase: 'declined', reason: '与记录不符', by: mishu });
});

test('B4 a suggestion is not resolved and a comment not accepted', () => {
  expect(ask(opened, mishu, { type: 'resolve', remark: first }, after(entry(zhuchi, suggest, 'r1')))).toBe('NotPermitted');
  expect(ask(opened, mishu, { type: 'accept', remark: first }, after(entry(zhuchi, comment, 'r1')))).toBe('NotPermitted');
});

test('B5 only its author withdraws a remark, while it is open; twice is silent', () => {
  const open = after(entry(zhuchi, suggest, 'r1'));
  const withdrawn = withEntries(open, [entry(zhuchi, { type: 'withdraw', remark: first })]);
  expect(ask(opened, mishu, { type: 'withdraw', remark: first }, open)).toBe('NotYourRemark');
  expect(ask(opened, zhuchi, { type: 'withdraw', remark: first }, open)).toBe('yes');
  expect(ask(opened, zhuchi, { type: 'withdraw', remark: first }, withdrawn)).toBe('already');
  expect(ask(opened, mishu, { type: 'accept', remark: first }, withdrawn)).toBe('RemarkSettled');
  const accepted = withEntries(open, [entry(mishu, { type: 'accept', remark: first })]);
  expect(ask(opened, zhuchi, { type: 'withdraw', remark: first }, accepted)).toBe('RemarkSettled');
});

test('B6 only who may read the draft is mentioned', () => {
  expect(mentionable(opened).map(({ person }) => person)).toEqual([zhuchi, mishu, zhang]);
  expect(ask(opened, mishu, { ...comment, mentions: [zhang, zhuchi] })).toBe('yes');
  expect(ask(opened, mishu, { ...comment, mentions: [li] })).toBe('NotMentionable');
});

test('B6 a mention counts for the mentioned, not for oneself, and no more once withdrawn', () => {
  const remarks = after(
    { ...entry(mishu, { ...comment, mentions: [zhuchi, mishu] }, 'r1'), seq: 1 },
    { ...entry(zhang, { type: 'reply', remark: first, text: '已核对。', mentions: [zhuchi] }), seq: 2 },
  );
  expect([mentionsOf(remarks, zhuchi), mentionsOf(remarks, mishu), mentionsOf(remarks, li)]).toEqual([[1, 2], [], []]);
  expect(mentionsOf(withEntries(remarks, [entry(mishu, { type: 'withdraw', remark: first })]), zhuchi)).toEqual([]);
});

test('B7 what is withdrawn takes no reply, what is settled does; an unknown remark is none', () => {
  const reply: RemarkAct = { type: 'reply', remark: first, text: '好。', mentions: [] };
  const open = after(entry(mishu, comment, 'r1'));
  expect(ask(opened, zhuchi, reply)).toBe('UnknownRemark');
  expect(ask(opened, zhuchi, reply, withEntries(open, [entry(zhuchi, { type: 'resolve', remark: first })]))).toBe('yes');
  expect(ask(opened, zhuchi, reply, withEntries(open, [entry(mishu, { type: 'withdraw', remark: first })]))).toBe('RemarkSettled');
});

test('B9 there are so many remarks, replies and entries, and no more', () => {
  const many = after(...Array.from({ length: remarkLimits.remarks }, (_, place) => entry(mishu, comment, `m${place}`)));
  expect(ask(opened, mishu, comment, many)).toBe('TooManyRemarks');
  expect(ask(opened, mishu, { type: 'resolve', remark: remarkId('m1') }, many)).toBe('yes');
  expect(ask(opened, mishu, { type: 'resolve', remark: remarkId('m1') }, many, remarkLimits.entries)).toBe('TooManyRemarks');
  const reply: RemarkAct = { type: 'reply', remark: first, text: '好。', mentions: [] };
  const talked = after(entry(mishu, comment, 'r1'), ...Array.from({ length: remarkLimits.replies }, () => entry(mishu, reply)));
  expect(ask(opened, mishu, reply, talked)).toBe('TooManyRemarks');
});

test('only what nobody has dealt with is open', () => {
  const remarks = after(
    entry(mishu, comment, 'r1'),
    entry(mishu, suggest, 'r2'),
    entry(mishu, comment, 'r3'),
    entry(zhuchi, { type: 'resolve', remark: first }),
  );
  expect(openOf(remarks).map(({ id }) => id)).toEqual(['r2', 'r3']);
});

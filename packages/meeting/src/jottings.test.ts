// L1–L3: who jots down what beside a meeting, and what becomes of a line.
import { expect, test } from 'vitest';
import { personId, requestId, stageId, type PersonId } from './ids.ts';
import {
  decideJotting,
  jottingId,
  jottingLimits,
  mayReadJottings,
  type Jotting,
  type JottingAct,
  type JottingAsked,
  type JottingRefusal,
} from './jottings.ts';
import type { Meeting } from './meeting.ts';
import { bumen1, given, li, mishu, pangting, plan, zhang, zhuchi } from './testing/index.ts';

const q1 = requestId('q1');
const { meeting } = given(
  [mishu, { type: 'ConveneMeeting', plan: plan() }],
  [zhang, { type: 'CheckIn' }],
  [li, { type: 'CheckIn' }],
  [zhuchi, { type: 'OpenMeeting' }],
  [zhang, { type: 'RequestFloor', requestId: q1, kind: 'openFloorSpeech' }],
  [zhuchi, { type: 'GiveFloor', requestId: q1 }],
);
const convened = given([mishu, { type: 'ConveneMeeting', plan: plan() }]).meeting;
const stage = meeting.phase === 'inSession' ? meeting.stageId : stageId('none');
const cancelled = given([mishu, { type: 'ConveneMeeting', plan: plan() }], [zhuchi, { type: 'CancelMeeting', reason: '改期' }]).meeting;
const issued = {
  ...meeting,
  phase: 'concluded',
  ...{ concludedAt: 0 },
  minutes: { phase: 'issued' },
} as unknown as Meeting;
const stranger = personId('mishu9');

const about = { stageId: stage, requestId: q1 };
const write = (text = '请工信局会后补数字'): JottingAct => ({ type: 'write', text, about });
const [one, at] = [jottingId('j1'), 5000];
const ask = (jotting: Jotting | undefined, by: PersonId, act: JottingAct, more: Partial<JottingAsked> & { in?: Meeting } = {}) =>
  decideJotting(more.in ?? meeting, jotting, { id: one, act, by, at, count: 0, ...more });
const refused = (type: JottingRefusal['type']) => ({ ok: false, refusal: { type } });
const already = { ok: true, next: null };

/** The line after each of these acts. */
function after(...acts: readonly (readonly [PersonId, JottingAct])[]): Jotting {
  let jotting: Jotting | undefined;
  for (const [by, act] of acts) {
    const decision = ask(jotting, by, act);
    if (!decision.ok) throw new Error(decision.refusal.type);
    if (decision.next) jotting = { ...decision.next, revision: (jotting?.revision ?? 0) + 1 };
  }
  if (!jotting) throw new Error('nothing was written');
  return jotting;
}
const written = after([zhuchi, write()]);

test('L1 moderators and secretaries of the roll read and write; nobody else, nor a secretary who is not on it', () => {
  const all = [zhuchi, mishu, zhang, bumen1, pangting, stranger];
  expect(all.filter((person) => mayReadJottings(meeting, person))).toEqual([zhuchi, mishu]);
  for (const person of [zhang, bumen1, pangting, stranger]) expect(ask(undefined, person, write())).toEqual(refused('NotPermitted'));
  expect(ask(undefined, mishu, write())).toMatchObject({ ok: true, next: { by: mishu } });
});

test('L1 written from the convening on; once the minutes are issued or the meeting is cancelled only read', () => {
  expect(ask(undefined, zhuchi, write(), { in: convened })).toMatchObject({ ok: true });
  for (const over of [cancelled, issued]) {
    expect(ask(undefined, zhuchi, write(), { in: over })).toEqual(refused('JottingsClosed'));
    for (const type of ['strike', 'finish'] as const)
      expect(ask(written, mishu, { type }, { in: over })).toEqual(refused('JottingsClosed'));
    expect(mayReadJottings(over, mishu)).toBe(true);
  }
});

test('L2 a line bears the stage and the speech that ran when it was begun', () => expect(written.about).toEqual(about));
test('L2 what it is about is left out where the meeting does not know it; the line is taken', () => {
  const unknown = { stageId: stageId('nowhere'), requestId: requestId('q9') };
  expect(ask(undefined, zhuchi, { type: 'write', text: '记', about: unknown })).toMatchObject({
    ok: true,
    next: { about: { stageId: null, requestId: null } },
  });
});
test('L2 the same id with the same words is one line; with others, or of somebody else, it is taken', () => {
  expect(ask(written, zhuchi, write())).toEqual(already);
  expect(ask(written, zhuchi, write('别的'))).toEqual(refused('JottingIdTaken'));
  expect(ask(written, mishu, write())).toEqual(refused('JottingIdTaken'));
});
test('L2 a thousand, then no more', () => {
  expect(ask(undefined, zhuchi, write(), { count: jottingLimits.jottings - 1 })).toMatchObject({ ok: true });
  expect(ask(undefined, zhuchi, write(), { count: jottingLimits.jottings })).toEqual(refused('TooManyJottings'));
});

test('L3 whoever wrote it words it anew; the same words again say nothing', () => {
  const reword: JottingAct = { type: 'reword', text: '请工信局周五前补数字', seen: written.revision };
  expect(ask(written, zhuchi, reword)).toMatchObject({ ok: true, next: { text: '请工信局周五前补数字', at: 5000, rewordedAt: at } });
  expect(ask(after([zhuchi, write()], [zhuchi, reword]), zhuchi, reword)).toEqual(already);
});
test('L3 of two devices that word it anew the later one is told', () =>
  expect(ask(written, zhuchi, { type: 'reword', text: '又改', seen: 7 })).toEqual(refused('JottingChanged')));
test('L3 nobody rewords, strikes, restores or erases what another wrote', () => {
  const struck = after([zhuchi, write()], [zhuchi, { type: 'strike' }]);
  expect(ask(written, mishu, { type: 'reword', text: '改', seen: 1 })).toEqual(refused('NotYourJotting'));
  expect(ask(written, mishu, { type: 'strike' })).toEqual(refused('NotYourJotting'));
  for (const type of ['restore', 'erase'] as const) expect(ask(struck, mishu, { type })).toEqual(refused('NotYourJotting'));
});
test('L3 what was struck can be restored, once', () => {
  const struck = after([zhuchi, write()], [zhuchi, { type: 'strike' }]);
  expect(struck).toMatchObject({ text: '请工信局会后补数字', standing: { phase: 'struck', at } });
  expect(ask(struck, zhuchi, { type: 'strike' })).toEqual(already);
  expect(ask(struck, zhuchi, { type: 'restore' })).toMatchObject({ ok: true, next: { standing: { phase: 'open' } } });
  expect(ask(written, zhuchi, { type: 'restore' })).toEqual(already);
});
test('L3 of what is erased the words are gone for good; only what was struck is erased', () => {
  const erased = after([zhuchi, write()], [zhuchi, { type: 'strike' }], [zhuchi, { type: 'erase' }]);
  expect(erased).toMatchObject({ text: '', standing: { phase: 'erased' } });
  expect(ask(erased, zhuchi, { type: 'erase' })).toEqual(already);
  for (const type of ['restore', 'strike'] as const) expect(ask(erased, zhuchi, { type })).toEqual(refused('JottingSettled'));
  expect(ask(erased, mishu, { type: 'finish' })).toEqual(refused('JottingSettled'));
  expect(ask(written, zhuchi, { type: 'erase' })).toEqual(refused('JottingSettled'));
});
test('L3 the secretary marks what has been seen to and takes it back; the moderator does not', () => {
  const done = after([zhuchi, write()], [mishu, { type: 'finish' }]);
  expect(done.standing).toEqual({ phase: 'done', by: mishu, at });
  expect(ask(done, mishu, { type: 'finish' })).toEqual(already);
  expect(ask(done, mishu, { type: 'reopen' })).toMatchObject({ ok: true, next: { standing: { phase: 'open' } } });
  expect(ask(written, mishu, { type: 'reopen' })).toEqual(already);
  for (const type of ['finish', 'reopen'] as const) expect(ask(done, zhuchi, { type })).toEqual(refused('NotPermitted'));
});
test('L3 what is seen to is neither worded anew nor struck, what is struck is not marked', () => {
  const done = after([zhuchi, write()], [mishu, { type: 'finish' }]);
  expect(ask(done, zhuchi, { type: 'reword', text: '改', seen: 2 })).toEqual(refused('JottingSettled'));
  expect(ask(done, zhuchi, { type: 'strike' })).toEqual(refused('JottingSettled'));
  expect(ask(after([zhuchi, write()], [zhuchi, { type: 'strike' }]), mishu, { type: 'finish' })).toEqual(refused('JottingSettled'));
});
test('nothing stands under the id', () => {
  for (const type of ['strike', 'restore', 'erase', 'finish', 'reopen'] as const)
    expect(ask(undefined, mishu, { type })).toEqual(refused('UnknownJotting'));
});

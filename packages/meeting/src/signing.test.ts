// Chapter M: what speakers confirm, who countersigns, what an issue waits for, what a meeting leaves open.
import { describe, expect, test } from 'vitest';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import { answerId, meetingId, requestId, type PersonId } from './ids.ts';
import type { Meeting } from './meeting.ts';
import { mayReadManuscript, mayReadMinutes } from './minutes.ts';
import { openItemsOf } from './open-items.ts';
import {
  askedOf,
  assembled,
  bumen1,
  bumen2,
  concluded,
  digestOf,
  given,
  heard,
  inSession,
  issued,
  li,
  m1,
  minute,
  mishu,
  mishu2,
  p1,
  p2,
  passed,
  rules,
  stamped,
  stranger,
  t0,
  voting,
  zhang,
  zhuchi,
  zhuchi2,
  wang,
  type Step,
} from './testing/index.ts';
import { audienceOf, reaches, view, type Viewer } from './view.ts';

const first = digestOf(p1);
const changed = digestOf(p1, '建议一链一策，年内见效');
const ask: Command = { type: 'AskSpeakers', digests: [first] };
const confirm: Command = { type: 'ConfirmSpeechDigest', requestId: p1, hash: first.hash };
const contest: Command = { type: 'ContestSpeechDigest', requestId: p1, hash: first.hash, wish: '“年内”改为“三年内”' };
const excuse: Command = { type: 'ExcuseSpeaker', requestId: p1, reason: '出国，联系不上' };
const asked: readonly Step[] = [...heard, [mishu, ask]];
const standing = (meeting: Meeting) => (meeting.phase === 'notConvened' ? undefined : meeting.speechDigests[p1]?.standing.phase);

describe('M11 请发言人确认', () => {
  test('freezes the words and their hash for the speaker, with the time that is left', () => {
    const at = t0 + 60 * minute;
    expect(given(...heard).when(mishu, { ...ask, digests: [first, digestOf(p2)] }, at).decision).toEqual({
      ok: true,
      events: [
        { type: 'SpeakerAsked', payload: { ...first, person: zhang, version: 1, dueAt: at + (rules.confirmationMs ?? 0) } },
        { type: 'SpeakerAsked', payload: { ...digestOf(p2), person: li, version: 1, dueAt: at + (rules.confirmationMs ?? 0) } },
      ],
    });
  });
  test('is silent about the same words, and asks again about other ones', () => {
    given(...asked)
      .when(mishu, ask)
      .saysNothing();
    const { meeting } = given(...asked, [zhang, confirm], [mishu, { ...ask, digests: [changed] }]);
    expect(meeting).toMatchObject({ speechDigests: { [p1]: { version: 2, hash: changed.hash, standing: { phase: 'waiting' } } } });
  });
  test('needs a speech that was held, the end of the meeting, and minutes not yet issued', () => {
    const unknown = requestId('q9');
    given(...heard)
      .when(mishu, { ...ask, digests: [digestOf(unknown)] })
      .refuses({ type: 'UnknownSpeech', requestId: unknown });
    given(...inSession())
      .when(mishu, ask)
      .refuses({ type: 'MeetingNotConcluded' });
    given(...issued)
      .when(mishu, ask)
      .refuses({ type: 'MinutesNotAtThisStep', phase: 'issued' });
  });
});

describe('M12 how long is waited', () => {
  test('the time that is given goes before the committee’s', () => {
    expect(given(...heard).when(mishu, { ...ask, dueAt: t0 + 999 * minute }).after).toMatchObject({
      speechDigests: { [p1]: { dueAt: t0 + 999 * minute } },
    });
  });
  test('a time that has passed is refused', () => {
    given(...heard)
      .when(mishu, { ...ask, dueAt: t0 }, t0 + 60 * minute)
      .refuses({ type: 'DueTimeHasPassed' });
  });
  test('without either it is waited until somebody answers', () => {
    const { confirmationMs: _unset, ...older } = rules;
    const steps = heard.map((step): Step =>
      step[1].type === 'ConveneMeeting' ? [step[0], { ...step[1], plan: { ...step[1].plan, rules: older } }] : step,
    );
    expect(given(...steps).when(mishu, ask).after).toMatchObject({ speechDigests: { [p1]: { dueAt: null } } });
  });
});

describe('M13 the speaker’s answer', () => {
  test('确认无误 names the hash of what was shown', () => {
    given(...asked)
      .when(zhang, confirm)
      .then({ type: 'SpeechDigestConfirmed', payload: { requestId: p1, person: zhang, hash: first.hash } });
    given(...asked, [mishu, { ...ask, digests: [changed] }])
      .when(zhang, confirm)
      .refuses({ type: 'SpeechDigestChanged', requestId: p1 });
  });
  test('要求修改 says what', () => {
    given(...asked)
      .when(zhang, contest)
      .then({
        type: 'SpeechDigestContested',
        payload: { requestId: p1, person: zhang, hash: first.hash, wish: '“年内”改为“三年内”' },
      });
    given(...asked)
      .when(zhang, { ...contest, wish: ' ' })
      .refuses({ type: 'NoteRequired' });
  });
  test('is silent when repeated; the latest stands, and a wish stays in view when asked anew', () => {
    given(...asked, [zhang, confirm])
      .when(zhang, confirm)
      .saysNothing();
    given(...asked, [zhang, contest])
      .when(zhang, contest)
      .saysNothing();
    expect(standing(given(...asked, [zhang, contest], [zhang, confirm]).meeting)).toBe('confirmed');
    expect(standing(given(...asked, [zhang, confirm], [zhang, contest]).meeting)).toBe('contested');
    expect(given(...asked, [zhang, contest], [mishu, { ...ask, digests: [changed] }]).meeting).toMatchObject({
      speechDigests: { [p1]: { wish: '“年内”改为“三年内”', standing: { phase: 'waiting' } } },
    });
  });
  test('is the speaker’s own, of a speech that was asked about', () => {
    given(...asked)
      .when(li, confirm)
      .refuses({ type: 'NotYourSpeech', requestId: p1 });
    given(...asked)
      .when(li, { ...confirm, requestId: p2 })
      .refuses({ type: 'SpeakerNotAsked', requestId: p2 });
  });
  test('代操作: a secretary confirms with a reason, which stays on it; the speaker may still do so', () => {
    const forSpeaker: Command = { type: 'ConfirmSpeechDigestFor', requestId: p1, hash: first.hash, reason: '电话确认' };
    const { meeting } = given(...asked, [mishu, forSpeaker]);
    expect(meeting).toMatchObject({ speechDigests: { [p1]: { standing: { phase: 'confirmed', by: mishu, reason: '电话确认' } } } });
    given(...asked, [mishu, forSpeaker])
      .when(mishu2, forSpeaker)
      .saysNothing();
    expect(given(...asked, [mishu, forSpeaker]).when(zhang, confirm).after).toMatchObject({
      speechDigests: { [p1]: { standing: { phase: 'confirmed', by: zhang, reason: null } } },
    });
  });
  test('outlasts a return of the minutes', () => {
    const steps: readonly Step[] = [
      ...asked,
      [zhang, confirm],
      [mishu, { type: 'SubmitMinutes' }],
      [mishu2, { type: 'ReturnMinutes', reason: '措辞' }],
    ];
    expect(standing(given(...steps).meeting)).toBe('confirmed');
  });
});

const issue: Command = { type: 'IssueMinutes', number: '1' };
/** Asked, submitted, passed and countersigned. */
const ready = (...answers: readonly Step[]): readonly Step[] => [
  ...asked,
  [mishu, { type: 'SubmitMinutes' }],
  [mishu2, { type: 'PassMinutes' }],
  [zhuchi, { type: 'CountersignMinutes' }],
  ...answers,
];
const issuing = (at: number, ...answers: readonly Step[]) => {
  const { decision } = given(...ready(...answers)).when(zhuchi, issue, at);
  return decision.ok ? 'ok' : decision.refusal;
};
const soon = t0 + 30 * minute;
const late = t0 + 300 * minute;

describe('M14 an issue waits for speakers', () => {
  test('who have not answered, until their time is over', () => {
    expect(issuing(soon)).toEqual({ type: 'SpeakersOpen', persons: [zhang] });
    expect(issuing(late)).toBe('ok');
  });
  test('who wish a change, however late it is', () => {
    expect(issuing(late, [zhang, contest])).toEqual({ type: 'SpeakersOpen', persons: [zhang] });
  });
  test('no longer once they have confirmed, or the office goes on with a reason', () => {
    expect(issuing(soon, [zhang, confirm])).toBe('ok');
    expect(issuing(soon, [zhuchi2, excuse])).toBe('ok');
    expect(issuing(soon, [zhang, contest], [mishu, excuse])).toBe('ok');
  });
  test('the reason is silent when repeated or when there is nothing to excuse; who was excused may still answer', () => {
    given(...ready([mishu, excuse]))
      .when(zhuchi, excuse)
      .saysNothing();
    given(...ready([zhang, confirm]))
      .when(mishu, excuse)
      .saysNothing();
    given(...heard)
      .when(mishu, excuse)
      .refuses({ type: 'SpeakerNotAsked', requestId: p1 });
    expect(standing(given(...ready([mishu, excuse], [zhang, confirm])).meeting)).toBe('confirmed');
  });
});

const name = (...persons: readonly PersonId[]): Command => ({ type: 'NameCountersigners', persons });
const named: readonly Step[] = [...passed, [mishu, name(bumen1, zhuchi2)]];

describe('M15 named to countersign', () => {
  test('are moderators and departments, several at once', () => {
    given(...passed)
      .when(zhuchi, name(bumen1, zhuchi2))
      .then({ type: 'CountersignerNamed', payload: { person: bumen1 } }, { type: 'CountersignerNamed', payload: { person: zhuchi2 } });
  });
  test('is silent for those named or signed already', () => {
    given(...named, [zhuchi, { type: 'CountersignMinutes' }])
      .when(mishu, name(bumen1, zhuchi2, zhuchi))
      .saysNothing();
  });
  test('nobody else, and at no other step', () => {
    for (const person of [zhang, mishu]) {
      given(...passed)
        .when(mishu, name(person))
        .refuses({ type: 'MayNotCountersign', person });
    }
    given(...passed)
      .when(mishu, name(stranger))
      .refuses({ type: 'UnknownPerson', person: stranger });
    given(...concluded)
      .when(mishu, name(bumen1))
      .refuses({ type: 'MinutesNotAtThisStep', phase: 'drafting' });
  });
  test('a department named reads, signs and returns; another one does not', () => {
    const { meeting } = given(...named);
    expect([bumen1, bumen2].map((one) => mayReadManuscript(meeting, one))).toEqual([true, false]);
    // Not the text that is written in, which holds all that was ever deleted.
    expect(mayReadMinutes(meeting, bumen1)).toBe(false);
    given(...named)
      .when(bumen1, { type: 'CountersignMinutes' })
      .then({ type: 'MinutesCountersigned', payload: { person: bumen1 } });
    for (const body of [{ type: 'CountersignMinutes' }, { type: 'ReturnMinutes', reason: '数字' }] as const)
      given(...named)
        .when(bumen2, body)
        .refuses({ type: 'NotNamed', person: bumen2 });
    given(...named, [bumen1, { type: 'CountersignMinutes' }])
      .when(bumen1, { type: 'CountersignMinutes' })
      .saysNothing();
  });
  test('signs in any order, and each signature stands with the others', () => {
    const { meeting } = given(
      ...named,
      [zhuchi2, { type: 'CountersignMinutes' }],
      [bumen1, { type: 'CountersignMinutes' }],
      [zhuchi, { type: 'CountersignMinutes' }],
    );
    expect(meeting).toMatchObject({ minutes: { countersigned: [{ by: zhuchi2 }, { by: bumen1 }, { by: zhuchi }] } });
    expect(meeting).toMatchObject({ countersigners: { [bumen1]: { phase: 'signed' }, [zhuchi2]: { phase: 'signed' } } });
  });
  test('M5 a return by a department reopens the draft, voids every signature and ends every naming', () => {
    const back: readonly Step[] = [
      ...named,
      [zhuchi2, { type: 'CountersignMinutes' }],
      [bumen1, { type: 'ReturnMinutes', reason: '数字不符' }],
    ];
    const { meeting } = given(...back);
    expect(meeting).toMatchObject({
      minutes: { phase: 'drafting', returned: { by: bumen1, reason: '数字不符' } },
      countersigners: { [bumen1]: { phase: 'released', reason: '数字不符' }, [zhuchi2]: { phase: 'released' } },
    });
    expect(mayReadManuscript(meeting, bumen1)).toBe(false);
    given(...back, [mishu, { type: 'SubmitMinutes' }], [mishu2, { type: 'PassMinutes' }])
      .when(bumen1, { type: 'CountersignMinutes' })
      .refuses({ type: 'NotNamed', person: bumen1 });
  });
});

describe('M16 an issue waits for everybody named', () => {
  const signed: readonly Step[] = [...named, [zhuchi, { type: 'CountersignMinutes' }]];
  const off = (person: PersonId): Step => [mishu, { type: 'ExcuseCountersigner', person, reason: '已在纸质件上会签' }];
  test('until each has signed or was excused with a reason', () => {
    given(...signed)
      .when(zhuchi, issue)
      .refuses({ type: 'CountersignersOpen', persons: [bumen1, zhuchi2] });
    const done = given(...signed, [bumen1, { type: 'CountersignMinutes' }], off(zhuchi2)).when(zhuchi, issue);
    expect(done.decision).toMatchObject({ ok: true, events: [{ payload: { countersigned: [{ by: zhuchi }, { by: bumen1 }] } }] });
  });
  test('M8 a department’s signature does not stand for a moderator’s', () => {
    given(...named, [bumen1, { type: 'CountersignMinutes' }], off(zhuchi2))
      .when(zhuchi, issue)
      .refuses({ type: 'NotCountersigned' });
  });
  test('an excuse is silent when repeated or signed, refused for who was not named; who was excused may still sign', () => {
    given(...signed, off(bumen1))
      .when(...off(bumen1))
      .saysNothing();
    given(...signed, [bumen1, { type: 'CountersignMinutes' }])
      .when(...off(bumen1))
      .saysNothing();
    given(...signed)
      .when(...off(bumen2))
      .refuses({ type: 'NotNamed', person: bumen2 });
    expect(given(...signed, off(bumen1)).when(bumen1, { type: 'CountersignMinutes' }).after).toMatchObject({
      countersigners: { [bumen1]: { phase: 'signed' } },
    });
  });
});

test('M17 a number that another meeting bears is refused with that meeting’s name', () => {
  const { meeting } = given(...passed, [zhuchi, { type: 'CountersignMinutes' }]);
  const taken = { ...stamped(zhuchi, { type: 'IssueMinutes', number: '〔2022〕2号' }, late), taken: '第2次双月协商座谈会' };
  expect(decide(meeting, taken)).toEqual({
    ok: false,
    refusal: { type: 'NumberTaken', number: '〔2022〕2号', title: '第2次双月协商座谈会' },
  });
});

describe('M18 what a meeting leaves open', () => {
  test('recommendations that did not pass', () => {
    const { meeting } = given(
      ...inSession(voting),
      [zhuchi, { type: 'OpenVoting', motionIds: [m1] }],
      [zhang, { type: 'CastVote', motionId: m1, choice: 'oppose' }],
      [zhuchi, { type: 'CloseVoting', motionIds: [m1] }],
    );
    expect(meeting.phase !== 'notConvened' && openItemsOf(meeting)).toEqual([
      { item: 'vote.m1', kind: 'rejected', missed: 'votes', text: '建议1', number: 1, asker: null, department: null, dueDate: null },
    ]);
  });
  test('V16 a recommendation that had votes enough, but too few there, says so', () => {
    const { meeting } = given(
      ...inSession(voting),
      [zhuchi, { type: 'OpenVoting', motionIds: [m1] }],
      ...[zhang, li, wang].map((by): Step => [by, { type: 'CastVote', motionId: m1, choice: 'approve' }]),
      ...[li, wang].map((person): Step => [mishu, { type: 'MarkLeft', person }]),
      [zhuchi, { type: 'CloseVoting', motionIds: [m1] }],
    );
    expect(meeting.phase !== 'notConvened' && openItemsOf(meeting)).toMatchObject([{ item: 'vote.m1', missed: 'quorum' }]);
  });
  test('questions without an answer, and replies owed in writing until another answer is given', () => {
    const reply: Command = {
      type: 'AnswerSpeech',
      answerId: answerId('a1'),
      requestId: p1,
      kind: 'writtenReplyLater',
      dueDate: '2022-06-30',
      department: bumen1,
    };
    const open = (...steps: readonly Step[]) => {
      const { meeting } = given(...heard, ...steps);
      return meeting.phase === 'notConvened' ? [] : openItemsOf(meeting).map(({ item, dueDate }) => [item, dueDate]);
    };
    expect(open()).toEqual([['question.p1.bumen1', null]]);
    expect(open([mishu, reply])).toEqual([['reply.p1.bumen1', '2022-06-30']]);
    expect(open([mishu, reply], [mishu, { ...reply, answerId: answerId('a2'), kind: 'adopt', dueDate: undefined }])).toEqual([]);
  });
});

describe('M19 办结', () => {
  const close: Command = {
    type: 'CloseOpenItem',
    from: meetingId('earlier'),
    item: 'vote.m9',
    title: '建议9',
    reference: '明协函〔2022〕8号',
  };
  test('is a fact of the meeting it is done in, before it opens and after its minutes are issued', () => {
    const { type: _type, ...payload } = close;
    for (const steps of [assembled(), issued])
      given(...steps)
        .when(mishu, close)
        .then({ type: 'OpenItemClosed', payload });
  });
  test('is silent with the same reference, refused with another', () => {
    given(...concluded, [mishu, close])
      .when(mishu2, close)
      .saysNothing();
    given(...concluded, [mishu, close])
      .when(mishu, { ...close, reference: '另一份函' })
      .refuses({ type: 'ItemIsClosed' });
  });
  test('the same name in another meeting is another item', () => {
    expect(given(...concluded, [mishu, close]).when(mishu, { ...close, from: meetingId('other') }).decision.ok).toBe(true);
  });
});

describe('W7 who sees what is confirmed and countersigned', () => {
  const viewers: readonly Viewer[] = [
    { person: zhuchi, role: 'moderator' },
    { person: zhang, role: 'member' },
    { person: li, role: 'member' },
    { person: bumen1, role: 'departmentRep' },
    { person: bumen2, role: 'departmentRep' },
  ];
  const { meeting } = given(...askedOf);
  test('a digest is seen by the office and its speaker', () => {
    const seen = viewers.map((viewer) => {
      const own = view(meeting, viewer);
      return own.phase === 'notConvened' ? [] : Object.keys(own.speechDigests);
    });
    expect(seen).toEqual([[p1, p2], [p1], [p2], [], []]);
  });
  test('that somebody was named, by the office and by that one', () => {
    const seen = viewers.map((viewer) => {
      const own = view(meeting, viewer);
      return own.phase === 'notConvened' ? [] : Object.keys(own.countersigners);
    });
    expect(seen).toEqual([[zhuchi, bumen1], [], [], [bumen1], []]);
  });
  test('a return reaches those it concerns, with its reason', () => {
    const { decision } = given(...askedOf).when(mishu, { type: 'ReturnMinutes', reason: '措辞' });
    const [event] = decision.ok ? decision.events : [];
    expect(event && viewers.map((viewer) => reaches(audienceOf(event), viewer))).toEqual([true, false, false, true, false]);
  });
});

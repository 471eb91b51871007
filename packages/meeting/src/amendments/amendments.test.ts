// Chapter X: how members wish that a clause read otherwise, and what becomes of it.
import { describe, expect, test } from 'vitest';
import { decide } from '../decide.ts';
import { motionId } from '../ids.ts';
import { openItemsOf } from '../open-items.ts';
import {
  assembled,
  concluded,
  convened,
  given,
  inSession,
  li,
  m1,
  m2,
  mishu,
  mishu2,
  pangting,
  played,
  recommendation,
  stamped,
  unknownMotion,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { audienceOf, reaches, view } from '../view.ts';
import { clock, type PersonId } from '../ids.ts';

const [x1, x2, x3] = [motionId('x1'), motionId('x2'), motionId('x3')];
const text = '建议1，明确尽职免责情形';
const propose = (by: PersonId = zhang, amendmentId = x1, wish = text, version = 1, of = m1): Step => [
  by,
  { type: 'ProposeAmendment', amendmentId, motionId: of, version, text: wish },
];
const revise: Step = [mishu, { type: 'ReviseRecommendation', motionId: m1, text: '建议一', reason: '统一体例' }];
const withdraw: Step = [zhang, { type: 'WithdrawAmendment', amendmentId: x1 }];
const decline: Step = [mishu, { type: 'DeclineAmendment', amendmentId: x1, reason: '已有规定' }];
const merge = (ids = [x1, x2], merged = text, version = 1): Step => [
  mishu,
  { type: 'MergeAmendments', motionId: m1, amendmentIds: ids, version, text: merged, reason: '采纳' },
];
const put = (...ids: readonly (typeof m1)[]): Step => [zhuchi, { type: 'OpenVoting', motionIds: ids }];
const cast = (choice: 'approve' | 'oppose', of = x1): readonly Step[] =>
  [zhang, li, wang].map((by): Step => [by, { type: 'CastVote', motionId: of, choice }]);
const close: Step = [zhuchi, { type: 'CloseVoting', motionIds: [x1] }];
const passed: readonly Step[] = [propose(), put(x1), ...cast('approve'), close];
const lost: readonly Step[] = [propose(), put(x1), ...cast('oppose'), close];

describe('X1 proposing', () => {
  test('by a member, of the clause as it stands, before the opening and in a break too', () => {
    const fact = { amendmentId: x1, motionId: m1, by: wei, version: 1, text, reason: '免责' } as const;
    for (const steps of [convened(), inSession(), [...inSession(), [zhuchi, { type: 'SuspendMeeting' }]] as Step[]]) {
      const outcome = given(...steps).when(wei, { ...(propose(wei)[1] as { type: 'ProposeAmendment' } & typeof fact), reason: ' 免责 ' });
      outcome.then({ type: 'AmendmentProposed', payload: fact });
      expect(outcome.after).toMatchObject({ amendments: { x1: { original: '建议1', standing: { phase: 'open' }, rebasedBy: null } } });
    }
  });
  test('of a clause there is', () => {
    for (const id of [unknownMotion, motionId('constructor')]) {
      given(...convened())
        .when(...(propose(zhang, x1, text, 1, id) as [PersonId, Step[1]]))
        .refuses({ type: 'UnknownMotion', motionId: id });
    }
  });
  test('from the version that stands, not one that somebody read before', () => {
    given(...convened(), revise)
      .when(zhang, propose()[1])
      .refuses({ type: 'TextHasMovedOn', motionId: m1, version: 2 });
  });
  test('of something else than what stands', () => {
    given(...convened())
      .when(zhang, propose(zhang, x1, ' 建议1\n')[1])
      .refuses({ type: 'AmendmentChangesNothing' });
  });
  test('again is silent, under the same id or with the same text', () => {
    const asked = given(...convened(), propose());
    asked.when(zhang, propose()[1]).saysNothing();
    asked.when(zhang, propose(zhang, x2)[1]).saysNothing();
    expect(asked.when(li, propose(li, x2)[1]).decision).toMatchObject({ ok: true, events: [{ type: 'AmendmentProposed' }] });
  });
  test('under an id of its own', () => {
    const asked = given(...convened(), propose());
    asked.when(li, propose(li)[1]).refuses({ type: 'MotionIdTaken', motionId: x1 });
    asked.when(zhang, propose(zhang, x1, '别的')[1]).refuses({ type: 'MotionIdTaken', motionId: x1 });
    asked.when(zhang, propose(zhang, m2)[1]).refuses({ type: 'MotionIdTaken', motionId: m2 });
    asked
      .when(mishu, { type: 'TableRecommendation', recommendation: recommendation('x1', 3) })
      .refuses({ type: 'MotionIdTaken', motionId: x1 });
  });
  test('three open ones at a time, twenty in all', () => {
    const three = [1, 2, 3].map((n) => propose(zhang, motionId(`y${n}`), `建议${n}甲`));
    const full = given(...convened(), ...three);
    full.when(zhang, propose()[1]).refuses({ type: 'TooManyAmendments', motionId: m1, most: 3 });
    expect(full.when(li, propose(li)[1]).decision.ok).toBe(true);
    expect(full.when(zhang, propose(zhang, x1, text, 1, m2)[1]).decision.ok).toBe(true);
    const twenty = Array.from({ length: 20 }, (_, n): Step[] => [
      propose(zhang, motionId(`y${n}`), `建议${n}甲`),
      [zhang, { type: 'WithdrawAmendment', amendmentId: motionId(`y${n}`) }],
    ]).flat();
    given(...convened(), ...twenty)
      .when(zhang, propose()[1])
      .refuses({ type: 'TooManyAmendments', motionId: m1, most: 20 });
  });
  test('not once the clause has been put, nor after the meeting', () => {
    given(...inSession(voting), put(m1))
      .when(zhang, propose()[1])
      .refuses({ type: 'TextIsFrozen', motionId: m1 });
    given(...concluded)
      .when(zhang, propose()[1])
      .refuses({ type: 'MeetingIsOver', phase: 'concluded' });
  });
});

describe('X2 withdrawing', () => {
  test('by whoever proposed it', () => {
    const outcome = given(...convened(), propose()).when(zhang, withdraw[1]);
    outcome.then({ type: 'AmendmentWithdrawn', payload: { amendmentId: x1, motionId: m1 } });
    expect(outcome.after).toMatchObject({ amendments: { x1: { standing: { phase: 'withdrawn' } } } });
  });
  test('of one’s own only, and of what there is', () => {
    given(...convened(), propose())
      .when(li, withdraw[1])
      .refuses({ type: 'NotYourAmendment', amendmentId: x1 });
    given(...convened())
      .when(zhang, withdraw[1])
      .refuses({ type: 'UnknownAmendment', amendmentId: x1 });
  });
  test('again is silent; what is settled or being voted on stays', () => {
    given(...convened(), propose(), withdraw)
      .when(zhang, withdraw[1])
      .saysNothing();
    given(...convened(), propose(), decline)
      .when(zhang, withdraw[1])
      .refuses({ type: 'AmendmentIsSettled', amendmentId: x1 });
    given(...inSession(voting), propose(), put(x1))
      .when(zhang, withdraw[1])
      .refuses({ type: 'AmendmentUnderVote', amendmentId: x1 });
  });
});

describe('X3 merging', () => {
  const two = [propose(), propose(li, x2, '请建议1')];
  test('revises the clause once, with what it is made of', () => {
    const outcome = given(...convened(), ...two).when(mishu, merge()[1]);
    outcome.then(
      { type: 'RecommendationRevised', payload: { motionId: m1, text, version: 2, reason: '采纳', amendmentIds: [x1, x2] } },
      { type: 'AmendmentsMerged', payload: { motionId: m1, amendmentIds: [x1, x2], version: 2, reason: '采纳' } },
    );
    expect(outcome.after).toMatchObject({
      recommendations: { m1: { text, version: 2 } },
      amendments: { x1: { standing: { phase: 'merged', version: 2, reason: '采纳', by: mishu } }, x2: { standing: { phase: 'merged' } } },
    });
  });
  test('into a text that says so already only marks them', () => {
    given(...convened(), ...two)
      .when(mishu, merge([x1, x1], '建议1')[1])
      .then({ type: 'AmendmentsMerged', payload: { motionId: m1, amendmentIds: [x1], version: 1, reason: '采纳' } });
  });
  test('starts from the clause as it stands', () => {
    given(...convened(), ...two, revise)
      .when(mishu2, merge()[1])
      .refuses({ type: 'TextHasMovedOn', motionId: m1, version: 2 });
  });
  test('takes open ones of that clause only', () => {
    const asked = given(...convened(), ...two, propose(zhang, x3, text, 1, m2), decline);
    asked.when(mishu, merge([x2, x3])[1]).refuses({ type: 'UnknownAmendment', amendmentId: x3 });
    asked.when(mishu, merge([x1, x2])[1]).refuses({ type: 'AmendmentIsSettled', amendmentId: x1 });
    asked.when(mishu, { ...merge()[1], motionId: unknownMotion } as Step[1]).refuses({ type: 'UnknownMotion', motionId: unknownMotion });
  });
  test('again is silent', () => {
    given(...convened(), ...two, merge())
      .when(mishu, merge()[1])
      .saysNothing();
  });
  test('waits while another amendment of the clause is voted on, as every revision does', () => {
    const voted = given(...inSession(voting), ...two, put(x1));
    voted.when(mishu, merge([x2])[1]).refuses({ type: 'AmendmentUnderVote', amendmentId: x1 });
    voted.when(mishu, revise[1]).refuses({ type: 'AmendmentUnderVote', amendmentId: x1 });
    voted.when(mishu, merge([x1])[1]).refuses({ type: 'AmendmentUnderVote', amendmentId: x1 });
  });
});

describe('X4 declining', () => {
  test('with the reason', () => {
    const outcome = given(...convened(), propose()).when(mishu, decline[1]);
    outcome.then({ type: 'AmendmentDeclined', payload: { amendmentId: x1, motionId: m1, reason: '已有规定' } });
    expect(outcome.after).toMatchObject({ amendments: { x1: { standing: { phase: 'declined', reason: '已有规定', by: mishu } } } });
  });
  test('of what there is and is open', () => {
    given(...convened())
      .when(mishu, decline[1])
      .refuses({ type: 'UnknownAmendment', amendmentId: x1 });
    given(...convened(), propose(), withdraw)
      .when(mishu, decline[1])
      .refuses({ type: 'AmendmentIsSettled', amendmentId: x1 });
  });
  test('for the same reason again is silent', () => {
    given(...convened(), propose(), decline)
      .when(mishu, decline[1])
      .saysNothing();
  });
});

describe('X5 a clause that was revised since', () => {
  const rebase = (by: PersonId = mishu, version = 2, wish = '建议一，明确尽职免责情形'): Step => [
    by,
    { type: 'RebaseAmendment', amendmentId: x1, version, text: wish },
  ];
  const stale = [...convened(), propose(), revise];
  test('keeps its amendments from being put until they are carried over, by the proposer or a secretary', () => {
    given(...inSession(voting), propose(), revise)
      .when(zhuchi, put(x1)[1])
      .refuses({ type: 'AmendmentIsStale', amendmentId: x1 });
    for (const by of [zhang, mishu]) {
      const outcome = given(...stale).when(by, rebase()[1]);
      outcome.then({
        type: 'AmendmentRebased',
        payload: { amendmentId: x1, motionId: m1, version: 2, text: '建议一，明确尽职免责情形' },
      });
      expect(outcome.after).toMatchObject({ amendments: { x1: { by: zhang, original: '建议一', version: 2, rebasedBy: by } } });
    }
    expect(given(...inSession(voting), propose(), revise, rebase()).when(zhuchi, put(x1)[1]).decision).toMatchObject({
      ok: true,
      events: [{ payload: { motions: [{ paper: { original: '建议一', version: 2 } }] } }],
    });
  });
  test('carried over again is silent; what is not stale is not rewritten', () => {
    given(...stale, rebase())
      .when(mishu, rebase()[1])
      .saysNothing();
    given(...convened(), propose())
      .when(mishu, rebase(mishu, 1, '别的')[1])
      .refuses({ type: 'AmendmentNotStale', amendmentId: x1 });
  });
  test('is refused to others, to the version before, and to no change', () => {
    given(...stale)
      .when(li, rebase()[1])
      .refuses({ type: 'NotYourAmendment', amendmentId: x1 });
    given(...stale)
      .when(mishu, rebase(mishu, 1)[1])
      .refuses({ type: 'TextHasMovedOn', motionId: m1, version: 2 });
    given(...stale)
      .when(mishu, rebase(mishu, 2, '建议一')[1])
      .refuses({ type: 'AmendmentChangesNothing' });
    given(...stale, decline)
      .when(mishu, rebase()[1])
      .refuses({ type: 'AmendmentIsSettled', amendmentId: x1 });
  });
});

describe('X6 voting on an amendment', () => {
  test('puts both texts, under the rule of the meeting, as a motion of its own', () => {
    const outcome = given(...inSession(voting), propose()).when(zhuchi, put(x1)[1]);
    expect(outcome.decision).toMatchObject({
      ok: true,
      events: [
        {
          type: 'VotingOpened',
          payload: { motions: [{ motionId: x1, round: 1, paper: { number: 1, text, original: '建议1', amends: m1 } }] },
        },
      ],
    });
  });
  test('that passes revises the clause in the same decision', () => {
    const outcome = given(...inSession(voting), propose(), put(x1), ...cast('approve')).when(zhuchi, close[1]);
    expect(outcome.decision).toMatchObject({
      ok: true,
      events: [
        { type: 'VotingClosed' },
        { type: 'RecommendationRevised', payload: { motionId: m1, text, version: 2, amendmentIds: [x1] } },
      ],
    });
    expect(outcome.after).toMatchObject({
      recommendations: { m1: { text, version: 2 } },
      amendments: { x1: { standing: { phase: 'voted', passed: true } } },
    });
  });
  test('by acclamation revises it when the window closes', () => {
    const open = given(...inSession(voting), propose(), [zhuchi, { type: 'OpenAcclamation', motionIds: [x1], ms: 1000 }]);
    const outcome = open.when(clock, { type: 'CloseAcclamation', motionIds: [x1] });
    expect(outcome.after).toMatchObject({
      recommendations: { m1: { text, version: 2 } },
      amendments: { x1: { standing: { passed: true } } },
    });
  });
  test('that does not pass leaves the clause as it is, and nothing open', () => {
    const { meeting } = given(...inSession(voting), ...lost);
    expect(meeting).toMatchObject({
      recommendations: { m1: { text: '建议1', version: 1 } },
      amendments: { x1: { standing: { phase: 'voted', passed: false } } },
    });
    expect(meeting.phase !== 'notConvened' && openItemsOf(meeting)).toEqual([]);
  });
  test('may be repeated while the clause has not moved', () => {
    const again: Step = [zhuchi, { type: 'RepeatVoting', motionIds: [x1], reason: '设备故障' }];
    expect(given(...inSession(voting), ...lost).when(zhuchi, again[1]).decision.ok).toBe(true);
    given(...inSession(voting), ...passed)
      .when(zhuchi, again[1])
      .refuses({ type: 'AmendmentIsStale', amendmentId: x1 });
    given(...inSession(voting), ...lost, put(m1))
      .when(zhuchi, again[1])
      .refuses({ type: 'TextIsFrozen', motionId: m1 });
  });
  test('one of a clause at a time', () => {
    const two = given(...inSession(voting), propose(), propose(li, x2, '请建议1'));
    two.when(zhuchi, put(x1, x2)[1]).refuses({ type: 'OneAmendmentAtATime', motionId: m1 });
    two.when(zhuchi, { type: 'OpenAcclamation', motionIds: [x1, x2] }).refuses({ type: 'OneAmendmentAtATime', motionId: m1 });
    given(...inSession(voting), propose(), propose(li, x2, '请建议1'), put(x1))
      .when(zhuchi, put(x2)[1])
      .refuses({ type: 'AmendmentUnderVote', amendmentId: x1 });
    expect(given(...inSession(voting), propose(), propose(li, x2, '请建议2', 1, m2)).when(zhuchi, put(x1, x2)[1]).decision.ok).toBe(true);
  });
  test('goes on while sealed ballots wait for their keys', () => {
    const { meeting } = given(...inSession(voting), propose(), put(x1));
    const open = meeting.phase === 'notConvened' ? undefined : meeting.motions[x1];
    const waiting = { ...meeting, motions: { [x1]: { ...open, phase: 'sealed' } } } as typeof meeting;
    const refusal = { type: 'AmendmentUnderVote', amendmentId: x1 };
    for (const step of [withdraw, decline, revise, merge([x1])]) {
      expect(decide(waiting, stamped(step[0], step[1], 1e15))).toEqual({ ok: false, refusal });
    }
  });
  test('what was withdrawn, merged or declined is not put', () => {
    for (const end of [withdraw, decline, merge([x1])]) {
      given(...inSession(voting), propose(), end)
        .when(zhuchi, put(x1)[1])
        .refuses({ type: 'AmendmentIsSettled', amendmentId: x1 });
    }
  });
});

describe('X7 a clause with undecided amendments', () => {
  test('is not put, neither counted nor by acclamation', () => {
    const open = given(...inSession(voting), propose());
    const refusal = { type: 'AmendmentsOpen', motionId: m1, amendmentIds: [x1] } as const;
    open.when(zhuchi, put(m1)[1]).refuses(refusal);
    open.when(zhuchi, put(x1, m1)[1]).refuses(refusal);
    open.when(zhuchi, { type: 'OpenAcclamation', motionIds: [m1] }).refuses(refusal);
    expect(open.when(zhuchi, put(m2)[1]).decision.ok).toBe(true);
  });
  test('waits for the end of the vote on one, a repeated one too', () => {
    given(...inSession(voting), ...lost, [zhuchi, { type: 'RepeatVoting', motionIds: [x1], reason: '故障' }])
      .when(zhuchi, put(m1)[1])
      .refuses({ type: 'AmendmentsOpen', motionId: m1, amendmentIds: [x1] });
  });
  test('is put as soon as they are decided, with the text that they made', () => {
    for (const end of [[propose(), withdraw], [propose(), decline], [propose(), merge([x1])], passed, lost] as Step[][]) {
      expect(given(...inSession(voting), ...end).when(zhuchi, put(m1)[1]).decision.ok).toBe(true);
    }
    const { meeting } = given(...inSession(voting), ...passed, put(m1));
    expect(meeting).toMatchObject({ motions: { m1: { paper: { text, version: 2 } } } });
  });
});

test('W8 amendments and what becomes of them stay among members and the office; what is put is seen by all', () => {
  const steps = [...assembled(), propose(), propose(li, x2, '请建议1'), decline, merge([x2], '请建议1')];
  const observer = { person: pangting, role: 'observer' } as const;
  const events = played(...steps, propose(zhang, x3, '请建议1，甲', 2), [
    mishu,
    { type: 'ReviseRecommendation', motionId: m1, text: '建议一', reason: '' },
  ] satisfies Step);
  for (const event of events.filter(({ type }) => type.startsWith('Amendment'))) {
    expect(reaches(audienceOf(event), observer)).toBe(false);
    expect(reaches(audienceOf(event), { person: wang, role: 'member' })).toBe(true);
    expect(reaches(audienceOf(event), { person: zhuchi, role: 'moderator' })).toBe(true);
  }
  const seen = view(given(...steps).meeting, observer);
  expect(seen.phase !== 'notConvened' && seen.amendments).toEqual({});
  expect(view(given(...steps).meeting, { person: wang, role: 'member' })).toMatchObject({ amendments: { x1: { text } } });
  expect(view(given(...inSession(voting), propose(), put(x1)).meeting, observer)).toMatchObject({
    motions: { x1: { paper: { text, original: '建议1' } } },
  });
});

// Chapter G: the order of the meeting and where it stands.
import { describe, expect, test } from 'vitest';
import type { Material } from './agenda.ts';
import { materialId, stageId } from './ids.ts';
import {
  bumen1,
  assembled,
  convened,
  given,
  inSession,
  keynote,
  li,
  m1,
  minute,
  mishu,
  openFloor,
  p1,
  t0,
  voting,
  zhang,
  zhuchi,
  zhuchi2,
  type Step,
} from './testing/index.ts';

const suspend: Step = [zhuchi, { type: 'SuspendMeeting' }];
const conclude: Step = [zhuchi, { type: 'ConcludeMeeting' }];
const ballot: Step = [zhuchi, { type: 'OpenVoting', motionIds: [m1] }];
const speech: Step = [zhuchi, { type: 'GiveFloor', requestId: p1 }];

describe('G1 opening', () => {
  test('reads out the figures and enters the first stage', () => {
    const outcome = given(...assembled()).when(zhuchi, { type: 'OpenMeeting' }, t0 + minute);
    outcome.then(
      { type: 'MeetingOpened', payload: { eligible: 4, present: 3, onLeave: 0, quorumMet: true } },
      { type: 'StageEntered', payload: { stageId: keynote } },
    );
    expect(outcome.after).toMatchObject({
      phase: 'inSession',
      openedAt: t0 + minute,
      stageId: keynote,
      agenda: { course: [{ stageId: keynote, to: null }] },
    });
  });
  test('says so when there is no quorum, and is the moderator’s to judge', () => {
    given(...assembled([li]))
      .when(zhuchi, { type: 'OpenMeeting' })
      .then(
        { type: 'MeetingOpened', payload: { eligible: 4, present: 1, onLeave: 0, quorumMet: false } },
        { type: 'StageEntered', payload: { stageId: keynote } },
      );
  });
  test('happens once', () => {
    given(...inSession())
      .when(zhuchi, { type: 'OpenMeeting' })
      .refuses({ type: 'MeetingAlreadyOpen' });
  });
});

describe('G2 stages', () => {
  const move = (id: string) => ({ type: 'MoveToStage', stageId: stageId(id) }) as const;
  test('any stage may be entered, backwards too; the course keeps when', () => {
    given(...inSession())
      .when(zhuchi, move('open_floor'))
      .then({ type: 'StageEntered', payload: { stageId: openFloor } });
    const outcome = given(...inSession(openFloor)).when(zhuchi, move('keynote'));
    expect('agenda' in outcome.after && outcome.after.agenda.course.map(({ stageId: id, to }) => [id, to === null])).toEqual([
      [keynote, false],
      [openFloor, false],
      [keynote, true],
    ]);
  });
  test('the current one is silent, an unknown one refused', () => {
    given(...inSession())
      .when(zhuchi, move('keynote'))
      .saysNothing();
    given(...inSession())
      .when(zhuchi, move('__proto__'))
      .refuses({ type: 'UnknownStage', stageId: stageId('__proto__') });
  });
  test('F8 a speech that runs is ended first', () => {
    given(...inSession(), speech)
      .when(zhuchi, move('open_floor'))
      .then(
        { type: 'SpeechEnded', payload: { requestId: p1, spokenMs: 1000, stageId: keynote } },
        { type: 'StageEntered', payload: { stageId: openFloor } },
      );
  });
  test('not before the opening, nor while suspended', () => {
    given(...convened())
      .when(zhuchi, move('keynote'))
      .refuses({ type: 'MeetingNotInSession', phase: 'convened' });
    given(...inSession(), suspend)
      .when(zhuchi, move('keynote'))
      .refuses({ type: 'MeetingNotInSession', phase: 'suspended' });
  });
});

describe('G3 休会', () => {
  test('stops the clock of a speech, which goes on only by its own step', () => {
    given(...inSession(), speech)
      .when(zhuchi, { type: 'SuspendMeeting', reason: '茶歇' })
      .then({ type: 'SpeechPaused', payload: { requestId: p1 } }, { type: 'MeetingSuspended', payload: { reason: '茶歇' } });
    const outcome = given(...inSession(), speech, suspend).when(zhuchi, { type: 'ResumeMeeting' });
    outcome.then({ type: 'MeetingResumed', payload: {} });
    expect(outcome.after).toMatchObject({ phase: 'inSession', stageId: keynote, queue: { floor: { phase: 'paused' } } });
  });
  test('says why, or nothing, for as long as it lasts', () => {
    for (const reason of ['茶歇', undefined]) {
      const outcome = given(...inSession()).when(zhuchi, { type: 'SuspendMeeting', reason });
      expect(outcome.after).toMatchObject({ phase: 'suspended', reason: reason ?? null });
    }
  });
  test('resuming what runs is silent; suspending twice, or before the opening, is refused', () => {
    given(...inSession())
      .when(zhuchi, { type: 'ResumeMeeting' })
      .saysNothing();
    given(...inSession(), suspend)
      .when(zhuchi, suspend[1])
      .refuses({ type: 'MeetingNotInSession', phase: 'suspended' });
    given(...convened())
      .when(zhuchi, { type: 'ResumeMeeting' })
      .refuses({ type: 'MeetingNotInSession', phase: 'convened' });
  });
});

describe('G4, G6 the end', () => {
  test('ends the speech, the stage and the meeting', () => {
    const outcome = given(...inSession(), speech).when(zhuchi, conclude[1], t0 + minute);
    outcome.then(
      { type: 'SpeechEnded', payload: { requestId: p1, spokenMs: minute - 6000, stageId: keynote } },
      { type: 'MeetingConcluded', payload: { present: 3, unanswered: [{ requestId: p1, department: bumen1 }] } },
    );
    expect(outcome.after).toMatchObject({ phase: 'concluded', concludedAt: t0 + minute, agenda: { course: [{ to: t0 + minute }] } });
  });
  test('G6 nothing happens afterwards', () => {
    for (const [by, body] of [conclude, ballot, suspend, [zhang, { type: 'CheckIn' }]] as readonly Step[]) {
      given(...inSession(), conclude)
        .when(by, body)
        .refuses({ type: 'MeetingIsOver', phase: 'concluded' });
    }
  });
});

test('V13 while a vote is open the meeting neither moves, suspends nor ends', () => {
  for (const body of [{ type: 'MoveToStage', stageId: openFloor }, suspend[1], conclude[1]] as const) {
    given(...inSession(voting), ballot)
      .when(zhuchi, body)
      .refuses({ type: 'VotingIsOpen', motionIds: [m1] });
  }
});

describe('G5 postponed, cancelled', () => {
  const later = { type: 'PostponeMeeting', startsAt: t0 + 9 * minute, reason: '暴雨' } as const;
  const cancel = { type: 'CancelMeeting', reason: '议题撤回' } as const;
  test('a meeting is postponed with a reason; to the same time is silent', () => {
    const outcome = given(...convened()).when(mishu, later);
    outcome.then({ type: 'MeetingPostponed', payload: { startsAt: t0 + 9 * minute, reason: '暴雨' } });
    expect(outcome.after).toMatchObject({ phase: 'convened', notice: { startsAt: t0 + 9 * minute } });
    given(...convened(), [mishu, later])
      .when(zhuchi, later)
      .saysNothing();
  });
  test('a meeting is cancelled with a reason, and is over then', () => {
    given(...convened())
      .when(zhuchi2, cancel)
      .then({ type: 'MeetingCancelled', payload: { reason: '议题撤回' } });
    given(...convened(), [mishu, cancel])
      .when(mishu, later)
      .refuses({ type: 'MeetingIsOver', phase: 'cancelled' });
  });
  test('neither once it is open', () => {
    for (const body of [later, cancel])
      given(...inSession())
        .when(mishu, body)
        .refuses({ type: 'MeetingAlreadyOpen' });
  });
});

describe('G7 the chair', () => {
  const toSecond: Step = [zhuchi2, { type: 'HandOverChair', to: zhuchi2 }];
  test('goes to another moderator, also while suspended; the first can do nothing with it then', () => {
    given(...inSession(), suspend)
      .when(zhuchi2, toSecond[1])
      .then({ type: 'ChairHandedOver', payload: { from: zhuchi, to: zhuchi2 } });
    given(...inSession(), toSecond)
      .when(zhuchi, conclude[1])
      .refuses({ type: 'NotPresiding', presiding: zhuchi2 });
    given(...inSession(), toSecond)
      .when(zhuchi2, { type: 'MoveToStage', stageId: openFloor })
      .then({ type: 'StageEntered', payload: { stageId: openFloor } });
  });
  test('is silent to who has it, refused to who is no moderator', () => {
    given(...inSession(), toSecond)
      .when(mishu, toSecond[1])
      .saysNothing();
    given(...inSession())
      .when(zhuchi, { type: 'HandOverChair', to: li })
      .refuses({ type: 'NotAModerator', person: li });
  });
});

describe('G8 materials', () => {
  const material = (circle: Material['circle']): Material => ({
    materialId: materialId('d1'),
    name: '通报',
    mime: 'text/plain',
    bytes: 9,
    sha256: 'ab',
    circle,
  });
  const add = (circle: Material['circle']): Step => [mishu, { type: 'AddMaterial', material: material(circle) }];
  test('are added for all or for members, by a fact of its own each', () => {
    given(...convened())
      .when(mishu, add('public')[1])
      .then({ type: 'MaterialAdded', payload: { material: material('public') } });
    given(...convened())
      .when(mishu, add('members')[1])
      .then({ type: 'MembersMaterialAdded', payload: { material: material('members') } });
    given(...convened(), add('public'))
      .when(mishu, add('members')[1])
      .refuses({ type: 'MaterialIdTaken' });
  });
  test('bear a level of secrecy in the fact itself; without one they are open, as in every older log', () => {
    const secret: Material = { ...material('public'), secrecy: 'internal' };
    const outcome = given(...convened()).when(mishu, { type: 'AddMaterial', material: secret });
    outcome.then({ type: 'MaterialAdded', payload: { material: secret } });
    expect(outcome.after).toMatchObject({ agenda: { materials: [{ secrecy: 'internal' }] } });
    const open = given(...convened()).when(mishu, add('public')[1]).after;
    expect(open.phase !== 'notConvened' && open.agenda.materials[0]).not.toHaveProperty('secrecy');
  });
  test('are withdrawn with a reason', () => {
    const withdraw = { type: 'WithdrawMaterial', materialId: materialId('d1'), reason: '有误' } as const;
    const outcome = given(...convened(), add('members')).when(mishu, withdraw);
    outcome.then({ type: 'MaterialWithdrawn', payload: { materialId: materialId('d1'), reason: '有误' } });
    expect(outcome.after).toMatchObject({ agenda: { materials: [] } });
    given(...convened())
      .when(mishu, withdraw)
      .refuses({ type: 'UnknownMaterial' });
  });
});

test('G9 a stage is planned longer or shorter with a reason; the same length is silent', () => {
  const revise = { type: 'ReviseStage', stageId: keynote, minutes: 60, reason: '发言减少' } as const;
  given(...inSession())
    .when(mishu, revise)
    .then({ type: 'StageRevised', payload: { stageId: keynote, minutes: 60, reason: '发言减少' } });
  given(...inSession())
    .when(mishu, { ...revise, minutes: 72 })
    .saysNothing();
  given(...inSession())
    .when(mishu, { ...revise, stageId: stageId('x') })
    .refuses({ type: 'UnknownStage', stageId: stageId('x') });
});

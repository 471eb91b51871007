// Chapter R: who is entitled to be here, and who is.
import { describe, expect, test } from 'vitest';
import { clock, personId } from './ids.ts';
import { attendance, attendeeOf, presenceOf, presentMembers, type Attendee, type Roll } from './roll.ts';
import {
  assembled,
  bumen1,
  convened,
  e1,
  electionPaper,
  given,
  inSession,
  li,
  m1,
  mishu,
  openFloor,
  pangting,
  rules,
  t0,
  voting,
  wang,
  wei,
  withMembers,
  voters,
  zhang,
  zhuchi,
  type Step,
} from './testing/index.ts';

const asked: Step = [li, { type: 'RequestLeave', reasonDigest: 'd1' }];
const approved: Step = [mishu, { type: 'ApproveLeave', person: li }];
const figures = (...steps: readonly Step[]) => {
  const { meeting } = given(...steps);
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return attendance(meeting.roll, rules.quorum);
};

describe('R1 check-in', () => {
  test('is a fact with the place, the hall unless told', () => {
    given(...convened())
      .when(zhang, { type: 'CheckIn' })
      .then({ type: 'CheckedIn', payload: { person: zhang, where: 'hall' } });
    given(...convened())
      .when(zhang, { type: 'CheckIn', where: 'online' })
      .then({ type: 'CheckedIn', payload: { person: zhang, where: 'online' } });
  });
  test('a second device changes nothing, and does not move the person', () => {
    given(...assembled())
      .when(zhang, { type: 'CheckIn' })
      .saysNothing();
    given(...convened(), [zhang, { type: 'CheckIn', where: 'online' }])
      .when(zhang, { type: 'CheckIn' })
      .saysNothing();
  });
  test('who was online may come to the hall', () => {
    given(...convened(), [zhang, { type: 'CheckIn', where: 'online' }])
      .when(zhang, { type: 'CheckIn', where: 'hall' })
      .then({ type: 'CheckedIn', payload: { person: zhang, where: 'hall' } });
  });
  test('an observer does not check in; nobody does after the end', () => {
    given(...convened())
      .when(pangting, { type: 'CheckIn' })
      .refuses({ type: 'NotPermitted', role: 'observer' });
    given(...inSession(), [zhuchi, { type: 'ConcludeMeeting' }])
      .when(wei, { type: 'CheckIn' })
      .refuses({ type: 'MeetingIsOver', phase: 'concluded' });
  });
});

describe('R2, R3 figures', () => {
  test('应到, 实到, 线上, 请假 and 缺席 count members only', () => {
    expect(figures(...assembled([zhang, bumen1, mishu]), [wang, { type: 'CheckIn', where: 'online' }], asked, approved)).toEqual({
      eligible: 4,
      present: 2,
      online: 1,
      onLeave: 1,
      absent: 1,
      needed: 3,
      quorumMet: false,
    });
  });
  test('who is on leave and comes after all is present', () => {
    expect(figures(...assembled([zhang]), asked, approved, [li, { type: 'CheckIn' }])).toMatchObject({ present: 2, onLeave: 0 });
  });
  test('a quorum of more than a half of 32 is 17', () => {
    const come = voters(17).map((by): Step => [by, { type: 'CheckIn' }]);
    expect(figures(...convened(withMembers(32)), ...come.slice(1))).toMatchObject({ present: 16, needed: 17, quorumMet: false });
    expect(figures(...convened(withMembers(32)), ...come)).toMatchObject({ present: 17, quorumMet: true });
  });
});

describe('R4–R6 the secretary keeps the roll', () => {
  const forWei = { type: 'CheckInFor', person: wei, reason: '手机没电' } as const;
  test('R4 checks somebody in for a failed device, with the reason', () => {
    const outcome = given(...convened()).when(mishu, forWei);
    outcome.then({ type: 'CheckedIn', payload: { person: wei, where: 'hall', reason: '手机没电' } });
    expect('roll' in outcome.after && presenceOf(outcome.after.roll, wei)).toEqual({ where: 'hall', by: mishu, at: t0 + 1000 });
  });
  test('R4 is silent for who is here, refuses who is not on the roll', () => {
    given(...assembled([wei]))
      .when(mishu, forWei)
      .saysNothing();
    for (const person of [personId('stranger'), personId('__proto__')]) {
      given(...convened())
        .when(mishu, { ...forWei, person })
        .refuses({ type: 'UnknownPerson', person });
    }
  });
  test('R5 takes back a check-in that was a mistake', () => {
    const undo = { type: 'UndoCheckIn', person: li, reason: '误签' } as const;
    const outcome = given(...assembled()).when(mishu, undo);
    outcome.then({ type: 'CheckInUndone', payload: { person: li, reason: '误签' } });
    expect('roll' in outcome.after && presentMembers(outcome.after.roll)).toEqual([zhang, wang]);
    given(...convened())
      .when(mishu, undo)
      .refuses({ type: 'NotCheckedIn', person: li });
  });
  test('R6 notes who left early; who comes back checks in again', () => {
    const left: Step = [mishu, { type: 'MarkLeft', person: li }];
    given(...assembled())
      .when(mishu, left[1])
      .then({ type: 'LeftEarly', payload: { person: li } });
    given(...assembled(), left)
      .when(mishu, left[1])
      .refuses({ type: 'NotCheckedIn', person: li });
    const outcome = given(...assembled(), left).when(li, { type: 'CheckIn' });
    expect('roll' in outcome.after && presentMembers(outcome.after.roll)).toEqual([zhang, li, wang]);
  });
  test('V3 late: who checks in after the opening is not on the voter roll', () => {
    given(...inSession(voting), [zhuchi, { type: 'OpenVoting', motionIds: [m1] }], [wei, { type: 'CheckIn' }])
      .when(wei, { type: 'CastVote', motionId: m1, choice: 'approve' })
      .refuses({ type: 'NotOnVoterRoll', motionId: m1 });
  });
});

describe('R7 leave', () => {
  test('is asked for, the reason only as a digest; the same again is silent', () => {
    given(...convened())
      .when(li, asked[1])
      .then({ type: 'LeaveRequested', payload: { person: li, reasonDigest: 'd1' } });
    given(...convened(), asked)
      .when(li, asked[1])
      .saysNothing();
    given(...convened(), asked, approved)
      .when(li, asked[1])
      .saysNothing();
  });
  test('is approved or declined once', () => {
    given(...convened(), asked)
      .when(zhuchi, approved[1])
      .then({ type: 'LeaveApproved', payload: { person: li } });
    given(...convened(), asked, approved)
      .when(mishu, approved[1])
      .saysNothing();
    const decline = { type: 'DeclineLeave', person: li } as const;
    given(...convened(), asked)
      .when(mishu, decline)
      .then({ type: 'LeaveDeclined', payload: { person: li } });
    given(...convened(), asked, [mishu, decline])
      .when(mishu, decline)
      .saysNothing();
    given(...convened())
      .when(mishu, approved[1])
      .refuses({ type: 'LeaveNotRequested', person: li });
    given(...convened())
      .when(mishu, { type: 'DeclineLeave', person: personId('constructor') })
      .refuses({ type: 'LeaveNotRequested', person: personId('constructor') });
  });
  test('what was approved is revoked before all, what was only asked is withdrawn among few', () => {
    given(...convened(), asked)
      .when(li, { type: 'WithdrawLeave' })
      .then({ type: 'LeaveWithdrawn', payload: { person: li } });
    given(...convened(), asked, approved)
      .when(li, { type: 'WithdrawLeave' })
      .then({ type: 'LeaveRevoked', payload: { person: li } });
    given(...convened(), asked, approved)
      .when(mishu, { type: 'DeclineLeave', person: li })
      .then({ type: 'LeaveRevoked', payload: { person: li } });
    given(...convened())
      .when(li, { type: 'WithdrawLeave' })
      .refuses({ type: 'LeaveNotRequested', person: li });
  });
});

describe('R8 changes of the roll', () => {
  const chen: Attendee = { person: personId('chen'), role: 'member', name: '陈委员' };
  const add: Step = [mishu, { type: 'AddAttendee', attendee: chen, reason: '补通知' }];
  test('somebody is added once, and may then do what the role may', () => {
    given(...convened())
      .when(mishu, add[1])
      .then({ type: 'AttendeeAdded', payload: { attendee: chen, reason: '补通知' } });
    given(...convened(), add)
      .when(mishu, add[1])
      .refuses({ type: 'AlreadyOnRoll', person: chen.person });
    given(...convened(), add)
      .when(chen.person, { type: 'CheckIn' })
      .then({ type: 'CheckedIn', payload: { person: chen.person, where: 'hall' } });
  });
  test('nobody is added under the name of the clock', () => {
    given(...convened())
      .when(mishu, { type: 'AddAttendee', attendee: { ...chen, person: clock }, reason: '' })
      .refuses({ type: 'UnknownPerson', person: clock });
  });
  test('R8, V4 nobody is removed while a vote or an election is open: who has left still stands on its roll', () => {
    const remove = { type: 'RemoveAttendee', person: li, reason: '调离' } as const;
    const left = { type: 'MarkLeft', person: li } as const;
    const vote = [...inSession(voting), [zhuchi, { type: 'OpenVoting', motionIds: [m1] }], [mishu, left]] as const;
    given(...vote)
      .when(mishu, remove)
      .refuses({ type: 'VotingIsOpen', motionIds: [m1] });
    given(...vote)
      .when(li, { type: 'CastVote', motionId: m1, choice: 'oppose' })
      .then({ type: 'VoteCast', payload: { motionId: m1, voter: li, choice: 'oppose' } });
    given(...vote, [zhuchi, { type: 'CloseVoting', motionIds: [m1] }])
      .when(mishu, remove)
      .then({ type: 'AttendeeRemoved', payload: { person: li, reason: '调离' } });
    given(
      ...inSession(voting),
      [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper() }],
      [zhuchi, { type: 'OpenElection', electionId: e1 }],
      [zhang, { type: 'CastElection', electionId: e1, chosen: [], writeIns: [li] }],
      [mishu, left],
    )
      .when(mishu, remove)
      .refuses({ type: 'ElectionIsOpen', electionIds: [e1] });
  });
  test('who is here or presides is not removed', () => {
    const remove = (person: typeof li) => ({ type: 'RemoveAttendee', person, reason: '调离' }) as const;
    given(...assembled())
      .when(mishu, remove(wei))
      .then({ type: 'AttendeeRemoved', payload: { person: wei, reason: '调离' } });
    given(...assembled())
      .when(mishu, remove(li))
      .refuses({ type: 'AlreadyCheckedIn', person: li });
    given(...assembled())
      .when(mishu, remove(zhuchi))
      .refuses({ type: 'IsPresiding', person: zhuchi });
    given(...assembled(), [mishu, remove(wei)])
      .when(mishu, remove(wei))
      .refuses({ type: 'UnknownPerson', person: wei });
    given(...assembled(), [mishu, remove(wei)])
      .when(wei, { type: 'CheckIn' })
      .refuses({ type: 'NotOnRoll' });
  });
  test('a removed person who waits is not given the floor', () => {
    const q = { type: 'RequestFloor', requestId: 'q1', kind: 'openFloorSpeech' } as never;
    given(
      ...inSession(openFloor),
      [li, q],
      [mishu, { type: 'MarkLeft', person: li }],
      [mishu, { type: 'RemoveAttendee', person: li, reason: '' }],
    )
      .when(zhuchi, { type: 'GiveFloor', requestId: 'q1' as never })
      .refuses({ type: 'UnknownPerson', person: li });
  });
});

describe('finding somebody on the roll', () => {
  const { attendees } = withMembers(3);
  const roll = (of: Roll['attendees']): Roll => ({ attendees: of, present: {}, left: {}, leaves: {} });

  test('everybody is found by their id, and nobody by a name of the language', () => {
    for (const attendee of attendees) expect(attendeeOf(roll(attendees), attendee.person)).toBe(attendee);
    for (const odd of ['constructor', '__proto__', 'toString', '']) expect(attendeeOf(roll(attendees), personId(odd))).toBeUndefined();
  });

  test('a roll that has changed is looked through anew', () => {
    const [first, ...rest] = attendees;
    if (!first) throw new Error('an attendee was expected');
    expect(attendeeOf(roll(attendees), first.person)).toBe(first);
    expect(attendeeOf(roll(rest), first.person)).toBeUndefined();
  });
});

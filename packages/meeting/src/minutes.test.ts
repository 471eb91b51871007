// Chapter M: the course of the minutes, who writes, who reads.
import { describe, expect, test } from 'vitest';
import { mayReadHistory, mayReadMinutes, mayWriteMinutes } from './minutes.ts';
import type { Meeting } from './meeting.ts';
import type { PersonId } from './ids.ts';
import {
  assembled,
  bumen1,
  concluded,
  given,
  inSession,
  issued,
  li,
  mishu,
  mishu2,
  openFloor,
  p1,
  pangting,
  passed,
  seal,
  stamped,
  stranger,
  t0,
  zhang,
  zhuchi,
  zhuchi2,
  type Step,
} from './testing/index.ts';
import { decide } from './decide.ts';
import { answerId, requestId } from './ids.ts';

const everyone = [zhuchi, zhuchi2, mishu, mishu2, zhang, li, bumen1, pangting, stranger];
const writers = (meeting: Meeting): readonly PersonId[] => everyone.filter((person) => mayWriteMinutes(meeting, person));
const readers = (meeting: Meeting): readonly PersonId[] => everyone.filter((person) => mayReadMinutes(meeting, person));
const lookers = (meeting: Meeting): readonly PersonId[] => everyone.filter((person) => mayReadHistory(meeting, person));

const permit: Step = [mishu, { type: 'PermitWriter', person: zhang }];
const submitted: readonly Step[] = [...concluded, [mishu, { type: 'SubmitMinutes' }]];
const countersigned: readonly Step[] = [...passed, [zhuchi, { type: 'CountersignMinutes' }]];
const back: Step = [mishu2, { type: 'ReturnMinutes', reason: '数字与签到不符' }];

describe('M1 permission to write', () => {
  test('is given to a member by the office', () => {
    for (const by of [mishu, zhuchi]) {
      given(...assembled())
        .when(by, { type: 'PermitWriter', person: zhang })
        .then({ type: 'WriterPermitted', payload: { person: zhang } });
    }
  });
  test('is silent when given twice, or taken from who has none', () => {
    given(...assembled(), permit)
      .when(mishu, { type: 'PermitWriter', person: zhang })
      .saysNothing();
    given(...assembled())
      .when(mishu, { type: 'DismissWriter', person: zhang })
      .saysNothing();
  });
  test('is only for members of the roll', () => {
    given(...assembled())
      .when(mishu, { type: 'PermitWriter', person: bumen1 })
      .refuses({ type: 'NotAMember', person: bumen1 });
    given(...assembled())
      .when(mishu, { type: 'PermitWriter', person: stranger })
      .refuses({ type: 'UnknownPerson', person: stranger });
  });
  test('ends when the meeting is over: nobody is permitted then', () => {
    given(...concluded)
      .when(mishu, { type: 'PermitWriter', person: zhang })
      .refuses({ type: 'MeetingIsOver', phase: 'concluded' });
  });
});

describe('M2 who writes while the minutes are drafted', () => {
  test('before the opening, the secretaries', () => {
    expect(writers(given(...assembled(), permit).meeting)).toEqual([mishu, mishu2]);
  });
  test('in session, a permitted member too', () => {
    expect(writers(given(...inSession(), permit).meeting)).toEqual([mishu, mishu2, zhang]);
  });
  test('also while the meeting pauses', () => {
    expect(writers(given(...inSession(), permit, [zhuchi, { type: 'SuspendMeeting' }]).meeting)).toContain(zhang);
  });
  test('not the member whose permission was taken', () => {
    expect(writers(given(...inSession(), permit, [zhuchi, { type: 'DismissWriter', person: zhang }]).meeting)).not.toContain(zhang);
  });
  test('after the meeting, the secretaries alone', () => {
    expect(writers(given(...inSession(), permit, [zhuchi, { type: 'ConcludeMeeting' }]).meeting)).toEqual([mishu, mishu2]);
  });
  test('nobody once the meeting is cancelled', () => {
    expect(writers(given(...assembled(), [zhuchi, { type: 'CancelMeeting', reason: '防汛' }]).meeting)).toEqual([]);
  });
});

describe('M3 提交校核', () => {
  test('closes the text to all secretaries but the checker', () => {
    expect(writers(given(...submitted).meeting)).toEqual([mishu2]);
  });
  test('comes after the meeting', () => {
    given(...inSession())
      .when(mishu, { type: 'SubmitMinutes' })
      .refuses({ type: 'MeetingNotConcluded' });
  });
  test('is silent when repeated by the submitter, refused when another tries', () => {
    given(...submitted)
      .when(mishu, { type: 'SubmitMinutes' })
      .saysNothing();
    given(...submitted)
      .when(mishu2, { type: 'SubmitMinutes' })
      .refuses({ type: 'MinutesNotAtThisStep', phase: 'checking' });
  });
});

describe('M4 校核通过', () => {
  test('is never the submitter’s', () => {
    given(...submitted)
      .when(mishu, { type: 'PassMinutes' })
      .refuses({ type: 'OwnSubmission' });
  });
  test('leads to 会签 and closes the text to everybody', () => {
    const { meeting } = given(...passed);
    expect(meeting).toMatchObject({ minutes: { phase: 'countersigning', submitted: { by: mishu }, passed: { by: mishu2 } } });
    expect(writers(meeting)).toEqual([]);
  });
  test('needs a submission', () => {
    given(...concluded)
      .when(mishu2, { type: 'PassMinutes' })
      .refuses({ type: 'MinutesNotAtThisStep', phase: 'drafting' });
  });
});

describe('M5 退回修改', () => {
  test('reopens the draft and keeps who, when and why', () => {
    const { meeting } = given(...submitted, back);
    expect(meeting).toMatchObject({ minutes: { phase: 'drafting', returned: { by: mishu2, reason: '数字与签到不符' } } });
    expect(writers(meeting)).toEqual([mishu, mishu2]);
  });
  test('from 会签 too, and the signatures are gone', () => {
    const { meeting } = given(...countersigned, [zhuchi2, { type: 'ReturnMinutes', reason: '措辞' }]);
    expect(meeting).toMatchObject({ minutes: { phase: 'drafting' } });
    given(...countersigned, [zhuchi2, { type: 'ReturnMinutes', reason: '措辞' }])
      .when(zhuchi, { type: 'IssueMinutes', number: '1' })
      .refuses({ type: 'MinutesNotAtThisStep', phase: 'drafting' });
  });
  test('stays in view while the mended text is checked and countersigned, the last one only', () => {
    const again: readonly Step[] = [...submitted, back, [mishu, { type: 'SubmitMinutes' }], [mishu2, { type: 'PassMinutes' }]];
    expect(given(...again).meeting).toMatchObject({ minutes: { phase: 'countersigning', returned: { reason: '数字与签到不符' } } });
    const twice: readonly Step[] = [...again, [zhuchi, { type: 'ReturnMinutes', reason: '措辞' }], [mishu, { type: 'SubmitMinutes' }]];
    expect(given(...twice).meeting).toMatchObject({ minutes: { phase: 'checking', returned: { by: zhuchi, reason: '措辞' } } });
  });
  test('is not the submitter’s while it is checked', () => {
    given(...submitted)
      .when(mishu, { type: 'ReturnMinutes', reason: '改主意' })
      .refuses({ type: 'OwnSubmission' });
  });
});

describe('M6 the record after the meeting', () => {
  const late: Step = [mishu, { type: 'CheckInFor', person: li, reason: '漏签' }];
  test('who came is put right by the secretary until the minutes are passed', () => {
    expect(given(...concluded, [mishu, { type: 'UndoCheckIn', person: li, reason: '误签' }]).when(late[0], late[1]).decision).toMatchObject(
      { ok: true, events: [{ type: 'CheckedIn' }] },
    );
    given(...passed)
      .when(late[0], late[1])
      .refuses({ type: 'MeetingIsOver', phase: 'concluded' });
  });
  test('what was answered too, by the office; a department only during the meeting', () => {
    const answer = {
      type: 'AnswerSpeech',
      answerId: answerId('a1'),
      requestId: p1,
      kind: 'explain',
      note: '列入年度预算',
    } as const;
    const spoken: readonly Step[] = [
      ...inSession(),
      [zhuchi, { type: 'GiveFloor', requestId: p1 }],
      [zhuchi, { type: 'EndSpeech' }],
      [zhuchi, { type: 'ConcludeMeeting' }],
    ];
    expect(given(...spoken).when(mishu, { ...answer, department: bumen1 }).decision.ok).toBe(true);
    given(...spoken)
      .when(bumen1, answer)
      .refuses({ type: 'MeetingIsOver', phase: 'concluded' });
  });
  test('everything else stays as it was', () => {
    given(...concluded)
      .when(zhang, { type: 'RequestFloor', requestId: requestId('q9'), kind: 'openFloorSpeech' })
      .refuses({ type: 'MeetingIsOver', phase: 'concluded' });
    given(...concluded)
      .when(zhuchi, { type: 'MoveToStage', stageId: openFloor })
      .refuses({ type: 'MeetingIsOver', phase: 'concluded' });
  });
});

describe('M7 会签', () => {
  test('is each moderator’s, once', () => {
    const { meeting } = given(...countersigned, [zhuchi2, { type: 'CountersignMinutes' }]);
    expect(meeting).toMatchObject({ minutes: { countersigned: [{ by: zhuchi }, { by: zhuchi2 }] } });
    given(...countersigned)
      .when(zhuchi, { type: 'CountersignMinutes' })
      .saysNothing();
  });
  test('comes after the check', () => {
    given(...submitted)
      .when(zhuchi, { type: 'CountersignMinutes' })
      .refuses({ type: 'MinutesNotAtThisStep', phase: 'checking' });
  });
});

describe('M8 签发', () => {
  test('carries number, hash and every signature', () => {
    given(...countersigned)
      .when(zhuchi, { type: 'IssueMinutes', number: '〔2022〕3号' })
      .then({
        type: 'MinutesIssued',
        payload: {
          number: '〔2022〕3号',
          copyTo: '',
          hash: seal,
          submitted: { by: mishu, at: expect.any(Number) },
          passed: { by: mishu2, at: expect.any(Number) },
          countersigned: [{ by: zhuchi, at: expect.any(Number) }],
        },
      });
  });
  test('waits for a countersignature', () => {
    given(...passed)
      .when(zhuchi, { type: 'IssueMinutes', number: '1' })
      .refuses({ type: 'NotCountersigned' });
  });
  test('is refused without the hash the server stamps on it', () => {
    const { meeting } = given(...countersigned);
    const { seal: _unsealed, ...command } = stamped(zhuchi, { type: 'IssueMinutes', number: '1' }, t0);
    expect(decide(meeting, command)).toEqual({ ok: false, refusal: { type: 'MinutesNotSealed' } });
  });
  test('happens once', () => {
    given(...issued)
      .when(zhuchi, { type: 'IssueMinutes', number: '2' })
      .refuses({ type: 'MinutesNotAtThisStep', phase: 'issued' });
  });
  test('leaves nobody who could write or return it', () => {
    const { meeting } = given(...issued);
    expect(writers(meeting)).toEqual([]);
    given(...issued)
      .when(mishu2, { type: 'ReturnMinutes', reason: '再改' })
      .refuses({ type: 'MinutesNotAtThisStep', phase: 'issued' });
  });
});

describe('M9 更正', () => {
  const correct = { type: 'CorrectMinutes', passage: '实到27人', correction: '实到28人', reason: '笔误' } as const;
  test('is numbered from 1 and kept with who and when', () => {
    const { meeting } = given(...issued, [zhuchi, correct], [zhuchi, { ...correct, passage: '甲' }]);
    expect(meeting).toMatchObject({
      minutes: {
        corrections: [
          { number: 1, by: zhuchi },
          { number: 2, passage: '甲' },
        ],
      },
    });
  });
  test('comes after issue', () => {
    given(...countersigned)
      .when(zhuchi, correct)
      .refuses({ type: 'MinutesNotAtThisStep', phase: 'countersigning' });
  });
});

describe('M10 who reads', () => {
  test('before issue the office, and a member while permitted', () => {
    expect(readers(given(...inSession(), permit).meeting)).toEqual([zhuchi, zhuchi2, mishu, mishu2, zhang]);
    expect(readers(given(...inSession(), permit, [zhuchi, { type: 'ConcludeMeeting' }]).meeting)).toEqual([zhuchi, zhuchi2, mishu, mishu2]);
  });
  test('once issued also members and departments, never observers or strangers', () => {
    expect(readers(given(...issued).meeting)).toEqual([zhuchi, zhuchi2, mishu, mishu2, zhang, li, bumen1]);
  });
});

describe('M20 who looks into earlier versions', () => {
  test('before issue whoever reads the draft', () => {
    expect(lookers(given(...inSession(), permit).meeting)).toEqual([zhuchi, zhuchi2, mishu, mishu2, zhang]);
    expect(lookers(given(...inSession(), permit, [zhuchi, { type: 'ConcludeMeeting' }]).meeting)).toEqual([zhuchi, zhuchi2, mishu, mishu2]);
  });
  test('once issued the office alone', () => {
    expect(lookers(given(...issued).meeting)).toEqual([zhuchi, zhuchi2, mishu, mishu2]);
  });
});

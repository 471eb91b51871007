// Chapter A: what departments are asked and how they answer.
import { describe, expect, test } from 'vitest';
import { answerId, personId, requestId } from '../ids.ts';
import {
  bumen1,
  bumen2,
  given,
  inSession,
  keynote,
  li,
  mishu,
  mishu2,
  p1,
  p2,
  pangting,
  wang,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { audienceOf, view } from '../view.ts';
import { latestAnswers } from './answers.ts';
import type { AnswersCommand } from './commands.ts';
import type { Answer } from './types.ts';

type Answering = Extract<AnswersCommand, { type: 'AnswerSpeech' }>;
const running: readonly Step[] = [...inSession(keynote), [zhuchi, { type: 'GiveFloor', requestId: p1 }]];
const heard: readonly Step[] = [...running, [zhuchi, { type: 'EndSpeech' }]];
const a1 = answerId('a1');
const answer = (otherwise: Partial<Answering> = {}): Answering => ({
  type: 'AnswerSpeech',
  answerId: a1,
  requestId: p1,
  kind: 'adopt',
  ...otherwise,
});
const answered = (otherwise: Partial<Answer> = {}) =>
  ({
    type: 'SpeechAnswered',
    payload: { answer: { answerId: a1, requestId: p1, department: bumen1, kind: 'adopt', note: '', dueDate: null, ...otherwise } },
  }) as const;
const toBoth: Step = [mishu, { type: 'AddressSpeech', requestId: p1, departments: [bumen1, bumen2] }];

describe('A1 addressing', () => {
  test('the office names the departments, while waiting, running or over; the same ones are silent', () => {
    for (const steps of [inSession(keynote), running, heard]) {
      const outcome = given(...steps).when(mishu, toBoth[1]);
      outcome.then({ type: 'SpeechAddressed', payload: { requestId: p1, departments: [bumen1, bumen2] } });
      given(...steps, toBoth)
        .when(mishu, toBoth[1])
        .saysNothing();
    }
  });
  test('only departments, only of a speech there is', () => {
    given(...heard)
      .when(mishu, { type: 'AddressSpeech', requestId: p1, departments: [li] })
      .refuses({ type: 'NotADepartment', person: li });
    given(...heard)
      .when(mishu, { type: 'AddressSpeech', requestId: requestId('q9'), departments: [] })
      .refuses({ type: 'UnknownSpeech', requestId: requestId('q9') });
  });
  test('a department named twice is named once', () => {
    given(...running)
      .when(mishu, { type: 'AddressSpeech', requestId: p1, departments: [bumen1, bumen1] })
      .saysNothing();
    given(...running)
      .when(mishu, { type: 'AddressSpeech', requestId: p1, departments: [bumen2, bumen2] })
      .then({ type: 'SpeechAddressed', payload: { requestId: p1, departments: [bumen2] } });
  });
  test('an empty name is no department', () => {
    given(...running)
      .when(mishu, { type: 'AddressSpeech', requestId: p1, departments: [personId('')] })
      .refuses({ type: 'NotADepartment', person: personId('') });
  });
});

describe('A2 answering', () => {
  test('is for the department addressed, while the speech runs or when it is over', () => {
    for (const steps of [running, heard])
      given(...steps)
        .when(bumen1, answer({ note: ' 年内完成 ' }))
        .then(answered({ note: '年内完成' }));
    given(...heard)
      .when(bumen2, answer())
      .refuses({ type: 'NotAddressed', requestId: p1 });
    given(...heard, toBoth)
      .when(bumen2, answer())
      .then(answered({ department: bumen2 }));
    given(...heard)
      .when(pangting, answer())
      .refuses({ type: 'NotPermitted', role: 'observer' });
  });
  test('nothing that has not been said is answered', () => {
    given(...inSession(keynote))
      .when(bumen1, answer())
      .refuses({ type: 'UnknownSpeech', requestId: p1 });
    given(...heard)
      .when(bumen1, answer({ requestId: p2 }))
      .refuses({ type: 'UnknownSpeech', requestId: p2 });
  });
  test('under an id of its own', () => {
    given(...heard, [bumen1, answer()])
      .when(bumen1, answer({ kind: 'explain' }))
      .refuses({ type: 'AnswerIdTaken' });
  });
});

test('A3 the office answers for a department whose device failed, and it shows', () => {
  const outcome = given(...heard).when(mishu, answer({ department: bumen1 }));
  outcome.then(answered());
  expect(outcome.after).toMatchObject({ queue: { answers: [{ department: bumen1, by: mishu }] } });
  given(...heard)
    .when(mishu, answer())
    .refuses({ type: 'NotADepartment', person: mishu });
  given(...heard)
    .when(zhuchi, answer({ department: li }))
    .refuses({ type: 'NotADepartment', person: li });
  given(...heard, toBoth)
    .when(bumen2, answer({ department: bumen1 }))
    .then(answered({ department: bumen2 }));
  given(...heard, [mishu, answer({ department: bumen1 })])
    .when(zhuchi, answer({ department: bumen1 }))
    .refuses({ type: 'AnswerIdTaken' });
});

test('A4 采纳 in part owes the reason, a written reply later its date; no other answer has one', () => {
  given(...heard)
    .when(bumen1, answer({ kind: 'adoptPartially', note: ' ' }))
    .refuses({ type: 'NoteRequired' });
  given(...heard)
    .when(bumen1, answer({ kind: 'adoptPartially', note: '先试点' }))
    .then(answered({ kind: 'adoptPartially', note: '先试点' }));
  given(...heard)
    .when(bumen1, answer({ kind: 'writtenReplyLater' }))
    .refuses({ type: 'DueDateRequired' });
  given(...heard)
    .when(bumen1, answer({ kind: 'writtenReplyLater', dueDate: '2022-06-10' }))
    .then(answered({ kind: 'writtenReplyLater', dueDate: '2022-06-10' }));
  given(...heard)
    .when(bumen1, answer({ kind: 'explain', dueDate: '2022-06-10' }))
    .then(answered({ kind: 'explain' }));
});

test('A5 a later answer of the same department supersedes, none is erased', () => {
  const steps: readonly Step[] = [
    ...heard,
    toBoth,
    [bumen1, answer({ kind: 'explain' })],
    [bumen2, answer({ answerId: answerId('a2') })],
    [bumen1, answer({ answerId: answerId('a3') })],
  ];
  const { meeting } = given(...steps);
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  expect(meeting.queue.answers).toHaveLength(3);
  expect(latestAnswers(meeting.queue, p1).map(({ department, answerId: id }) => [department, id])).toEqual([
    [bumen1, 'a3'],
    [bumen2, 'a2'],
  ]);
});

describe('A6 what members think of an answer', () => {
  const once: readonly Step[] = [...heard, [bumen1, answer({ kind: 'explain' })]];
  const rate = { type: 'RateAnswer', answerId: answerId('a1'), rating: 'fair' } as const;
  const rated = { type: 'AnswerRated', payload: { answerId: answerId('a1'), person: li, rating: 'fair' } } as const;

  test('is said once each and may be changed; the same again is silent', () => {
    given(...once)
      .when(li, rate)
      .then(rated);
    given(...once, [li, rate])
      .when(li, rate)
      .saysNothing();
    given(...once, [li, rate])
      .when(li, { ...rate, rating: 'unsatisfied' })
      .then({ ...rated, payload: { ...rated.payload, rating: 'unsatisfied' } });
  });
  test('of an answer there is, and of the one that stands', () => {
    given(...once)
      .when(li, { ...rate, answerId: answerId('a9') })
      .refuses({ type: 'UnknownAnswer' });
    given(...once, [bumen1, answer({ answerId: answerId('a2') })])
      .when(li, rate)
      .refuses({ type: 'AnswerSuperseded' });
  });
  test('also after the meeting', () => {
    given(...once, [zhuchi, { type: 'ConcludeMeeting' }])
      .when(li, rate)
      .then(rated);
  });
  test('no longer once the minutes are issued', () => {
    const over: readonly Step[] = [
      ...once,
      [zhuchi, { type: 'ConcludeMeeting' }],
      [mishu, { type: 'SubmitMinutes' }],
      [mishu2, { type: 'PassMinutes' }],
      [zhuchi, { type: 'CountersignMinutes' }],
      [zhuchi, { type: 'IssueMinutes', number: '〔2022〕3号' }],
    ];
    given(...over)
      .when(li, rate)
      .refuses({ type: 'MinutesNotAtThisStep', phase: 'issued' });
  });
  test('W12 reaches the office and the one who said it; everybody else holds only the own', () => {
    const { meeting } = given(...once, [li, rate], [zhang, { ...rate, rating: 'satisfied' }]);
    const of = (person: typeof li, role: 'member' | 'secretary' | 'departmentRep') => {
      const seen = view(meeting, { person, role });
      return seen.phase === 'notConvened' ? null : seen.queue.ratings;
    };
    expect(audienceOf(rated)).toEqual({ circles: ['office'], persons: [li] });
    expect(of(li, 'member')).toEqual({ a1: { li: 'fair' } });
    expect(of(wang, 'member')).toEqual({});
    expect(of(bumen1, 'departmentRep')).toEqual({});
    expect(of(mishu, 'secretary')).toEqual({ a1: { li: 'fair', zhang: 'satisfied' } });
  });
});

describe('G10 a meeting that ends names what was not answered', () => {
  const end = (reason?: string) => ({ type: 'ConcludeMeeting', ...(reason === undefined ? {} : { reason }) }) as const;
  const owed = [{ requestId: p1, department: bumen1 }];
  const present = 3;
  test('each question and department, with why it is not waited for', () => {
    given(...heard)
      .when(zhuchi, end('部门会后答复'))
      .then({ type: 'MeetingConcluded', payload: { present, unanswered: owed, reason: '部门会后答复' } });
  });
  test('also without a reason', () => {
    given(...heard)
      .when(zhuchi, end())
      .then({ type: 'MeetingConcluded', payload: { present, unanswered: owed } });
  });
  test('nothing where all is answered, and no reason is needed then', () => {
    given(...heard, [bumen1, answer({ kind: 'explain' })])
      .when(zhuchi, end('不必'))
      .then({ type: 'MeetingConcluded', payload: { present } });
  });
});

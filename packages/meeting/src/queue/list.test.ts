// Chapter Q: who waits for the floor.
import { describe, expect, test } from 'vitest';
import { personId, requestId, type RequestId } from '../ids.ts';
import {
  assembled,
  bumen1,
  bumen2,
  given,
  inSession,
  keynote,
  li,
  minute,
  mishu,
  openFloor,
  p1,
  p2,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import type { QueueEvent } from './events.ts';
import type { Request } from './types.ts';

const q1 = requestId('q1');
const q2 = requestId('q2');
const ask = (id: RequestId = q1, otherwise: object = {}) =>
  ({ type: 'RequestFloor', requestId: id, kind: 'openFloorSpeech', ...otherwise }) as const;
const requested = (person: Request['person'], otherwise: Partial<Request> = {}): QueueEvent => ({
  type: 'FloorRequested',
  payload: {
    request: {
      requestId: q1,
      person,
      kind: 'openFloorSpeech',
      topic: '',
      addressedTo: [],
      inReplyTo: null,
      limitMs: 3 * minute,
      origin: 'asked',
      ...otherwise,
    },
  },
});
const floor = inSession(openFloor);
const closed: Step = [zhuchi, { type: 'CloseQueue' }];
const waiting = (...steps: readonly Step[]) => {
  const { meeting } = given(...steps);
  return meeting.phase === 'notConvened' ? [] : meeting.queue.waiting;
};

describe('Q1 asking', () => {
  test('puts a member who is here on the list, with the limit of the stage', () => {
    given(...floor)
      .when(wang, ask(q1, { topic: '能耗' }))
      .then(requested(wang, { topic: '能耗' }));
    given(...inSession(keynote))
      .when(wang, ask(q1, { kind: 'keynoteSpeech' }))
      .then(requested(wang, { kind: 'keynoteSpeech', limitMs: 6 * minute }));
  });
  test('a member has to be checked in, a department need not be', () => {
    given(...floor)
      .when(wei, ask())
      .refuses({ type: 'NotCheckedIn', person: wei });
    given(...floor)
      .when(bumen1, ask(q1, { kind: 'departmentResponse' }))
      .then(requested(bumen1, { kind: 'departmentResponse', limitMs: 5 * minute }));
  });
  test('only in session, and not at a stage without a floor', () => {
    given(...assembled())
      .when(wang, ask())
      .refuses({ type: 'MeetingNotInSession', phase: 'convened' });
    given(...inSession(voting))
      .when(wang, ask())
      .refuses({ type: 'NoFloorAtThisStage' });
  });
});

describe('Q2 prepared speeches', () => {
  test('stand first in their fixed order once their stage is entered, with their own limits', () => {
    const list = waiting(...inSession(openFloor), [wang, ask()], [zhuchi, { type: 'MoveToStage', stageId: keynote }]);
    expect(list.map((one) => [one.requestId, one.limitMs])).toEqual([
      [p1, 6 * minute],
      [p2, 5 * minute],
      [q1, 3 * minute],
    ]);
  });
  test('enter once: what waits or was heard does not come again', () => {
    const back: Step = [zhuchi, { type: 'MoveToStage', stageId: keynote }];
    const heard = [
      ...inSession(keynote),
      [zhuchi, { type: 'GiveFloor', requestId: p1 }],
      [zhuchi, { type: 'MoveToStage', stageId: openFloor }],
      back,
    ] as Step[];
    expect(waiting(...heard).map((one) => one.requestId)).toEqual([p2]);
  });
  test('not given at their stage, stand behind all who ask later, and first again when the stage comes back', () => {
    const left = [...inSession(keynote), [zhuchi, { type: 'MoveToStage', stageId: openFloor }], [wang, ask()]] as Step[];
    expect(waiting(...left).map(({ requestId: id, origin }) => [id, origin])).toEqual([
      [q1, 'asked'],
      [p1, 'passedOver'],
      [p2, 'passedOver'],
    ]);
    const back = waiting(...left, [zhuchi, { type: 'MoveToStage', stageId: keynote }]);
    expect(back.map((one) => one.requestId)).toEqual([p1, p2, q1]);
  });
  test('their ids are taken', () => {
    given(...floor)
      .when(wang, ask(p1))
      .refuses({ type: 'RequestIdTaken', requestId: p1 });
  });
});

describe('Q3 one place each', () => {
  test('the same request again is silent, also once the list is closed; another one is refused', () => {
    given(...floor, [wang, ask()])
      .when(wang, ask())
      .saysNothing();
    given(...floor, [wang, ask()], closed)
      .when(wang, ask())
      .saysNothing();
    given(...floor, [wang, ask()])
      .when(wang, ask(q2))
      .refuses({ type: 'AlreadyInQueue', requestId: q1 });
  });
  test('who stands on the list hears that first, also once it is closed or the stage has no floor: it can be withdrawn', () => {
    for (const then of [closed, [zhuchi, { type: 'MoveToStage', stageId: voting }] as Step])
      given(...floor, [wang, ask()], then)
        .when(wang, ask(q2))
        .refuses({ type: 'AlreadyInQueue', requestId: q1 });
  });
  test('nobody takes another one’s request, nor one that was heard', () => {
    given(...floor, [wang, ask()])
      .when(li, ask())
      .refuses({ type: 'RequestIdTaken', requestId: q1 });
    given(...floor, [wang, ask()], [zhuchi, { type: 'GiveFloor', requestId: q1 }], [zhuchi, { type: 'EndSpeech' }])
      .when(wang, ask())
      .refuses({ type: 'RequestIdTaken', requestId: q1 });
  });
  test('who waits with a prepared speech may ask besides', () => {
    given(...inSession(keynote))
      .when(zhang, ask())
      .then(requested(zhang));
  });
});

describe('Q4 the list is closed', () => {
  test('for members, not for a department that responds', () => {
    for (const by of [wang, bumen1])
      given(...floor, closed)
        .when(by, ask())
        .refuses({ type: 'QueueIsClosed' });
    given(...floor, closed)
      .when(bumen1, ask(q1, { kind: 'departmentResponse' }))
      .then(requested(bumen1, { kind: 'departmentResponse', limitMs: 5 * minute }));
  });
  test('and reopened; each is silent the second time', () => {
    given(...floor)
      .when(zhuchi, closed[1])
      .then({ type: 'QueueClosed', payload: {} });
    given(...floor, closed)
      .when(zhuchi, closed[1])
      .saysNothing();
    given(...floor, closed)
      .when(zhuchi, { type: 'ReopenQueue' })
      .then({ type: 'QueueReopened', payload: {} });
    given(...floor)
      .when(zhuchi, { type: 'ReopenQueue' })
      .saysNothing();
  });
});

test('Q5 the office enters somebody, also on a closed list or at a stage without a floor, and it shows', () => {
  const enter = (person: typeof wang) => ({ ...ask(), type: 'EnterRequest', person }) as const;
  const outcome = given(...inSession(voting), closed).when(mishu, enter(wang));
  outcome.then(requested(wang));
  expect(outcome.after).toMatchObject({ queue: { waiting: [{ person: wang, enteredBy: mishu }, { requestId: p1 }, { requestId: p2 }] } });
  given(...floor)
    .when(zhuchi, enter(wei))
    .refuses({ type: 'NotCheckedIn', person: wei });
  given(...floor)
    .when(zhuchi, enter(personId('__proto__')))
    .refuses({ type: 'UnknownPerson', person: personId('__proto__') });
  given(...floor, [mishu, enter(wang)])
    .when(zhuchi, enter(wang))
    .saysNothing();
  given(...floor, [mishu, enter(wang)])
    .when(wang, ask())
    .saysNothing();
});

test('Q6 one withdraws one’s own request', () => {
  const withdraw = { type: 'WithdrawRequest', requestId: q1 } as const;
  given(...floor, [wang, ask()])
    .when(wang, withdraw)
    .then({ type: 'RequestWithdrawn', payload: { requestId: q1 } });
  given(...floor, [wang, ask()])
    .when(li, withdraw)
    .refuses({ type: 'NotYourRequest', requestId: q1 });
  given(...floor, [wang, ask()], [wang, withdraw])
    .when(wang, withdraw)
    .refuses({ type: 'UnknownRequest', requestId: q1 });
});

test('Q7 the office removes a request with a reason', () => {
  const remove = { type: 'RemoveRequest', requestId: q1, reason: '重复' } as const;
  const outcome = given(...floor, [wang, ask()]).when(zhuchi, remove);
  outcome.then({ type: 'RequestRemoved', payload: { requestId: q1, reason: '重复' } });
  for (const steps of [floor, [...floor, [wang, ask()], [mishu, remove]] as Step[]])
    given(...steps)
      .when(zhuchi, remove)
      .refuses({ type: 'UnknownRequest', requestId: q1 });
});

describe('Q8 the order', () => {
  const three = [...floor, [zhang, ask(q1)], [wang, ask(q2)], [li, ask(requestId('q3'))]] as Step[];
  const move = (id: string, before: string | null) =>
    ({ type: 'MoveRequest', requestId: requestId(id), before: before === null ? null : requestId(before) }) as const;
  const order = (body: ReturnType<typeof move>) => waiting(...three, [zhuchi, body]).map((one) => one.requestId);
  test('is changed by naming what a request goes before, or the end', () => {
    given(...three)
      .when(zhuchi, move('q3', 'q1'))
      .then({ type: 'RequestMoved', payload: { requestId: requestId('q3'), before: q1, held: [requestId('q3')] } });
    expect(order(move('q3', 'q1'))).toEqual(['q3', 'q1', 'q2', p1, p2]);
    expect(order(move('q1', null))).toEqual(['q2', 'q3', p1, p2, 'q1']);
  });
  test('where it stands already is silent', () => {
    for (const body of [move('q1', 'q2'), move('p2', null), move('q2', 'q2')])
      given(...three)
        .when(mishu, body)
        .saysNothing();
  });
  test('what does not wait is refused', () => {
    given(...three)
      .when(zhuchi, move('q9', 'q1'))
      .refuses({ type: 'UnknownRequest', requestId: requestId('q9') });
    given(...three)
      .when(zhuchi, move('q1', 'q9'))
      .refuses({ type: 'UnknownRequest', requestId: requestId('q9') });
  });
});

describe('Q9 to whom, and in reply to what', () => {
  test('only departments are addressed', () => {
    given(...floor)
      .when(wang, ask(q1, { addressedTo: [bumen1, bumen2] }))
      .then(requested(wang, { addressedTo: [bumen1, bumen2] }));
    given(...floor)
      .when(wang, ask(q1, { addressedTo: [bumen1, li] }))
      .refuses({ type: 'NotADepartment', person: li });
  });
  test('a follow-up belongs to a speech that runs or is over', () => {
    const heard = [...inSession(keynote), [zhuchi, { type: 'GiveFloor', requestId: p1 }]] as Step[];
    const followUp = ask(q1, { kind: 'followUpQuestion', inReplyTo: p1 });
    const asked = requested(wang, { kind: 'followUpQuestion', inReplyTo: p1, limitMs: 2 * minute });
    given(...heard)
      .when(wang, followUp)
      .then(asked);
    given(...heard, [zhuchi, { type: 'EndSpeech' }])
      .when(wang, followUp)
      .then(asked);
    given(...inSession(keynote))
      .when(wang, followUp)
      .refuses({ type: 'UnknownSpeech', requestId: p1 });
  });
  test('only a department responds', () => {
    given(...floor)
      .when(wang, ask(q1, { kind: 'departmentResponse' }))
      .refuses({ type: 'NotADepartment', person: wang });
  });
});

describe('Q8, Q9 an empty id is one nobody has', () => {
  const nobody = requestId('');
  test('it cannot be moved, nor moved before', () => {
    given(...inSession(keynote))
      .when(zhuchi, { type: 'MoveRequest', requestId: nobody, before: null })
      .refuses({ type: 'UnknownRequest', requestId: nobody });
    given(...inSession(keynote))
      .when(zhuchi, { type: 'MoveRequest', requestId: p1, before: nobody })
      .refuses({ type: 'UnknownRequest', requestId: nobody });
  });
  test('it cannot be followed up, nor addressed', () => {
    const meeting = given(...inSession(openFloor));
    meeting.when(zhang, ask(q1, { inReplyTo: nobody })).refuses({ type: 'UnknownSpeech', requestId: nobody });
    meeting.when(zhang, ask(q1, { addressedTo: [personId('')] })).refuses({ type: 'NotADepartment', person: personId('') });
  });
});

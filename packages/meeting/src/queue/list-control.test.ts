// Chapter Q, what the moderator does with the list: Q3 (several), Q14–Q18.
import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { requestId, type PersonId, type RequestId } from '../ids.ts';
import type { Meeting } from '../meeting.ts';
import {
  fold,
  given,
  inSession,
  keynote,
  li,
  minute,
  mishu,
  openFloor,
  p1,
  p2,
  played,
  rules,
  t0,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { stageSpentMs } from '../agenda.ts';
import { stageBudget } from './stage-budget.ts';
import { turnOrder } from './turn-order.ts';
import { whyMoved } from './why-moved.ts';

const floor = inSession(openFloor, [zhang, li, wang, wei], { prepared: [] });
const ask = (person: PersonId, as: string = person): Step => [
  person,
  { type: 'RequestFloor', requestId: requestId(as), kind: 'openFloorSpeech' },
];
const skip = (id: string): Command => ({ type: 'SkipRequest', requestId: requestId(id) });
const give = (id: string): Step => [zhuchi, { type: 'GiveFloor', requestId: requestId(id) }];
const end: Step = [zhuchi, { type: 'EndSpeech' }];
const at = (when: number, [by, body]: Step): Step => [by, body, when];
const q = (id: string): RequestId => requestId(id);

const held = (meeting: Meeting) => {
  if (meeting.phase !== 'inSession') throw new Error('not in session');
  return meeting;
};
const after = (...steps: readonly Step[]) => held(fold(played(...steps)));
const turns = (...steps: readonly Step[]) => {
  const { queue, roll } = after(...steps);
  return turnOrder(queue, roll);
};
const order = (...steps: readonly Step[]) => turns(...steps).map(({ request }) => request.requestId as string);

describe('Q3 several entries', () => {
  const several = inSession(openFloor, [zhang, li], { prepared: [], rules: { ...rules, waitingEntries: 'several' } });
  test('are taken where the rules allow them, else refused', () => {
    expect(given(...several, ask(zhang)).when(...ask(zhang, 'q2')).decision.ok).toBe(true);
    given(...floor, ask(zhang))
      .when(...ask(zhang, 'q2'))
      .refuses({ type: 'AlreadyInQueue', requestId: q(zhang) });
  });
  test('the same one again is silent', () => {
    given(...several, ask(zhang), ask(zhang, 'q2'))
      .when(...ask(zhang, 'q2'))
      .saysNothing();
  });
});

describe('Q14 skipping', () => {
  const three = [...floor, ask(zhang), ask(wang), ask(wei)];
  test('leaves it on the list, behind all who can be called now, and it shows', () => {
    given(...three)
      .when(mishu, skip(zhang))
      .then({ type: 'RequestSkipped', payload: { requestId: q(zhang), behind: [q(wang), q(wei)] } });
    const list = turns(...three, [mishu, skip(zhang)]);
    expect(list.map(({ request, group }) => [request.requestId, group])).toEqual([
      [wang, 'fair'],
      [wei, 'fair'],
      [zhang, 'skipped'],
    ]);
    const { queue, roll } = after(...three, [mishu, skip(zhang)]);
    expect(whyMoved(turns(...three), queue, roll, q(zhang))).toEqual({ from: 1, to: 3, cause: { type: 'skipped' } });
  });
  test('who asks afterwards and stands behind those does not keep it waiting', () => {
    expect(order(...three, [mishu, skip(zhang)], give(wang), end, give(wei), end, ask(wang, 'q2'))).toEqual([zhang, 'q2']);
  });
  test('two who were skipped do not wait for one another', () => {
    expect(order(...three, [mishu, skip(zhang)], [mishu, skip(wang)])).toEqual([wei, zhang, wang]);
  });
  test('who was skipped last stands behind, also of three who were skipped in turn', () => {
    const turnsOut = [...three, [mishu, skip(zhang)], [mishu, skip(wang)], [mishu, skip(zhang)]] as readonly Step[];
    expect(order(...turnsOut)).toEqual([wei, wang, zhang]);
    expect(after(...turnsOut).queue.waiting.find(({ person }) => person === wang)?.behind).toEqual([q(wei)]);
  });
  test('who is not here and what was passed over are not waited for', () => {
    const away = [
      ...inSession(keynote),
      [zhuchi, { type: 'MoveToStage', stageId: openFloor }],
      ask(wang),
      ask(zhang),
      [mishu, { type: 'MarkLeft', person: zhang }],
    ] as readonly Step[];
    given(...away)
      .when(zhuchi, skip(wang))
      .saysNothing();
  });
  test('a prepared speech that was skipped stands among all others, behind those', () => {
    const prepared = [...inSession(keynote), ask(wang), [mishu, skip(p1)]] as readonly Step[];
    expect(turns(...prepared).map(({ request, group }) => [request.requestId, group])).toEqual([
      [p2, 'prepared'],
      [wang, 'fair'],
      [p1, 'skipped'],
    ]);
  });
  test('the last of the list is skipped in silence, what does not wait is refused', () => {
    given(...three)
      .when(zhuchi, skip(wei))
      .saysNothing();
    given(...three)
      .when(zhuchi, skip('q9'))
      .refuses({ type: 'UnknownRequest', requestId: q('q9') });
  });
  test('placing it by hand, restoring the order and the next stage end it', () => {
    const skipped = [...three, [mishu, skip(zhang)]] as readonly Step[];
    expect(order(...skipped, [zhuchi, { type: 'MoveRequest', requestId: q(zhang), before: q(wang) }])).toEqual([zhang, wang, wei]);
    expect(order(...skipped, [zhuchi, { type: 'RestoreOrder' }])).toEqual([zhang, wang, wei]);
    expect(order(...skipped, [zhuchi, { type: 'MoveToStage', stageId: keynote }])).toEqual([zhang, wang, wei]);
  });
  test('what the moderator places is skipped no longer, nor is what stands before it then', () => {
    const skipped = [...inSession(keynote), [mishu, skip(p1)]] as readonly Step[];
    for (const [id, before] of [
      [p2, null],
      [p1, p2],
    ] as const) {
      const placed = after(...skipped, [zhuchi, { type: 'MoveRequest', requestId: id, before }]);
      expect(placed.queue.waiting.find((one) => one.requestId === p1)).toMatchObject({ held: 'byHand' });
      expect(placed.queue.waiting.map(({ behind }) => behind)).toEqual([undefined, undefined]);
    }
    const { queue, roll } = after(...skipped, [zhuchi, { type: 'MoveRequest', requestId: p1, before: p2 }]);
    expect(whyMoved(turns(...skipped), queue, roll, p1)).toEqual({ from: 2, to: 1, cause: { type: 'placed' } });
  });
});

describe('Q15 putting back', () => {
  const back = (id: string, as = 'q2'): Command => ({ type: 'PutBack', requestId: q(id), as: q(as) });
  const speaking = [...floor, ask(zhang), ask(wang), give(zhang)];
  test('a speech that runs ends and stays in the record; the same stands first again with a clock of its own', () => {
    const { queue } = after(...speaking, [zhuchi, { type: 'ExtendSpeech', ms: minute }], [zhuchi, back(zhang)]);
    expect(queue.floor.phase).toBe('empty');
    expect(queue.speeches.map((one) => one.requestId)).toEqual([zhang]);
    expect(order(...speaking, [zhuchi, back(zhang)])).toEqual(['q2', wang]);
    expect(queue.waiting[0]).toMatchObject({ person: zhang, again: zhang, limitMs: 4 * minute, held: 'byHand' });
    expect(after(...speaking, [zhuchi, back(zhang)], give('q2')).queue.floor).toMatchObject({ spokenMs: 0 });
  });
  test('a speech that is over too, and what runs goes on', () => {
    const { queue } = after(...speaking, end, give(wang), [zhuchi, back(zhang)]);
    expect(queue.floor).toMatchObject({ phase: 'speaking', request: { requestId: wang } });
    expect(queue.speeches).toHaveLength(1);
  });
  test('what was handed in cannot be put back', () => {
    given(...floor, [wei, { type: 'HandInSpeech', requestId: q('w1'), topic: '', text: '甲' }])
      .when(zhuchi, back('w1'))
      .refuses({ type: 'UnknownSpeech', requestId: q('w1') });
  });
  test('again is silent; what was not said, an id in use and one who waits are refused', () => {
    given(...speaking, [zhuchi, back(zhang)])
      .when(zhuchi, back(zhang))
      .saysNothing();
    given(...speaking)
      .when(zhuchi, back(wang))
      .refuses({ type: 'UnknownSpeech', requestId: q(wang) });
    given(...speaking)
      .when(zhuchi, back(zhang, wang))
      .refuses({ type: 'RequestIdTaken', requestId: q(wang) });
    given(...speaking, ask(zhang, 'q3'))
      .when(zhuchi, back(zhang))
      .refuses({ type: 'AlreadyInQueue', requestId: q('q3') });
  });
});

describe('Q16 cutting the limits', () => {
  const cutTo = (ms: number): Step => [zhuchi, { type: 'CutLimits', ms }];
  const limits = (...steps: readonly Step[]) => after(...steps).queue.waiting.map((one) => one.limitMs);
  test('shortens all who wait and whoever asks later, and lengthens none; the speech that runs keeps its time', () => {
    expect(limits(...floor, ask(zhang), cutTo(2 * minute), ask(wang))).toEqual([2 * minute, 2 * minute]);
    expect(limits(...floor, ask(zhang), cutTo(9 * minute))).toEqual([3 * minute]);
    expect(after(...floor, ask(zhang), give(zhang), cutTo(minute)).queue.floor).toMatchObject({ limitMs: 3 * minute });
  });
  test('holds for the stage only, and not for what was passed over', () => {
    const left = [
      ...inSession(keynote),
      [zhuchi, { type: 'MoveToStage', stageId: openFloor }],
      ask(wang),
      cutTo(minute),
    ] as readonly Step[];
    expect(after(...left).queue.waiting.map((one) => [one.requestId, one.limitMs])).toEqual([
      [wang, minute],
      [p1, 6 * minute],
      [p2, 5 * minute],
    ]);
    expect(after(...left, [zhuchi, { type: 'MoveToStage', stageId: keynote }]).queue.cutMs).toBeUndefined();
  });
  test('to what holds already is silent', () => {
    given(...floor, ask(zhang), cutTo(2 * minute))
      .when(...cutTo(2 * minute))
      .saysNothing();
    given(...floor, ask(zhang))
      .when(...cutTo(2 * minute))
      .then({ type: 'LimitsCut', payload: { ms: 2 * minute } });
  });
});

describe('Q17 withdrawing is closed apart from asking', () => {
  const bar: Step = [zhuchi, { type: 'BarWithdrawal' }];
  const allow: Step = [zhuchi, { type: 'AllowWithdrawal' }];
  const withdraw: Step = [zhang, { type: 'WithdrawRequest', requestId: q(zhang) }];
  test('barred it is refused, and asking goes on; allowed it is taken', () => {
    given(...floor, ask(zhang), bar)
      .when(...withdraw)
      .refuses({ type: 'WithdrawalIsBarred' });
    expect(given(...floor, ask(zhang), bar).when(...ask(wang)).decision.ok).toBe(true);
    expect(given(...floor, ask(zhang), bar, allow).when(...withdraw).decision.ok).toBe(true);
  });
  test('each is silent the second time', () => {
    given(...floor, bar)
      .when(...bar)
      .saysNothing();
    given(...floor)
      .when(...allow)
      .saysNothing();
    given(...floor, bar)
      .when(...allow)
      .then({ type: 'WithdrawalAllowed', payload: {} });
  });
});

describe('Q18 the time of the stage', () => {
  const entered = t0 + 100 * minute;
  const stage = [
    ...inSession(keynote, [zhang, wang], { prepared: [] }),
    [zhuchi, { type: 'MoveToStage', stageId: openFloor }, entered],
  ] as readonly Step[];
  test('what is used since it was entered, what is left, and what those who wait would need', () => {
    const meeting = after(...stage, at(entered, ask(zhang)), at(entered, ask(wang)), at(entered + minute, give(zhang)));
    expect(stageBudget(meeting, entered + 2 * minute)).toEqual({
      plannedMs: 24 * minute,
      usedMs: 2 * minute,
      leftMs: 22 * minute,
      waiting: 1,
      neededMs: 5 * minute,
    });
  });
  test('goes below zero, and counts each time the stage was entered', () => {
    expect(stageBudget(after(...stage), entered + 30 * minute)?.leftMs).toBe(-6 * minute);
    const back = [
      ...stage,
      [zhuchi, { type: 'MoveToStage', stageId: keynote }, entered + 5 * minute],
      [zhuchi, { type: 'MoveToStage', stageId: openFloor }, entered + 9 * minute],
    ] as readonly Step[];
    expect(stageBudget(after(...back), entered + 10 * minute)?.usedMs).toBe(6 * minute);
  });
  test('a break of the meeting uses none of it', () => {
    const broken = [
      ...stage,
      [zhuchi, { type: 'SuspendMeeting' }, entered + 5 * minute],
      [zhuchi, { type: 'ResumeMeeting' }, entered + 20 * minute],
      [zhuchi, { type: 'SuspendMeeting' }, entered + 22 * minute],
      [zhuchi, { type: 'ResumeMeeting' }, entered + 23 * minute],
    ] as readonly Step[];
    expect(stageBudget(after(...broken), entered + 25 * minute)).toMatchObject({ usedMs: 9 * minute, leftMs: 15 * minute });
  });
  test('during a break none is used, and what was used before stands in a later stage', () => {
    const broken = [...stage, [zhuchi, { type: 'SuspendMeeting' }, entered + 5 * minute]] as readonly Step[];
    const { meeting } = given(...broken);
    if (meeting.phase !== 'suspended') throw new Error('not suspended');
    expect(stageSpentMs(meeting.agenda, openFloor, entered + 60 * minute)).toBe(5 * minute);
    const gone = after(
      ...broken,
      [zhuchi, { type: 'ResumeMeeting' }, entered + 20 * minute],
      [zhuchi, { type: 'MoveToStage', stageId: keynote }, entered + 21 * minute],
    );
    expect(stageSpentMs(gone.agenda, openFloor, entered + 90 * minute)).toBe(6 * minute);
  });
  test('what was passed over with its stage needs none either', () => {
    const left = [...inSession(keynote), [zhuchi, { type: 'MoveToStage', stageId: openFloor }, entered]] as readonly Step[];
    expect(stageBudget(after(...left), entered)).toMatchObject({ waiting: 0, neededMs: 0 });
  });
  test('who is not here needs no time', () => {
    const gone = [...stage, ask(zhang), [mishu, { type: 'MarkLeft', person: zhang }]] as readonly Step[];
    expect(stageBudget(after(...gone), entered)).toMatchObject({ waiting: 0, neededMs: 0 });
  });
});

// Chapter F, one above the other (F10), and the kinds that come with it: Q10, Q19, Q20.
import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { requestId, type PersonId } from '../ids.ts';
import type { Meeting } from '../meeting.ts';
import { speechMsOf, type FloorKind } from '../rules.ts';
import {
  assembled,
  bumen1,
  fold,
  given,
  inSession,
  li,
  minute,
  mishu,
  openFloor,
  played,
  rules,
  t0,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { timersOf } from '../timers.ts';
import { spokenMs } from './floor.ts';
import { onFloor } from './on-floor.ts';
import { turnOrder } from './turn-order.ts';

const floor = inSession(openFloor, [zhang, li, wang], { prepared: [] });
const q = requestId;
const ask = (person: PersonId, kind: FloorKind = 'openFloorSpeech', otherwise: object = {}): Step => [
  person,
  { type: 'RequestFloor', requestId: q(person), kind, ...(kind === 'pointOfOrder' && { matter: 'voting' }), ...otherwise },
];
const begin = t0 + 100 * minute;
const give: Step = [zhuchi, { type: 'GiveFloor', requestId: q(zhang) }, begin];
const interpose = (id: string): Command => ({ type: 'Interpose', requestId: q(id) });
const end: Command = { type: 'EndSpeech' };
const speaking: readonly Step[] = [...floor, ask(zhang), give];
const asked: readonly Step[] = [
  ...speaking,
  [...ask(li, 'followUpQuestion', { inReplyTo: q(zhang) }).slice(0, 2), begin + minute] as unknown as Step,
];
const interrupted: readonly Step[] = [...asked, [zhuchi, interpose(li), begin + minute]];

const held = (meeting: Meeting) => {
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return meeting;
};
const queueAfter = (...steps: readonly Step[]) => held(fold(played(...steps))).queue;

describe('F10 interrupting', () => {
  test('the clock of what is said stands meanwhile and goes on exactly where it stood', () => {
    const outcome = given(...asked).when(zhuchi, interpose(li), begin + minute);
    outcome.then(
      { type: 'SpeechPaused', payload: { requestId: q(zhang) } },
      { type: 'FloorGiven', payload: { requestId: q(li), over: { requestId: q(zhang), then: 'goesOn' } } },
    );
    const during = queueAfter(...interrupted).floor;
    expect(onFloor(during).map(({ person }) => person)).toEqual([li, zhang]);
    expect(spokenMs(during, begin + minute + 5000)).toBe(5000);
    const after = given(...interrupted).when(zhuchi, end, begin + 2 * minute);
    after.then(
      { type: 'SpeechEnded', payload: { requestId: q(li), spokenMs: minute, stageId: openFloor } },
      { type: 'SpeechResumed', payload: { requestId: q(zhang) } },
    );
    const { queue } = held(after.after);
    expect(queue.speeches).toMatchObject([{ requestId: li, spokenMs: minute, over: zhang }]);
    expect(spokenMs(queue.floor, begin + 2 * minute)).toBe(minute);
    expect(spokenMs(queue.floor, begin + 3 * minute)).toBe(2 * minute);
  });
  test('what was paused before stays paused afterwards', () => {
    const paused = [...asked, [zhuchi, { type: 'PauseSpeech' }], [zhuchi, interpose(li)], [zhuchi, end]] as readonly Step[];
    expect(queueAfter(...paused).floor).toMatchObject({ phase: 'paused', request: { requestId: zhang } });
  });
  test('a kind interrupts those of a lower precedence only', () => {
    const then = (person: PersonId, kind: FloorKind) => given(...interrupted, ask(person, kind)).when(zhuchi, interpose(person));
    then(wang, 'interjection').refuses({ type: 'FloorIsTaken', requestId: q(li) });
    then(wang, 'followUpQuestion').refuses({ type: 'FloorIsTaken', requestId: q(li) });
    expect(then(wang, 'pointOfOrder').decision.ok).toBe(true);
    given(...speaking, ask(wang))
      .when(zhuchi, interpose(wang))
      .refuses({ type: 'FloorIsTaken', requestId: q(zhang) });
  });
  test('three one above the other come off one after the other', () => {
    const three = [...interrupted, ask(wang, 'pointOfOrder'), [zhuchi, interpose(wang)]] as readonly Step[];
    expect(onFloor(queueAfter(...three).floor).map(({ person }) => person)).toEqual([wang, li, zhang]);
    const after = queueAfter(...three, [zhuchi, end], [zhuchi, end], [zhuchi, end]);
    expect([after.floor.phase, after.speeches.map(({ person }) => person)]).toEqual(['empty', [wang, li, zhang]]);
  });
  test('again is silent; with an empty floor, of what does not wait, and of who is not here it is refused', () => {
    given(...interrupted)
      .when(zhuchi, interpose(li))
      .saysNothing();
    given(...floor, ask(li, 'interjection'))
      .when(zhuchi, interpose(li))
      .refuses({ type: 'FloorIsEmpty' });
    given(...speaking)
      .when(zhuchi, interpose('q9'))
      .refuses({ type: 'UnknownRequest', requestId: q('q9') });
    given(...asked, [mishu, { type: 'MarkLeft', person: li }])
      .when(zhuchi, interpose(li))
      .refuses({ type: 'NotCheckedIn', person: li });
  });
  test('the next stage and the end of the meeting end all of them, and nothing that was said is lost', () => {
    for (const body of [{ type: 'MoveToStage', stageId: voting }, { type: 'ConcludeMeeting' }] as const) {
      const { queue } = held(given(...interrupted).when(zhuchi, body, begin + 2 * minute).after);
      expect([queue.floor.phase, queue.speeches.map((one) => [one.person, one.spokenMs])]).toEqual([
        'empty',
        [
          [li, minute],
          [zhang, minute],
        ],
      ]);
    }
  });
  test('T1 only the clock that runs is timed, and the one beneath anew once it goes on', () => {
    const timed = (...steps: readonly Step[]) => timersOf(fold(played(...steps))).map(({ body, at }) => [body, at]);
    expect(timed(...interrupted)).toEqual([[{ type: 'MarkOvertime', requestId: q(li) }, begin + 3 * minute]]);
    expect(timed(...interrupted, [zhuchi, end, begin + 2 * minute])).toEqual([
      [{ type: 'MarkOvertime', requestId: q(zhang) }, begin + 4 * minute],
    ]);
  });
  test('A1, A2 what was interrupted can be addressed and answered', () => {
    const address: Step = [zhuchi, { type: 'AddressSpeech', requestId: q(zhang), departments: [bumen1] }];
    expect(onFloor(queueAfter(...interrupted, address).floor)[1]?.addressedTo).toEqual([bumen1]);
  });
});

describe('Q19 points of order', () => {
  test('say what they are about, and stand before all others', () => {
    given(...floor)
      .when(wang, { type: 'RequestFloor', requestId: q('q1'), kind: 'pointOfOrder' })
      .refuses({ type: 'MatterRequired' });
    const { queue, roll } = held(fold(played(...asked, ask(wang, 'pointOfOrder', { topic: '先表决' }))));
    expect(turnOrder(queue, roll).map(({ request, group }) => [request.person, group, request.matter])).toEqual([
      [wang, 'order', 'voting'],
      [li, 'interposed', undefined],
    ]);
    expect(queueAfter(...asked, ask(wang, 'pointOfOrder'), [zhuchi, interpose(wang)], [zhuchi, end]).speeches[0]?.matter).toBe('voting');
  });
  test('can be raised while the list is closed or the stage has no floor, and besides another request; once', () => {
    const order: Command = { type: 'RequestFloor', requestId: q('q1'), kind: 'pointOfOrder', matter: 'time' };
    for (const steps of [[...floor, [zhuchi, { type: 'CloseQueue' }]], inSession(voting), [...floor, ask(wang)]] as (readonly Step[])[])
      expect(given(...steps).when(wang, order).decision.ok).toBe(true);
    given(...floor, [wang, order])
      .when(wang, { ...order, requestId: q('q2') })
      .refuses({ type: 'AlreadyInQueue', requestId: q('q1') });
    given(...floor, [wang, order])
      .when(wang, order)
      .saysNothing();
  });
  test('have the time of an interjection where nobody has said otherwise', () => {
    expect(speechMsOf(rules, 'pointOfOrder')).toBe(rules.speechMs.interjection);
    expect(speechMsOf({ ...rules, speechMs: { ...rules.speechMs, pointOfOrder: 1 } }, 'pointOfOrder')).toBe(1);
  });
});

describe('Q20 written speeches', () => {
  const hand = (id = 'w1', text = '建议一链一策。'): Command => ({ type: 'HandInSpeech', requestId: q(id), topic: '招商', text });
  test('enter the record without the floor, also of who is not here, and cost no time and no turn', () => {
    const { queue, roll } = held(given(...floor, ask(wang), [wei, hand()]).meeting);
    expect(queue.speeches).toMatchObject([{ person: wei, kind: 'writtenSpeech', text: '建议一链一策。', spokenMs: 0, stageId: openFloor }]);
    expect(turnOrder(queue, roll)).toHaveLength(1);
    expect(queueAfter(...speaking, [wei, hand()]).floor.phase).toBe('speaking');
  });
  test('are taken during a break too, and count to the stage that stands still; not before the opening', () => {
    const broken: readonly Step[] = [...floor, [zhuchi, { type: 'SuspendMeeting' }]];
    expect(queueAfter(...broken, [wei, hand()]).speeches).toMatchObject([{ person: wei, stageId: openFloor }]);
    given(...broken, [wei, hand()])
      .when(wei, hand())
      .saysNothing();
    given(...assembled())
      .when(wei, hand())
      .refuses({ type: 'MeetingNotInSession', phase: 'convened' });
  });
  test('the same again is silent, a used id and an empty text are refused', () => {
    given(...floor, [wei, hand()])
      .when(wei, hand())
      .saysNothing();
    given(...floor, ask(wang))
      .when(wei, hand(wang))
      .refuses({ type: 'RequestIdTaken', requestId: q(wang) });
    given(...floor)
      .when(wei, hand('w1', ' '))
      .refuses({ type: 'NoteRequired' });
  });
  test('the office enters one for others, not for itself, and it shows who did', () => {
    const enter = (person: PersonId): Command => ({ type: 'EnterWrittenSpeech', requestId: q('w1'), person, topic: '', text: '甲' });
    expect(given(...floor).when(mishu, enter(wei)).after).toMatchObject({ queue: { speeches: [{ person: wei, enteredBy: mishu }] } });
    expect(queueAfter(...floor, [wei, hand()]).speeches[0]).not.toHaveProperty('enteredBy');
    given(...floor)
      .when(mishu, enter(mishu))
      .refuses({ type: 'UnknownPerson', person: mishu });
    given(...floor)
      .when(wei, { type: 'HandInSpeech', requestId: q('w1'), topic: '', text: '甲', addressedTo: [li] })
      .refuses({ type: 'NotADepartment', person: li });
  });
});

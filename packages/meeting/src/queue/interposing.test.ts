// Chapter F, one above the other (F10), and the kinds that come with it: Q10, Q19, Q20.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { evolve } from '../evolve.ts';
import { clock, requestId, type PersonId } from '../ids.ts';
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
  stamped,
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
import { lostMs } from './lease.ts';
import { begun, onFloor } from './on-floor.ts';
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

describe('laws of the floor', () => {
  const people = [zhang, li, wang] as const;
  const kinds: readonly FloorKind[] = ['openFloorSpeech', 'followUpQuestion', 'interjection', 'pointOfOrder'];
  const anyAct = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ act: fc.constant('ask' as const), person: fc.constantFrom(...people), kind: fc.constantFrom(...kinds) }),
    },
    { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('give' as const, 'interpose' as const), place: fc.nat(3) }) },
    { weight: 5, arbitrary: fc.record({ act: fc.constantFrom('PauseSpeech' as const, 'ResumeSpeech' as const, 'EndSpeech' as const) }) },
    { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('putBack' as const, 'suspend' as const, 'skip' as const) }) },
    { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('lose' as const, 'find' as const) }) },
  );

  /** Everybody takes part online. */
  const byLine: readonly Step[] = [
    ...inSession(openFloor, [], { prepared: [], rules: { ...rules, lease: { graceMs: 1000 } } }),
    ...people.map((person): Step => [person, { type: 'CheckIn', where: 'online' }]),
  ];

  test('one clock runs at most; net times and pauses make up the time on the wall; nothing that was asked for is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyAct, fc.nat(90_000)), { minLength: 20, maxLength: 120, size: 'max' }), (course) => {
        let meeting: Meeting = fold(played(...byLine));
        let at = begin;
        let ids = 0;
        const all = new Set<string>();
        /** Stop-watches of our own: what each has used, running and standing. */
        const watches = new Map<string, { net: number; stood: number; lost: number }>();
        const put = (by: PersonId, body: Command): void => {
          const decision = decide(meeting, stamped(by, body, at));
          if (!decision.ok) return;
          for (const event of decision.events) {
            if (event.type === 'FloorRequested') all.add(event.payload.request.requestId);
            meeting = evolve(meeting, { ...event, by, at });
          }
        };
        for (const [step, ms] of course) {
          const before = held(meeting).queue.floor;
          for (const [place, { requestId: id }] of onFloor(before).entries()) {
            const watch = watches.get(id) ?? { net: 0, stood: 0, lost: 0 };
            const taken = begun(before)[place];
            if (taken?.phase === 'paused' && taken.lost) watch.lost += ms;
            if (place === 0 && before.phase === 'speaking') watch.net += ms;
            else watch.stood += ms;
            watches.set(id, watch);
          }
          at += ms;
          const { queue } = held(meeting);
          const nth = 'place' in step ? queue.waiting[step.place % Math.max(1, queue.waiting.length)] : queue.waiting[0];
          const id = nth?.requestId ?? q('none');
          const said = queue.floor.phase === 'empty' ? queue.speeches.at(-1)?.requestId : queue.floor.request.requestId;
          if (step.act === 'ask')
            put(step.person, { type: 'RequestFloor', requestId: q(`a${(ids += 1)}`), kind: step.kind, matter: 'time' });
          else if (step.act === 'give') put(zhuchi, { type: 'GiveFloor', requestId: id });
          else if (step.act === 'interpose') put(zhuchi, { type: 'Interpose', requestId: id });
          else if (step.act === 'skip') put(zhuchi, { type: 'SkipRequest', requestId: id });
          else if (step.act === 'putBack') put(zhuchi, { type: 'PutBack', requestId: said ?? id, as: q(`a${(ids += 1)}`) });
          else if (step.act === 'lose') put(clock, { type: 'LoseSpeaker', requestId: said ?? id, since: at - 1000 });
          else if (step.act === 'find') put(clock, { type: 'FindSpeaker', requestId: said ?? id });
          else if (step.act === 'suspend') {
            put(zhuchi, { type: 'SuspendMeeting' });
            put(zhuchi, { type: 'ResumeMeeting' });
          } else put(zhuchi, { type: step.act });
          const after = held(meeting).queue;
          const running = [after.floor, ...under(after.floor)].filter(({ phase }) => phase === 'speaking');
          expect(running.length).toBeLessThanOrEqual(1);
          for (const speech of after.speeches) {
            const watch = watches.get(speech.requestId) ?? { net: 0, stood: 0, lost: 0 };
            expect([speech.spokenMs, speech.to - speech.from]).toEqual([watch.net, watch.net + watch.stood]);
            const pauses = speech.pauses ?? [];
            expect(pauses.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(watch.stood);
            const instants = [speech.from, ...pauses.flatMap(({ from, to }) => [from, to]), speech.to];
            expect(instants).toEqual(instants.toSorted((one, other) => one - other));
            expect(lostMs(speech)).toBe(watch.lost);
          }
          const known = [...after.waiting, ...onFloor(after.floor), ...after.speeches].map((one) => one.requestId);
          expect(new Set(known)).toEqual(all);
          expect(known).toHaveLength(all.size);
        }
      }),
      { numRuns: 200 },
    );
  });

  function under(taken: ReturnType<typeof queueAfter>['floor']): readonly (typeof taken)[] {
    return taken.phase !== 'empty' && taken.beneath ? [taken.beneath.floor, ...under(taken.beneath.floor)] : [];
  }
});

// Chapter Q, the order of turns: Q8, Q10–Q13, and F9: what follows when the moderator chooses otherwise.
import { describe, expect, test } from 'vitest';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { personId, requestId, type PersonId, type RequestId } from '../ids.ts';
import type { Meeting } from '../meeting.ts';
import type { Attendee } from '../roll.ts';
import type { FloorKind } from '../rules.ts';
import {
  attendees,
  bumen1,
  fold,
  given,
  inSession,
  keynote,
  li,
  mishu,
  openFloor,
  p1,
  p2,
  played,
  stamped,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  zhuchi2,
  type Step,
} from '../testing/index.ts';
import { setsBefore, suggestedTurn, turnOrder } from './turn-order.ts';
import { whyMoved } from './why-moved.ts';

const sectors = {
  prepared: [],
  attendees: attendees.map((one): Attendee => (one.person === wei ? { ...one, sector: '农业' } : one)),
};
const floor = inSession(openFloor, [zhang, li, wang, wei], sectors);
const ask = (person: PersonId, otherwise: { kind?: FloorKind; inReplyTo?: RequestId; as?: string } = {}): Step => {
  const { as = person, kind = 'openFloorSpeech', ...more } = otherwise;
  return [person, { type: 'RequestFloor', requestId: requestId(as), kind, ...more }];
};
const give = (id: string): Step => [zhuchi, { type: 'GiveFloor', requestId: requestId(id) }];
const end: Step = [zhuchi, { type: 'EndSpeech' }];
/** Speaks and stands on the list no more. */
const speaks = (person: PersonId): readonly Step[] => [ask(person, { as: `${person} before` }), give(`${person} before`), end];
const move = (id: string, before: string | null, seen?: number): Command => ({
  type: 'MoveRequest',
  requestId: requestId(id),
  before: before === null ? null : requestId(before),
  seen,
});

const held = (meeting: Meeting) => {
  if (meeting.phase === 'notConvened') throw new Error('not convened');
  return meeting;
};
const turns = (...steps: readonly Step[]) => {
  const { queue, roll } = held(given(...steps).meeting);
  return turnOrder(queue, roll);
};
const order = (...steps: readonly Step[]) => turns(...steps).map(({ request }) => request.requestId as string);

describe('Q11 the fair order', () => {
  test('who has not spoken stands before who has', () => {
    const list = turns(...floor, ...speaks(zhang), ask(zhang), ask(wang));
    expect(list.map(({ request, ahead, hasSpoken }) => [request.person, ahead, hasSpoken])).toEqual([
      [wang, 'notSpoken', false],
      [zhang, null, true],
    ]);
  });
  test('whose 界别 has not been heard stands before whose has, however the roll spells it', () => {
    const list = turns(...floor, ...speaks(zhang), ask(li), ask(wang));
    expect(list.map(({ request, ahead, sectorHeard }) => [request.person, ahead, sectorHeard])).toEqual([
      [wang, 'sectorNotHeard', false],
      [li, null, true],
    ]);
  });
  test('of 界别 that were heard the one with less time stands first', () => {
    const long: readonly Step[] = [ask(wang, { as: 'long' }), give('long'), [zhuchi, { type: 'EndSpeech' }, 1_700_000_000_000]];
    const spoken = [...floor, ...speaks(zhang), ...long, ask(wang), ask(zhang)];
    expect(turns(...spoken).map(({ request, ahead }) => [request.person, ahead])).toEqual([
      [zhang, 'sectorTime'],
      [wang, null],
    ]);
  });
  test('else who asked first', () => {
    expect(turns(...floor, ask(wang), ask(wei)).map(({ request, ahead }) => [request.person, ahead])).toEqual([
      [wang, 'asked'],
      [wei, null],
    ]);
  });
  test('each turn supposes the ones before it: the second of a 界别 comes after another 界别', () => {
    expect(order(...floor, ask(zhang), ask(li), ask(wang))).toEqual([zhang, wang, li]);
  });
  test('who is speaking has spoken, and the limit is what that 界别 is supposed to use', () => {
    expect(order(...floor, ask(zhang), give(zhang), ask(li), ask(wang))).toEqual([wang, li]);
  });
  test('of two 界别 that were heard, the one that is speaking is supposed to use its limit', () => {
    const both = [...floor, ...speaks(zhang), ...speaks(wang), ask(zhang), give(zhang), ask(li), ask(wang)];
    expect(turns(...both).map(({ request, ahead }) => [request.person, ahead])).toEqual([
      [li, 'notSpoken'],
      [wang, null],
    ]);
    const again = (as: string): readonly Step[] => [ask(wang, { as }), give(as), end];
    const wide = [...floor, ...speaks(zhang), ...speaks(li), ...speaks(wang), ...again('w2'), ...again('w3'), ask(li), ask(wang)];
    expect(order(...wide)).toEqual([li, wang]);
    const during = [...wide.slice(0, -2), ask(zhang), give(zhang), ask(li), ask(wang)];
    expect(order(...during)).toEqual([wang, li]);
  });
  test('a question or an interjection is no speech of one’s own', () => {
    const asked = [ask(zhang, { kind: 'interjection', as: 'before' }), give('before'), end];
    expect(turns(...floor, ...asked, ask(wang), ask(zhang)).map(({ hasSpoken, ahead }) => [hasSpoken, ahead])).toEqual([
      [false, 'sectorTime'],
      [false, null],
    ]);
  });
  test('tells what sets any one before any other behind it', () => {
    const { queue, roll } = held(given(...floor, ask(zhang), ask(li), ask(wang)).meeting);
    const [first, second, third] = turnOrder(queue, roll);
    if (!first || !second || !third) throw new Error('three wait');
    expect([setsBefore(queue, roll, first, third), setsBefore(queue, roll, second, third)]).toEqual(['asked', 'sectorNotHeard']);
  });
});

describe('Q10 the groups', () => {
  const fixed = inSession(keynote, [zhang, li, wang, wei]);
  test('prepared speeches, then departments that respond, then all others', () => {
    const response = { kind: 'departmentResponse' } as const;
    const list = turns(...fixed, ask(wang), ask(bumen1, response));
    expect(list.map(({ request, group }) => [request.requestId, group])).toEqual([
      [p1, 'prepared'],
      [p2, 'prepared'],
      [bumen1, 'response'],
      [wang, 'fair'],
    ]);
  });
  test('a question stands first while what it belongs to is said or was said last, also after another question to it', () => {
    const question = (person: PersonId) => ask(person, { kind: 'followUpQuestion', inReplyTo: p1 });
    const running = [...fixed, give(p1), question(wang), question(wei)];
    expect(turns(...running).map(({ group }) => group)).toEqual(['interposed', 'interposed', 'prepared']);
    expect(order(...running, end)).toEqual([wang, wei, p2]);
    expect(order(...running, end, give(wang), end)).toEqual([wei, p2]);
    expect(order(...running, end, give(p2))).toEqual([wang, wei]);
    expect(turns(...running, end, give(p2)).map(({ group }) => group)).toEqual(['fair', 'fair']);
    const aside: readonly Step[] = [ask(li, { kind: 'interjection', as: 'aside' }), give('aside'), end];
    expect(turns(...running, end, ...aside).map(({ group }) => group)).toEqual(['interposed', 'interposed', 'prepared']);
    const point: Step = [li, { type: 'RequestFloor', requestId: requestId('o'), kind: 'pointOfOrder', matter: 'time' }];
    expect(turns(...running, point, [zhuchi, { type: 'Interpose', requestId: requestId('o') }]).map(({ group }) => group)).toEqual([
      'interposed',
      'interposed',
      'prepared',
    ]);
  });
  test('who is not here stands behind those who are; a speech passed over last of all', () => {
    const left = [...fixed, ask(wang), [mishu, { type: 'MarkLeft', person: zhang }]] as readonly Step[];
    expect(turns(...left).map(({ request, group }) => [request.requestId, group])).toEqual([
      [p2, 'prepared'],
      [wang, 'fair'],
      [p1, 'awaited'],
    ]);
    expect(turns(...left, [zhuchi, { type: 'MoveToStage', stageId: openFloor }]).map(({ group }) => group)).toEqual([
      'fair',
      'passedOver',
      'passedOver',
    ]);
  });
  test('the first who can be called is suggested; nobody when nobody can', () => {
    const suggested = (...steps: readonly Step[]) => {
      const { queue, roll } = held(given(...steps).meeting);
      return suggestedTurn(queue, roll)?.request.requestId;
    };
    expect(suggested(...fixed, [mishu, { type: 'MarkLeft', person: zhang }])).toBe(p2);
    expect(suggested(...inSession(keynote, []))).toBeUndefined();
  });
});

describe('Q8 placed by hand', () => {
  const three = [...floor, ask(zhang), ask(wang), ask(wei)];
  test('all up to the one that was moved stay where they are, whoever asks afterwards', () => {
    const placed = [...three, [zhuchi, move(wei, wang)] as Step];
    expect(order(...placed)).toEqual([zhang, wei, wang]);
    expect(turns(...placed, ...[ask(li)]).map(({ request, group }) => [request.requestId, group])).toEqual([
      [zhang, 'held'],
      [wei, 'held'],
      [wang, 'fair'],
      [li, 'fair'],
    ]);
  });
  test('what was held before stays held when something is put between', () => {
    const placed = [...three, ask(li), [zhuchi, move(wei, null)], [zhuchi, move(li, zhang)]] as readonly Step[];
    expect(turns(...placed).map(({ request, group }) => [request.requestId, group])).toEqual([
      [li, 'held'],
      [zhang, 'held'],
      [wang, 'held'],
      [wei, 'held'],
    ]);
  });
  test('what stands behind the one that was moved is not held, although one that was placed before has left', () => {
    const left: Step = [mishu, { type: 'MarkLeft', person: wei }];
    const placed = [...three, ask(li), [zhuchi, move(wei, zhang)], left, [zhuchi, move(wang, zhang)]] as readonly Step[];
    expect(turns(...placed).map(({ request, group }) => [request.requestId, group])).toEqual([
      [wang, 'held'],
      [zhang, 'fair'],
      [li, 'fair'],
      [wei, 'awaited'],
    ]);
  });
  test('is let go when the order is restored, and when the stage changes; to restore what is not held is silent', () => {
    const placed = [...three, [zhuchi, move(wei, zhang)]] as readonly Step[];
    const restore: Step = [zhuchi, { type: 'RestoreOrder' }];
    given(...placed)
      .when(...restore)
      .then({ type: 'OrderRestored', payload: {} });
    expect(order(...placed, restore)).toEqual([zhang, wang, wei]);
    expect(order(...placed, [zhuchi, { type: 'MoveToStage', stageId: voting }])).toEqual([zhang, wang, wei]);
    given(...three)
      .when(...restore)
      .saysNothing();
  });
  test('an older fact, which does not name them, holds the list as it stood up to the one moved', () => {
    const before = given(...floor, ...speaks(zhang), ask(zhang), ask(wang), ask(wei)).meeting;
    const after = fold(
      [{ type: 'RequestMoved', payload: { requestId: requestId(wei), before: requestId(wang) }, by: zhuchi, at: 0 }],
      before,
    );
    expect(turnOrder(held(after).queue, held(after).roll).map(({ request }) => request.requestId)).toEqual([zhang, wei, wang]);
  });
});

describe('Q12 two who change the order at once', () => {
  const three = [...floor, ask(zhang), ask(wang), ask(wei)];
  const other: Step = [zhuchi2, move(wei, zhang)];
  test('who did not see the other’s change of the same entry is told whose it was', () => {
    given(...three, other)
      .when(zhuchi, move(wei, wang, 0))
      .refuses({ type: 'OrderChanged', by: zhuchi2 });
    given(...three, other)
      .when(zhuchi, move(wang, wei, 0))
      .refuses({ type: 'OrderChanged', by: zhuchi2 });
  });
  test('a change of another entry, one’s own before, and one that was seen stand in nobody’s way', () => {
    for (const [by, body] of [
      [zhuchi, move(wang, zhang, 0)],
      [zhuchi2, move(wei, wang, 0)],
      [zhuchi, move(wei, wang, 1)],
    ] as const)
      expect(given(...three, other).when(by, body).decision.ok).toBe(true);
  });
  test('the same change twice is silent', () => {
    given(...three, other)
      .when(zhuchi, move(wei, zhang, 1))
      .saysNothing();
  });
});

describe('Q13 why one stands elsewhere', () => {
  const why = (person: PersonId, before: readonly Step[], after: readonly Step[]) => {
    const { queue, roll } = held(fold(played(...before, ...after)));
    return whyMoved(turns(...before), queue, roll, requestId(person));
  };
  const three = [...floor, ask(zhang), ask(li), ask(wang)];
  test('those before are gone', () => {
    expect(why(li, three, [give(zhang)])).toEqual({ from: 3, to: 2, cause: { type: 'aheadGone', count: 1 } });
  });
  test('another one stands before, by the fair order or by the moderator', () => {
    const overtaken = (by: PersonId, group: string, ahead: string | null) => ({ type: 'overtaken', by, group, ahead });
    expect(why(li, three, [ask(wei)])).toEqual({ from: 3, to: 4, cause: overtaken(wei, 'fair', 'sectorNotHeard') });
    expect(why(zhang, three, [[zhuchi, move(wang, zhang)]])).toEqual({ from: 1, to: 2, cause: overtaken(wang, 'held', null) });
  });
  test('the moderator placed it, or it passed another one', () => {
    expect(why(wang, three, [[zhuchi, move(wang, zhang)]])).toEqual({ from: 2, to: 1, cause: { type: 'placed' } });
    const behind = [...three, [zhuchi, move(li, zhang)]] as readonly Step[];
    expect(why(zhang, behind, [[zhuchi, { type: 'RestoreOrder' }]])).toEqual({ from: 3, to: 1, cause: { type: 'passed', person: wang } });
  });
  test('nothing to say to who stands where they stood, and to who does not wait', () => {
    expect(why(zhang, three, [ask(wei)])).toBeNull();
    expect(why(wei, three, [])).toBeNull();
    expect(why(zhang, three, [give(zhang)])).toBeNull();
  });
});

describe('F9 another one than suggested', () => {
  const two = [...floor, ask(zhang), ask(wang)];
  const of = (id: PersonId, reason?: string): Command => ({ type: 'GiveFloor', requestId: requestId(id), reason });
  test('the record keeps who was suggested, and the reason if there is one', () => {
    given(...two)
      .when(zhuchi, of(wang, ' 请先回应 '))
      .then({ type: 'FloorGiven', payload: { requestId: requestId(wang), instead: { of: zhang, reason: '请先回应' } } });
    given(...two)
      .when(zhuchi, of(wang, ' '))
      .then({ type: 'FloorGiven', payload: { requestId: requestId(wang), instead: { of: zhang } } });
    const { queue } = held(
      given(...two, [zhuchi, of(wang)], [zhuchi, { type: 'PauseSpeech' }], [zhuchi, { type: 'ResumeSpeech' }], end).meeting,
    );
    expect(queue.speeches[0]?.instead).toEqual({ of: zhang });
  });
  test('who follows the suggestion gives no reason', () => {
    given(...two)
      .when(zhuchi, of(zhang, '次序如此'))
      .then({ type: 'FloorGiven', payload: { requestId: requestId(zhang) } });
  });
  test('again is silent, and to one who does not wait refused', () => {
    given(...two, [zhuchi, of(wang)])
      .when(zhuchi, of(wang, '再按'))
      .saysNothing();
    given(...two)
      .when(zhuchi, of(personId('nobody')))
      .refuses({ type: 'UnknownRequest', requestId: requestId('nobody') });
  });
});

test('law 1: the order is the same for the same meeting, and costs nothing the second time', () => {
  const { queue, roll } = held(given(...floor, ask(zhang), ask(wang)).meeting);
  expect(turnOrder(queue, roll)).toBe(turnOrder(queue, roll));
  expect(turnOrder({ ...queue }, roll)).toEqual(turnOrder(queue, roll));
  expect(decide(held(given(...floor).meeting), stamped(zhuchi, move(wei, null), 0)).ok).toBe(false);
});

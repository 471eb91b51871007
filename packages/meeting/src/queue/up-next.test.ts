// Chapter Q, what those who wait are told: Q21 that they are next, Q22 how long they can expect to wait.
import { describe, expect, test } from 'vitest';
import { requestId, type PersonId, type RequestId } from '../ids.ts';
import {
  bumen1,
  bumen2,
  fold,
  inSession,
  keynote,
  li,
  minute,
  mishu,
  openFloor,
  p1,
  p2,
  played,
  t0,
  wang,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { expectedWait, minutesTold } from './expected-wait.ts';
import { turnOrder } from './turn-order.ts';
import { cameNearer, upNextOf, type UpNext } from './up-next.ts';

const floor = inSession(openFloor, [zhang, li, wang], { prepared: [] });
const q = (id: string): RequestId => requestId(id);
const ask = (person: PersonId, as: string = person, at?: number): Step => [
  person,
  { type: 'RequestFloor', requestId: q(as), kind: 'openFloorSpeech' },
  at,
];
const give = (id: string, at?: number): Step => [zhuchi, { type: 'GiveFloor', requestId: q(id) }, at];
const end = (at?: number): Step => [zhuchi, { type: 'EndSpeech' }, at];
const after = (...steps: readonly Step[]) => {
  const meeting = fold(played(...steps));
  if (meeting.phase !== 'inSession') throw new Error('not in session');
  return meeting;
};
/** Both are passed over with the stage they were prepared for; the first of them never came. */
const zhangIsAwaited: readonly Step[] = [...inSession(keynote, [li]), [zhuchi, { type: 'MoveToStage', stageId: openFloor }]];
const nearness = (person: PersonId, ...steps: readonly Step[]) => {
  const { queue, roll } = after(...steps);
  return upNextOf(queue, roll, person)?.nearness ?? null;
};

describe('Q21 who is next', () => {
  const three = [...floor, ask(zhang), ask(wang), ask(li)];
  test('the one who is suggested, and the one right after; nobody further back', () => {
    expect([zhang, wang, li].map((person) => nearness(person, ...three))).toEqual(['next', 'afterNext', null]);
  });
  test('nobody who has the floor, who withdrew, was removed or skipped', () => {
    expect(nearness(zhang, ...three, give(zhang))).toBeNull();
    expect(nearness(zhang, ...three, [zhang, { type: 'WithdrawRequest', requestId: q(zhang) }])).toBeNull();
    expect(nearness(zhang, ...three, [mishu, { type: 'RemoveRequest', requestId: q(zhang), reason: '重复' }])).toBeNull();
    expect(nearness(zhang, ...three, [mishu, { type: 'SkipRequest', requestId: q(zhang) }])).toBeNull();
    expect(nearness(wang, ...three, [mishu, { type: 'SkipRequest', requestId: q(zhang) }])).toBe('next');
  });
  test('who is not here stands in nobody’s way and is not next', () => {
    expect([zhang, li].map((person) => nearness(person, ...zhangIsAwaited))).toEqual([null, 'next']);
  });
  test('a speaker whose own speech is interrupted is not told', () => {
    const steps = [...floor, ask(zhang), give(zhang), ask(li, 'point'), ask(zhang, 'again')];
    expect(nearness(zhang, ...steps)).toBeNull();
  });
});

describe('Q21 what is told', () => {
  const at = (near: UpNext['nearness'], enteredBy: PersonId = zhang): UpNext => ({ requestId: q('r'), nearness: near, enteredBy });
  test('each step nearer, once', () => {
    expect(cameNearer(null, at('afterNext'), zhang, true)).toBe('afterNext');
    expect(cameNearer(at('afterNext'), at('next'), zhang, true)).toBe('next');
    expect(cameNearer(null, at('next'), zhang, true)).toBe('next');
    expect(cameNearer(at('next'), at('next'), zhang, true)).toBeNull();
    expect(cameNearer(at('afterNext'), at('afterNext'), zhang, true)).toBeNull();
  });
  test('nothing to who falls back or waits no more', () => {
    expect(cameNearer(at('next'), at('afterNext'), zhang, true)).toBeNull();
    expect(cameNearer(at('next'), null, zhang, true)).toBeNull();
  });
  test('nothing to who has just asked, unless somebody else asked for them', () => {
    expect(cameNearer(null, at('next'), zhang, false)).toBeNull();
    expect(cameNearer(null, at('next', mishu), zhang, false)).toBe('next');
  });
});

describe('Q22 the wait that is expected', () => {
  const start = t0 + 60 * minute;
  /** As it is for those whom the moderator has placed as they stand: nobody passes them. */
  const wait = (id: string, now: number, ...steps: readonly Step[]) => {
    const { queue, roll } = after(...steps);
    const waiting = queue.waiting.map((request) => ({ ...request, held: 'byHand' }) as const);
    return expectedWait({ ...queue, waiting }, roll, q(id), now)?.ms ?? null;
  };
  const both = [...floor, ask(zhang), ask(wang), ask(li), give(zhang, start)];
  test('before anybody has spoken: what is left of the speech, and the limits of those before', () => {
    expect(wait(wang, start + minute, ...both)).toBe(2 * minute);
    expect(wait(li, start + minute, ...both)).toBe(5 * minute);
  });
  test('who does not wait, or is not here, has no wait; who is first and nobody speaks waits for nobody', () => {
    expect(wait(zhang, start, ...both)).toBeNull();
    expect(wait('nobody', start, ...both)).toBeNull();
    expect(wait(p1, start, ...zhangIsAwaited)).toBeNull();
    expect(wait(zhang, start, ...floor, ask(zhang))).toBe(0);
  });
  test('those who cannot be called are not waited for', () => {
    expect(wait(p2, start, ...zhangIsAwaited)).toBe(0);
  });
  test('speeches shorter than their limits shorten it, two of just the limit counted beside them', () => {
    const short = [...floor, ask(zhang, 'a'), give('a', start), end(start + minute), ask(wang), ask(li)];
    // One of 1 minute and two of 3 minutes, for three limits of 3 minutes.
    expect(wait(li, start + minute, ...short)).toBe(Math.round((7 / 9) * 3 * minute));
  });
  test('the usual pause between two speeches counts for each turn to take', () => {
    const paused: readonly Step[] = [
      ...floor,
      ...[ask(zhang, 'a'), give('a', start), end(start + 3 * minute)],
      ...[ask(wang, 'b'), give('b', start + 4 * minute), end(start + 7 * minute)],
      ...[ask(li, 'c'), ask(zhang, 'd'), give('c', start + 8 * minute)],
    ];
    // Whoever speaks has all three minutes, and a pause comes after.
    expect(wait('d', start + 8 * minute, ...paused)).toBe(4 * minute);
  });
  test('the middle one of the pauses: a vote in between makes nobody wait longer', () => {
    const often: readonly Step[] = [
      ...floor,
      ...[ask(zhang, 'a'), give('a', start), end(start + 3 * minute)],
      ...[ask(wang, 'b'), give('b', start + 4 * minute), end(start + 7 * minute)],
      ...[ask(li, 'c'), give('c', start + 37 * minute), end(start + 40 * minute)],
      ...[ask(zhang, 'd'), give('d', start + 41 * minute), end(start + 44 * minute)],
      ...[ask(wang, 'e'), ask(zhang, 'f')],
    ];
    expect(wait('f', start + 44 * minute, ...often)).toBe(4 * minute);
  });
  test('what was handed in or interposed takes no turn and makes no pause', () => {
    const handIn = (as: string): Step => [
      li,
      { type: 'HandInSpeech', requestId: q(as), topic: '', text: '书面意见' },
      start + 3.5 * minute,
    ];
    const interpose = (as: string): readonly Step[] => [
      [wang, { type: 'RequestFloor', requestId: q(as), kind: 'interjection', inReplyTo: q('c') }],
      [zhuchi, { type: 'Interpose', requestId: q(as) }, start + 5 * minute],
      end(start + 5 * minute),
    ];
    const before = [...floor, ask(zhang, 'a'), give('a', start), end(start + 3 * minute)];
    const after4 = [ask(li, 'c'), give('c', start + 4 * minute)];
    const rest = [end(start + 7 * minute), ask(wang, 'e'), ask(zhang, 'f')];
    const plain = wait('f', start + 7 * minute, ...before, ...after4, ...rest);
    expect(plain).toBe(4 * minute);
    expect(wait('f', start + 7 * minute, ...before, handIn('w'), handIn('v'), ...after4, ...rest)).toBe(plain);
    expect(wait('f', start + 7 * minute, ...before, ...after4, ...interpose('i'), ...interpose('j'), ...rest)).toBe(plain);
  });
  test('a question or an interjection tells nothing of how long speeches are', () => {
    const asked: readonly Step[] = [
      ...floor,
      ...[ask(zhang, 'a'), give('a', start), end(start + 3 * minute)],
      [wang, { type: 'RequestFloor', requestId: q('i'), kind: 'interjection', inReplyTo: q('a') }],
      ...[give('i', start + 3 * minute), end(start + 3 * minute), ask(li), ask(zhang)],
    ];
    expect(wait(zhang, start + 3 * minute, ...asked)).toBe(3 * minute);
  });
  test('one who has spoken longer than usual is given half of what is left, and none once the time is over', () => {
    const quick = [...floor, ask(zhang, 'a'), give('a', start), end(start), ask(wang), ask(li), give(wang, start + 1)];
    expect(wait(li, start + 1 + 2.5 * minute, ...quick)).toBe(0.25 * minute);
    expect(wait(li, start + 1 + 9 * minute, ...quick)).toBe(0);
  });
  test('a break does not make the next speech long', () => {
    const held = [...floor, ask(zhang, 'a'), give('a', start), end(start + 90 * minute), ask(wang), ask(li)];
    expect(wait(li, start + 90 * minute, ...held)).toBe(Math.round((12 / 9) * 3 * minute));
  });
  test('it may be longer for whoever can be passed by those who ask later, and not for others', () => {
    const orLonger = (id: string, ...steps: readonly Step[]) => {
      const { queue, roll } = after(...steps);
      return expectedWait(queue, roll, q(id), start)?.orLonger;
    };
    const heard = [ask(zhang, 'a'), give('a'), end()];
    expect(orLonger(wang, ...floor, ask(zhang), ask(wang))).toBe(false);
    expect(orLonger(zhang, ...floor, ...heard, ask(zhang))).toBe(true);
    expect(orLonger(li, ...floor, ...heard, ask(li))).toBe(true);
    expect(orLonger(li, ...floor, ask(zhang), ask(li))).toBe(true);
    expect(orLonger(li, ...floor, ask(zhang), ask(li), give(zhang))).toBe(true);
    expect(orLonger('dept', ...floor, ask(bumen2, 'other'), ask(bumen1, 'dept'))).toBe(false);
    expect(orLonger(zhang, ...floor, ask(zhang), ask(wang), [zhuchi, { type: 'SkipRequest', requestId: q(zhang) }])).toBe(true);
    expect(orLonger(p2, ...zhangIsAwaited)).toBe(true);
    expect(
      orLonger(zhang, ...floor, ...heard, ask(wang), ask(zhang), [zhuchi, { type: 'MoveRequest', requestId: q(zhang), before: q(wang) }]),
    ).toBe(false);
  });
  test('pauses of an earlier stage do not count', () => {
    const moved: readonly Step[] = [
      ...inSession(keynote, [zhang, li, wang], { prepared: [] }),
      ...[ask(zhang, 'a'), give('a', start), end(start + 3 * minute)],
      ...[ask(wang, 'b'), give('b', start + 26 * minute), end(start + 29 * minute)],
      [zhuchi, { type: 'MoveToStage', stageId: openFloor }],
      ...[ask(li, 'c'), give('c', start + 40 * minute), end(start + 43 * minute)],
      ...[ask(wang, 'e'), ask(zhang, 'd')],
    ];
    expect(wait('d', start + 43 * minute, ...moved)).toBe(3 * minute);
  });
});

describe('Q22 at least', () => {
  const start = t0 + 60 * minute;
  const promised = (id: string, now: number, ...steps: readonly Step[]) => {
    const { queue, roll } = after(...steps);
    const wait = expectedWait(queue, roll, q(id), now);
    return wait?.orLonger ? wait.ms : null;
  };
  const said = (person: PersonId, from: number, to: number): readonly Step[] => {
    const as = `${person} said`;
    return [ask(person, as), give(as, start + from * minute), end(start + to * minute)];
  };

  test('each before is reckoned at four fifths of today’s pace, and who speaks may stop as early', () => {
    const steps = [...floor, ask(zhang), ask(wang), ask(li), give(zhang, start)];
    expect(promised(li, start + minute, ...steps)).toBe(3.8 * minute);
    expect(promised(li, start + 2.5 * minute, ...steps)).toBe(2.4 * minute);
  });
  describe('who stands before only by the time of a 界别 is counted where a fifth more or less would not turn them round', () => {
    const now = start + 10 * minute;
    /** 王 of 工商联 and 张 of 民建 have spoken so long, one after the other; 李 of 民建 has not. */
    const course = (wangSaid: number, zhangSaid: number) => [
      ...[...floor, ...said(wang, 0, wangSaid), ...said(zhang, wangSaid, wangSaid + zhangSaid)],
      ...[ask(wang), ask(zhang), ask(li)],
    ];
    const order = (steps: readonly Step[]) => {
      const { queue, roll } = after(...steps);
      return turnOrder(queue, roll).map(({ request }) => request.person);
    };
    const turns = (count: number, wangSaid: number, zhangSaid: number): number =>
      Math.round(((count * 0.8 * (wangSaid + zhangSaid + 6)) / 12) * 3 * minute);

    test('the own may be brief', () => {
      expect([order(course(2.2, 0.2)), order(course(1.7, 0.2))]).toEqual([
        [li, wang, zhang],
        [li, wang, zhang],
      ]);
      expect(promised(zhang, now, ...course(2.2, 0.2))).toBe(turns(1, 2.2, 0.2));
      expect(promised(zhang, now, ...course(1.7, 0.2))).toBe(turns(2, 1.7, 0.2));
    });
    test('one after another of the same list gets the own', () => {
      const { queue, roll } = after(...course(2.2, 0.2));
      expect([zhang, li].map((person) => expectedWait(queue, roll, q(person), now)?.ms)).toEqual([turns(1, 2.2, 0.2), 0]);
    });
    test('the others may not be', () => {
      expect([order(course(4.3, 1.2)), order(course(4.9, 1.2))]).toEqual([
        [li, zhang, wang],
        [li, zhang, wang],
      ]);
      expect(promised(wang, now, ...course(4.3, 1.2))).toBe(turns(1, 4.3, 1.2));
      expect(promised(wang, now, ...course(4.9, 1.2))).toBe(turns(2, 4.9, 1.2));
    });
  });
  test('a 界别 that has only asked so far can be passed by one that has not', () => {
    const asked: readonly Step[] = [
      ...[...floor, ask(zhang, 'a'), give('a', start), end(start + 3 * minute)],
      [wang, { type: 'RequestFloor', requestId: q('i'), kind: 'interjection', inReplyTo: q('a') }],
      ...[give('i', start + 3 * minute), end(start + 4 * minute), ask(wang)],
    ];
    expect(promised(wang, start + 4 * minute, ...asked)).toBe(0);
  });
  test('what is told is whole minutes, of a promise never more than it', () => {
    const told = (minutes: number, orLonger: boolean) => minutesTold({ ms: minutes * minute, orLonger });
    expect([told(9.9, true), told(14.9, true), told(9.9, false), told(14.9, false)]).toEqual([9, 10, 10, 15]);
  });
});

// Chapter S: where members stand before and after a discussion, and what of it is told.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pulseId } from '../ids.ts';
import {
  given,
  inSession,
  li,
  m1,
  m2,
  pangting,
  played,
  unknownMotion,
  voting,
  wang,
  wei,
  zhang,
  zhuchi,
  type Step,
} from '../testing/index.ts';
import { audienceOf, joinView, ownPart, reaches, sharedView } from '../view.ts';
import { figuresOf, leastInCell, type Taker } from './figures.ts';
import { stanceOf, stances, takersOf, type Cells, type Pulse, type Stance } from './index.ts';

const l1 = pulseId('l1');
const l2 = pulseId('l2');
const opened: readonly Step[] = [...inSession(), [zhuchi, { type: 'OpenPulse', pulseId: l1, motionId: m1, turn: 'before' }]];
const taken: readonly Step[] = [...opened, [zhang, { type: 'TakePulse', pulseId: l1, stance: 'reserve' }]];
const closed: readonly Step[] = [...taken, [zhuchi, { type: 'ClosePulse', pulseId: l1 }]];
const asked = { pulseId: l1, motionId: m1, turn: 'before', number: 1, version: 1 } as const;

describe('S1 a pulse is opened', () => {
  const open = { type: 'OpenPulse', pulseId: l1, motionId: m1, turn: 'before' } as const;
  test('once before and once after, of the text as it stands', () => {
    given(...inSession())
      .when(zhuchi, open)
      .then({ type: 'PulseOpened', payload: asked });
    given(...closed)
      .when(zhuchi, { ...open, pulseId: l2, turn: 'after' })
      .then({ type: 'PulseOpened', payload: { ...asked, pulseId: l2, turn: 'after' } });
  });
  test('the same again is silent, another one of the same turn refused', () => {
    given(...opened)
      .when(zhuchi, open)
      .saysNothing();
    given(...opened)
      .when(zhuchi, { ...open, turn: 'after' })
      .refuses({ type: 'PulseAlreadyTaken', motionId: m1 });
    given(...closed)
      .when(zhuchi, { ...open, pulseId: l2 })
      .refuses({ type: 'PulseAlreadyTaken', motionId: m1 });
  });
  test('not beside another that is open', () => {
    given(...opened)
      .when(zhuchi, { ...open, pulseId: l2, motionId: m2 })
      .refuses({ type: 'PulseIsOpen' });
  });
  test('not on what is no recommendation, nor on what has been put to the vote', () => {
    given(...inSession())
      .when(zhuchi, { ...open, motionId: unknownMotion })
      .refuses({ type: 'UnknownMotion', motionId: unknownMotion });
    given(...inSession(voting), [zhuchi, { type: 'OpenVoting', motionIds: [m1] }])
      .when(zhuchi, open)
      .refuses({ type: 'TextIsFrozen', motionId: m1 });
  });
  test('only while the meeting is in session', () => {
    given(...inSession(), [zhuchi, { type: 'SuspendMeeting' }])
      .when(zhuchi, open)
      .refuses({ type: 'MeetingNotInSession', phase: 'suspended' });
  });
});

describe('S2 a member says where he stands', () => {
  const take = { type: 'TakePulse', pulseId: l1, stance: 'support' } as const;
  test('and may change it until it is closed', () => {
    given(...taken)
      .when(zhang, take)
      .then({ type: 'PulseTaken', payload: { pulseId: l1, person: zhang, stance: 'support' } });
    given(...taken)
      .when(zhang, { ...take, stance: 'reserve' })
      .saysNothing();
    given(...closed)
      .when(zhang, take)
      .refuses({ type: 'PulseIsClosed' });
  });
  test('the newest counts, once', () => {
    const { meeting } = given(...taken, [zhang, take]);
    const [pulse] = 'pulses' in meeting ? meeting.pulses : [];
    expect(pulse?.phase === 'open' && [takersOf(pulse), stanceOf(pulse, zhang)]).toEqual([1, 'support']);
  });
  test('present members only', () => {
    given(...opened)
      .when(wei, take)
      .refuses({ type: 'NotCheckedIn', person: wei });
  });
  test('of a pulse there is', () => {
    given(...inSession())
      .when(zhang, take)
      .refuses({ type: 'UnknownPulse' });
  });
});

describe('S3 a pulse is closed', () => {
  test('with its figures; again is silent', () => {
    given(...taken)
      .when(zhuchi, { type: 'ClosePulse', pulseId: l1 })
      .then({ type: 'PulseClosed', payload: { pulseId: l1, figures: { takers: 1, all: { kind: 'none', takers: 1 }, sectors: [] } } });
    given(...closed)
      .when(zhuchi, { type: 'ClosePulse', pulseId: l1 })
      .saysNothing();
    given(...inSession())
      .when(zhuchi, { type: 'ClosePulse', pulseId: l1 })
      .refuses({ type: 'UnknownPulse' });
  });
  test('the stances themselves are kept by nobody after it', () => {
    const { meeting } = given(...closed);
    expect(JSON.stringify('pulses' in meeting && meeting.pulses)).not.toContain('reserve');
  });
  test('it decides nothing: the recommendation is put to the vote all the same', () => {
    const put = given(...closed, [zhuchi, { type: 'MoveToStage', stageId: voting }]).when(zhuchi, { type: 'OpenVoting', motionIds: [m1] });
    expect(put.decision.ok).toBe(true);
  });
});

const of = (sector: string | null, support: number, reserve: number, against: number): readonly Taker[] =>
  (
    [
      ['support', support],
      ['reserve', reserve],
      ['against', against],
    ] as const
  ).flatMap(([stance, count]) => Array.from({ length: count }, (): Taker => ({ sector, stance })));

describe('S4 what is told', () => {
  test('three figures of five and more', () => {
    expect(figuresOf(of(null, 9, 6, 5), []).all).toEqual({ kind: 'three', support: 9, reserve: 6, against: 5 });
  });
  test('two where the third would be of four', () => {
    expect(figuresOf(of(null, 9, 6, 4), []).all).toEqual({ kind: 'two', support: 9, others: 10 });
  });
  test('only how many there were where no line can be drawn', () => {
    expect(figuresOf(of(null, 20, 4, 0), []).all).toEqual({ kind: 'none', takers: 24 });
    expect(figuresOf([], []).all).toEqual({ kind: 'none', takers: 0 });
  });
  test('a 界别 with figures of its own, the others together', () => {
    const takers = [...of('经济界', 6, 5, 0), ...of('教育界', 2, 1, 0), ...of('科技界', 5, 4, 2)];
    expect(figuresOf(takers, ['经济界', '教育界', '科技界'])).toEqual({
      takers: 25,
      all: { kind: 'two', support: 13, others: 12 },
      sectors: [
        { sector: '经济界', cells: { kind: 'two', support: 6, others: 5 } },
        { sector: null, cells: { kind: 'two', support: 7, others: 7 } },
      ],
    });
  });
  test('none, where the rest would follow from it', () => {
    expect(figuresOf([...of('经济界', 6, 5, 0), ...of('教育界', 2, 1, 0)], ['经济界', '教育界']).sectors).toEqual([]);
  });

  const anyTakers = fc.array(fc.record({ sector: fc.constantFrom('甲', '乙', '丙', null), stance: fc.constantFrom(...stances) }), {
    maxLength: 80,
  });
  const numbers = (cells: Cells): readonly number[] =>
    cells.kind === 'none' ? [] : cells.kind === 'two' ? [cells.support, cells.others] : [cells.support, cells.reserve, cells.against];

  test('every figure is of five or more, and the rows add up to the whole', () => {
    fc.assert(
      fc.property(anyTakers, (takers) => {
        const { all, sectors } = figuresOf(takers, ['甲', '乙', '丙']);
        for (const { cells } of [{ cells: all }, ...sectors]) expect(Math.min(leastInCell, ...numbers(cells))).toBe(leastInCell);
        if (sectors.length > 0) {
          const sums = numbers(all).map((_, place) => sectors.reduce((sum, { cells }) => sum + (numbers(cells)[place] ?? 0), 0));
          expect(sums).toEqual(numbers(all));
        }
      }),
    );
  });
});

describe('W9 who sees it', () => {
  const [event] = played(...taken).slice(-1);
  test('a stance reaches nobody but the one who took it', () => {
    const reached = (person: Step[0], role: 'moderator' | 'member' | 'observer') =>
      event !== undefined && reaches(audienceOf(event), { person, role });
    expect([reached(zhang, 'member'), reached(li, 'member'), reached(zhuchi, 'moderator'), reached(pangting, 'observer')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
  test('the state of the office and of others holds no stance; the own one comes back', () => {
    const { meeting } = given(...taken, [li, { type: 'TakePulse', pulseId: l1, stance: 'support' }]);
    const mine = (person: Step[0]): Stance | undefined => {
      const seen = joinView(sharedView(meeting, 'members'), ownPart(meeting, person), person);
      const [pulse]: readonly Pulse[] = 'pulses' in seen ? seen.pulses : [];
      return pulse?.phase === 'open' ? stanceOf(pulse, person) : undefined;
    };
    expect(JSON.stringify(sharedView(meeting, 'office'))).not.toContain('"reserve"');
    expect([mine(zhang), mine(li), mine(wang)]).toEqual(['reserve', 'support', undefined]);
  });
});

// Chapter E: an election as it is prepared.
import { describe, expect, test } from 'vitest';
import { electionId, personId } from '../ids.ts';
import { c1, c2, convened, e1, electionPaper, given, inSession, mishu, rules, voting, zhuchi, type Step } from '../testing/index.ts';
import type { ElectionProblem } from './preparing.ts';
import type { ElectionPaper } from './types.ts';

const paper = electionPaper();
const table: Step = [mishu, { type: 'TableElection', electionId: e1, paper }];
const revise = (revised: ElectionPaper): Step => [mishu, { type: 'ReviseElection', electionId: e1, paper: revised, reason: '增加一人' }];
const open: Step = [zhuchi, { type: 'OpenElection', electionId: e1 }];

describe('E1 tabling', () => {
  test('is possible before the meeting opens', () => {
    const outcome = given(...convened()).when(mishu, table[1]);
    outcome.then({ type: 'ElectionTabled', payload: { electionId: e1, paper } });
    expect(outcome.after).toMatchObject({ elections: { e1: { phase: 'tabled', paper } } });
  });
  test('takes an id once', () => {
    given(...convened(), table)
      .when(mishu, table[1])
      .refuses({ type: 'ElectionIdTaken', electionId: e1 });
  });
  test.each<[ElectionProblem, Partial<ElectionPaper>]>([
    ['noCandidates', { candidates: [] }],
    ['noSeats', { seats: 0 }],
    ['moreSeatsThanCandidates', { seats: 4, writeIns: 'none' }],
    ['candidateTwice', { candidates: [...paper.candidates, ...paper.candidates.slice(0, 1)] }],
    [
      'candidateTwice',
      {
        candidates: [
          { candidateId: c1, name: '甲' },
          { candidateId: c2, name: '甲' },
        ],
      },
    ],
    [
      'candidateTwice',
      {
        candidates: [
          { candidateId: c1, name: '甲', person: zhuchi },
          { candidateId: c2, name: '乙', person: zhuchi },
        ],
      },
    ],
    ['candidateNotOnRoll', { candidates: [{ candidateId: c1, name: '甲', person: personId('stranger') }], seats: 1 }],
    ['impossibleThreshold', { rule: { base: 'cast', threshold: { kind: 'consensus' } } }],
    ['impossibleThreshold', { rule: { base: 'cast', threshold: { kind: 'moreThan', parts: 1, of: 1 } } }],
  ])('refuses %s', (problem, otherwise) => {
    given(...convened())
      .when(mishu, { type: 'TableElection', electionId: e1, paper: electionPaper(otherwise) })
      .refuses({ type: 'InvalidElection', problem });
  });
  test('two of one name are told apart by their note, and seats may outnumber candidates where others may be written in', () => {
    for (const otherwise of [
      {
        candidates: [
          { candidateId: c1, name: '甲', note: '一中' },
          { candidateId: c2, name: '甲', note: '二中' },
        ],
      },
      { seats: 4 },
      { rule: 'plurality' as const },
    ]) {
      const { decision } = given(...convened()).when(mishu, { type: 'TableElection', electionId: e1, paper: electionPaper(otherwise) });
      expect(decision.ok).toBe(true);
    }
  });
});

describe('E2 revising and withdrawing', () => {
  const revised = electionPaper({ seats: 1, rule: { ...rules.vote, base: 'present' } });
  test('until it has been opened', () => {
    const outcome = given(...convened(), table).when(mishu, revise(revised)[1]);
    outcome.then({ type: 'ElectionRevised', payload: { electionId: e1, paper: revised, reason: '增加一人' } });
    expect(outcome.after).toMatchObject({ elections: { e1: { phase: 'tabled', paper: { seats: 1 } } } });
    for (const late of [revise(revised)[1], { type: 'WithdrawElection', electionId: e1, reason: '改期' } as const]) {
      given(...inSession(voting), table, open)
        .when(mishu, late)
        .refuses({ type: 'ElectionAlreadyPut', electionId: e1 });
    }
  });
  test('the same again is silent; what does not fit is refused', () => {
    given(...convened(), table)
      .when(mishu, revise(electionPaper())[1])
      .saysNothing();
    given(...convened(), table)
      .when(mishu, revise(electionPaper({ seats: 0 }))[1])
      .refuses({ type: 'InvalidElection', problem: 'noSeats' });
    given(...convened())
      .when(mishu, revise(revised)[1])
      .refuses({ type: 'UnknownElection', electionId: e1 });
  });
  test('withdrawn it is gone, and its id is free', () => {
    const withdraw: Step = [mishu, { type: 'WithdrawElection', electionId: e1, reason: '改期' }];
    const outcome = given(...convened(), table).when(mishu, withdraw[1]);
    outcome.then({ type: 'ElectionWithdrawn', payload: { electionId: e1, reason: '改期' } });
    expect(outcome.after).toMatchObject({ elections: {} });
    given(...convened(), table, withdraw)
      .when(mishu, withdraw[1])
      .refuses({ type: 'UnknownElection', electionId: e1 });
    given(...convened(), table, withdraw)
      .when(mishu, table[1])
      .then({ type: 'ElectionTabled', payload: { electionId: e1, paper } });
  });
  test('ids that every object has something under are no election', () => {
    given(...convened())
      .when(mishu, { ...revise(revised)[1], electionId: electionId('constructor') } as (typeof table)[1])
      .refuses({ type: 'UnknownElection', electionId: electionId('constructor') });
  });
});

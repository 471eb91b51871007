// What stands in front of everybody when something is put once more: V2, V21, E12, E13.
import { e1, electionPaper, fold, inSession, m1, mishu, played, voting, zhang, zhuchi, type Step } from '@xieshang/meeting/testing';
import { describe, expect, test } from 'vitest';
import { toldElections } from './elections.ts';
import type { Held } from './held.ts';
import { toldResults } from './rounds.ts';

const after = (...steps: readonly Step[]): Held => fold(played(...inSession(voting), ...steps)) as Held;

describe('a motion', () => {
  const open: Step = [zhuchi, { type: 'OpenVoting', motionIds: [m1] }];
  const cast: Step = [zhang, { type: 'CastVote', motionId: m1, choice: 'approve' }];
  const close: Step = [zhuchi, { type: 'CloseVoting', motionIds: [m1] }];
  const announce: Step = [zhuchi, { type: 'AnnounceResult', motionIds: [m1] }];
  const again: Step = [zhuchi, { type: 'RepeatVoting', motionIds: [m1], reason: '设备故障' }];
  const voided: Step = [zhuchi, { type: 'VoidVoting', motionIds: [m1], reason: '文本有误' }];
  const first = [open, cast, close, announce] as const;

  test('V21 what was announced stands when the repeat is declared void, with the void beside it', () => {
    expect(toldResults(after(...first, again, voided))).toMatchObject([
      { motionId: m1, round: 1, result: { tally: { approve: 1 } }, others: ['第 2 轮作废：文本有误'] },
    ]);
  });
  test('V2 it stands while the repeat is not announced', () => {
    for (const steps of [[again], [again, close]]) expect(toldResults(after(...first, ...steps))).toMatchObject([{ round: 1, others: [] }]);
  });
  test('V2 once the repeat is announced that one stands, and the first is told beside it', () => {
    expect(toldResults(after(...first, again, close, announce))).toMatchObject([
      { round: 2, result: { tally: { approve: 0 } }, others: [expect.stringMatching(/^第 1 轮：.*赞成 1 · /)] },
    ]);
  });
  test('V2 rounds keep their numbers when one between them was void', () => {
    expect(toldResults(after(...first, again, voided, open, close, announce))).toMatchObject([
      { round: 3, others: [expect.stringMatching(/^第 1 轮：/), '第 2 轮作废：文本有误'] },
    ]);
  });
  test('V10 what was counted and never announced is not told', () => {
    expect(toldResults(after(open, close, again, voided))).toEqual([]);
  });
});

describe('an election', () => {
  const table: Step = [mishu, { type: 'TableElection', electionId: e1, paper: electionPaper() }];
  const open: Step = [zhuchi, { type: 'OpenElection', electionId: e1 }];
  const close: Step = [zhuchi, { type: 'CloseElection', electionId: e1 }];
  const announce: Step = [zhuchi, { type: 'AnnounceElection', electionId: e1 }];
  const again: Step = [zhuchi, { type: 'RepeatElection', electionId: e1, reason: '设备故障' }];
  const voided: Step = [zhuchi, { type: 'VoidElection', electionId: e1, reason: '名单印错' }];
  const first = [table, open, close, announce] as const;

  test('E13 what was announced stands when the repeat is declared void, with the void beside it', () => {
    expect(toldElections(after(...first, again, voided))).toMatchObject([
      { electionId: e1, phase: 'voided', result: { round: 1 }, others: [{ round: 2, reason: '名单印错' }] },
    ]);
  });
  test('E12 it stands while the repeat is not announced', () => {
    for (const steps of [[again], [again, close]])
      expect(toldElections(after(...first, ...steps))).toMatchObject([{ result: { round: 1 }, others: [] }]);
  });
  test('E12 once the repeat is announced that one stands, and the others are told in their order', () => {
    expect(toldElections(after(...first, again, voided, open, close, announce))).toMatchObject([
      { result: { round: 3 }, others: [{ round: 1 }, { round: 2, reason: '名单印错' }] },
    ]);
  });
  test('E10 what was counted and never announced is not told', () => {
    expect(toldElections(after(table, open, close, again, voided))).toEqual([]);
  });
});

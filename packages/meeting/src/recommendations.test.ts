// Chapter D: the draft recommendations and the versions of their text.
import { describe, expect, test } from 'vitest';
import { convened, given, inSession, m1, mishu, recommendation, unknownMotion, voting, zhuchi, type Step } from './testing/index.ts';
import { motionId } from './ids.ts';

describe('D1 tabling', () => {
  test('a draft is added, always as version 1', () => {
    const third = recommendation('m3', 3);
    given(...convened())
      .when(mishu, { type: 'TableRecommendation', recommendation: { ...third, version: 7 } })
      .then({ type: 'RecommendationsTabled', payload: { recommendations: [third] } });
  });
  test('under an id of its own', () => {
    given(...convened())
      .when(mishu, { type: 'TableRecommendation', recommendation: recommendation('m1', 3) })
      .refuses({ type: 'MotionIdTaken', motionId: m1 });
  });
});

describe('D2 revising', () => {
  const revise: Step = [mishu, { type: 'ReviseRecommendation', motionId: m1, text: '建议一，明确尽职免责情形', reason: '采纳修改意见' }];
  test('raises the version, with the reason', () => {
    const outcome = given(...inSession()).when(mishu, revise[1]);
    outcome.then({
      type: 'RecommendationRevised',
      payload: { motionId: m1, text: '建议一，明确尽职免责情形', version: 2, reason: '采纳修改意见' },
    });
    expect(outcome.after).toMatchObject({ recommendations: { m1: { version: 2, text: '建议一，明确尽职免责情形' } } });
  });
  test('to the same text is silent', () => {
    given(...convened(), revise)
      .when(mishu, revise[1])
      .saysNothing();
  });
  test('of what does not exist is refused', () => {
    for (const id of [unknownMotion, motionId('constructor')]) {
      given(...convened())
        .when(mishu, { type: 'ReviseRecommendation', motionId: id, text: '', reason: '' })
        .refuses({ type: 'UnknownMotion', motionId: id });
    }
  });
  test('the text is frozen once put to the vote, also by acclamation, also when that is over', () => {
    const ballot: Step = [zhuchi, { type: 'OpenVoting', motionIds: [m1] }];
    for (const put of [
      [ballot],
      [[zhuchi, { type: 'OpenAcclamation', motionIds: [m1] }]],
      [ballot, [zhuchi, { type: 'CloseVoting', motionIds: [m1] }]],
    ] as Step[][]) {
      given(...inSession(voting), ...put)
        .when(mishu, revise[1])
        .refuses({ type: 'TextIsFrozen', motionId: m1 });
    }
  });
});

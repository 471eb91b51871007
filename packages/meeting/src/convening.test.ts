// Chapter C: how a plan becomes a meeting.
import { describe, expect, test } from 'vitest';
import { planProblem, type Plan } from './convening.ts';
import { clock, personId, requestId, stageId, type PersonId } from './ids.ts';
import type { PlanProblem } from './refusal.ts';
import {
  attendees,
  bumen1,
  convened,
  given,
  keynote,
  li,
  mishu,
  plan,
  prepared,
  recommendation,
  rules,
  stages,
  t0,
  zhang,
  zhuchi,
} from './testing/index.ts';

const material = (id: string, circle: 'members' | 'public') =>
  ({ materialId: id, name: id, mime: 'text/plain', bytes: 1, sha256: '00', circle }) as unknown as Plan['materials'][number];

describe('C convening', () => {
  test('C1, C3 a plan becomes a meeting; drafts and members’ materials are facts of their own', () => {
    const full = plan({ materials: [material('d1', 'public'), material('d2', 'members')], onLeave: [li] });
    const { recommendations, ...open } = full;
    const outcome = given().when(mishu, { type: 'ConveneMeeting', plan: full });
    outcome.then(
      { type: 'MeetingConvened', payload: { ...open, materials: [material('d1', 'public')] } },
      { type: 'MembersMaterialAdded', payload: { material: material('d2', 'members') } },
      { type: 'RecommendationsTabled', payload: { recommendations } },
    );
    expect(outcome.after).toMatchObject({
      phase: 'convened',
      presiding: zhuchi,
      roll: { leaves: { li: { phase: 'approved', at: t0, by: mishu } } },
      agenda: { materials: [{ materialId: 'd1' }, { materialId: 'd2' }] },
      recommendations: { m1: { version: 1 } },
    });
  });

  test('C1 a meeting is convened once', () => {
    given(...convened())
      .when(mishu, { type: 'ConveneMeeting', plan: plan() })
      .refuses({ type: 'MeetingAlreadyConvened' });
  });

  test('C1 only a secretary of the roll convenes', () => {
    given().when(zhuchi, { type: 'ConveneMeeting', plan: plan() }).refuses({ type: 'NotPermitted', role: 'moderator' });
    given().when(personId('constructor'), { type: 'ConveneMeeting', plan: plan() }).refuses({ type: 'NotOnRoll' });
  });

  test('before the convening nothing else happens', () => {
    given().when(zhuchi, { type: 'OpenMeeting' }).refuses({ type: 'MeetingNotConvened' });
  });

  const without = (role: string) => attendees.filter((one) => one.role !== role);
  const speech = (otherwise: object) => [{ ...prepared[0], ...otherwise }] as Plan['prepared'];
  const problems: readonly (readonly [PlanProblem, Partial<Plan>])[] = [
    ['noMembers', { attendees: without('member'), prepared: [] }],
    ['noModerator', { attendees: without('moderator') }],
    ['presidingIsNoModerator', { presiding: mishu }],
    ['personTwice', { attendees: [...attendees, ...attendees.slice(0, 1)] }],
    ['reservedPerson', { attendees: [...attendees, { person: clock, role: 'member', name: '钟' }] }],
    ['noStages', { stages: [], prepared: [] }],
    ['stageTwice', { stages: [...stages, ...stages] }],
    ['speakerNotOnRoll', { prepared: speech({ person: personId('constructor') }) }],
    ['speechAtUnknownStage', { prepared: speech({ stageId: stageId('__proto__') }) }],
    ['requestTwice', { prepared: [...prepared, ...speech({ requestId: requestId('p1') })] }],
    ['addressedToNoDepartment', { prepared: speech({ addressedTo: [bumen1, zhang] }) }],
    ['recommendationTwice', { recommendations: [recommendation('m1', 1), recommendation('m1', 2)] }],
    ['leaveNotOnRoll', { onLeave: ['nobody' as PersonId] }],
    ['impossibleThreshold', { rules: { ...rules, quorum: { kind: 'moreThan', parts: 2, of: 2 } } }],
    ['impossibleThreshold', { rules: { ...rules, vote: { base: 'cast', threshold: { kind: 'atLeast', parts: 1, of: 0 } } } }],
  ];
  test.each(problems)('C2 %s keeps the whole plan from being convened', (problem, otherwise) => {
    given()
      .when(mishu, { type: 'ConveneMeeting', plan: plan(otherwise) })
      .refuses({ type: 'InvalidPlan', problem });
  });

  test('C2 a sound plan has no problem; at least all of all is possible', () => {
    expect(planProblem(plan())).toBeUndefined();
    expect(
      planProblem(
        plan({
          rules: { ...rules, quorum: { kind: 'atLeast', parts: 1, of: 1 } },
          stages: stages.filter((one) => one.stageId === keynote),
        }),
      ),
    ).toBeUndefined();
  });
});

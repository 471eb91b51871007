// Chapter V: more votes than one, and votes for another.
import { describe, expect, test } from 'vitest';
import { decide } from '../decide.ts';
import { planProblem, type Plan } from '../convening.ts';
import type { PersonId } from '../ids.ts';
import {
  assembled,
  attendees,
  bumen1,
  given,
  inSession,
  li,
  m1,
  minute,
  mishu,
  plan,
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
import { audienceOf, view } from '../view.ts';
import type { Choice } from './types.ts';

const open: Step = [zhuchi, { type: 'OpenVoting', motionIds: [m1] }];
const close: Step = [zhuchi, { type: 'CloseVoting', motionIds: [m1] }];
const cast = (by: PersonId, choice: Choice, principal?: PersonId): Step => [
  by,
  { type: 'CastVote', motionId: m1, choice, ...(principal && { for: principal }) },
];

describe('V23 weights', () => {
  const heavy: Partial<Plan> = {
    attendees: attendees.map((one) => (one.person === zhang ? { ...one, weight: 3 } : one.person === wei ? { ...one, weight: 2 } : one)),
    rules: { ...rules, weights: 'weighted' },
  };
  test('add up in roll, base and buckets; the quorum still counts persons', () => {
    const { meeting } = given(...inSession(voting, [zhang, li, wang], heavy), open, cast(zhang, 'approve'), cast(li, 'oppose'), close);
    expect(meeting).toMatchObject({
      motions: {
        m1: {
          result: {
            tally: { approve: 3, oppose: 1, abstain: 0, notPressed: 1 },
            ...{ roll: 5, base: 7, needed: 4, passed: false, weights: { zhang: 3 } },
            quorum: { needed: 3, atOpening: 3 },
          },
        },
      },
    });
  });
  test('count for nothing where the rules do not weigh', () => {
    const equal = { ...heavy, rules };
    const { meeting } = given(...inSession(voting, [zhang, li, wang], equal), open, cast(zhang, 'approve'), close);
    expect(meeting).toMatchObject({ motions: { m1: { result: { tally: { approve: 1 }, roll: 3, base: 4, weights: {} } } } });
  });
  test('are not counted by heads', () => {
    for (const terms of [{ form: 'paper' }, { form: 'showOfHands', counting: 'byCount' }] as const) {
      given(...inSession(voting, [zhang, li], heavy))
        .when(zhuchi, { type: 'OpenVoting', motionIds: [m1], terms })
        .refuses({ type: 'VotesAreWeighted', form: terms.form });
    }
    const byName = { form: 'showOfHands', counting: 'byName' } as const;
    expect(
      given(...inSession(voting, [zhang], heavy)).when(zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: byName }).decision.ok,
    ).toBe(true);
  });
  test('C2 are whole numbers from 1', () => {
    for (const weight of [0, -1, 1.5, Number.NaN]) {
      expect(planProblem(plan({ attendees: attendees.map((one) => ({ ...one, weight })) }))).toBe('impossibleWeight');
    }
    expect(planProblem(plan(heavy))).toBeUndefined();
  });
});

describe('V24 proxies', () => {
  const allowed: Partial<Plan> = { rules: { ...rules, proxies: { most: 1 } } };
  const grant = (by: PersonId, to: PersonId): Step => [by, { type: 'GrantProxy', to }];
  const here = (...present: readonly PersonId[]): readonly Step[] => inSession(voting, present, allowed);

  test('are granted, moved and revoked; the same again is silent', () => {
    const outcome = given(...here(zhang, li)).when(wei, grant(wei, zhang)[1]);
    outcome.then({ type: 'ProxyGranted', payload: { principal: wei, holder: zhang } });
    expect(outcome.after).toMatchObject({ proxies: { wei: zhang } });
    given(...here(zhang), grant(wei, zhang))
      .when(wei, grant(wei, zhang)[1])
      .saysNothing();
    expect(given(...here(zhang), grant(wei, zhang), grant(wei, li)).meeting).toMatchObject({ proxies: { wei: li } });
    given(...here(zhang), grant(wei, zhang))
      .when(wei, { type: 'RevokeProxy' })
      .then({ type: 'ProxyRevoked', payload: { principal: wei } });
    given(...here(zhang))
      .when(wei, { type: 'RevokeProxy' })
      .saysNothing();
  });
  test('only where the rules allow it, to another member, so many to one', () => {
    given(...inSession(voting))
      .when(wei, grant(wei, zhang)[1])
      .refuses({ type: 'ProxiesNotAllowed' });
    for (const to of [wei, bumen1, zhuchi]) {
      given(...here(zhang))
        .when(wei, grant(wei, to)[1])
        .refuses({ type: 'MayNotHoldProxy', person: to });
    }
    given(...here(zhang), grant(wei, zhang))
      .when(wang, grant(wang, zhang)[1])
      .refuses({ type: 'TooManyProxies', person: zhang, most: 1 });
    expect(given(...assembled([zhang], allowed)).when(wei, grant(wei, zhang)[1]).decision.ok).toBe(true);
  });
  test('count when the principal is away and the holder here, frozen at the opening; the quorum counts who is here', () => {
    const { decision } = given(...here(zhang, li), grant(wei, zhang), grant(wang, wei)).when(zhuchi, open[1]);
    expect(decision).toMatchObject({
      events: [{ payload: { voterRoll: [zhang, li, wei], proxies: { wei: zhang }, quorum: { needed: 3, present: 2 } } }],
    });
    const { decision: bothHere } = given(...here(zhang, wei), grant(wei, zhang)).when(zhuchi, open[1]);
    expect(bothHere).toMatchObject({ events: [{ payload: { voterRoll: [zhang, wei] } }] });
    expect(JSON.stringify(bothHere)).not.toContain('proxies');
    given(...here(zhang, li), grant(wei, zhang), open, [wei, { type: 'RevokeProxy' }])
      .when(zhang, cast(zhang, 'approve', wei)[1])
      .then({ type: 'VoteCast', payload: { motionId: m1, voter: wei, choice: 'approve', holder: zhang } });
  });
  test('the holder votes for both, apart; nobody else does, nor the principal', () => {
    const steps = [...here(zhang, li), grant(wei, zhang), open];
    expect(given(...steps, cast(zhang, 'oppose'), cast(zhang, 'approve', wei), close).meeting).toMatchObject({
      motions: {
        m1: {
          result: {
            votes: [
              { voter: zhang, choice: 'oppose' },
              { voter: li, choice: 'notPressed' },
              { voter: wei, choice: 'approve', holder: zhang },
            ],
          },
        },
      },
    });
    given(...steps, cast(zhang, 'approve', wei))
      .when(zhang, cast(zhang, 'approve', wei)[1])
      .saysNothing();
    given(...steps)
      .when(li, cast(li, 'approve', wei)[1])
      .refuses({ type: 'HoldsNoProxy', person: wei });
    given(...steps, [wei, { type: 'CheckIn' }])
      .when(wei, cast(wei, 'approve')[1])
      .refuses({ type: 'VotesByProxy', person: zhang });
    given(...steps)
      .when(zhang, cast(zhang, 'approve', zhang)[1])
      .then({ type: 'VoteCast', payload: { motionId: m1, voter: zhang, choice: 'approve' } });
  });
  test('W2 what is cast by proxy is seen by principal and holder', () => {
    const { meeting } = given(...here(zhang, li), grant(wei, zhang), open, cast(zhang, 'oppose', wei));
    const fact = { type: 'VoteCast', payload: { motionId: m1, voter: wei, choice: 'oppose', holder: zhang } } as const;
    expect(audienceOf(fact)).toEqual({ circles: [], persons: [wei, zhang] });
    for (const person of [zhang, wei]) expect(JSON.stringify(view(meeting, { person, role: 'member' }))).toContain('oppose');
    for (const person of [li, zhuchi]) {
      expect(JSON.stringify(view(meeting, { person, role: person === li ? 'member' : 'moderator' }))).not.toContain('oppose');
    }
  });
  test('V20 a principal is out of reach when the holder is', () => {
    const { meeting } = given(...here(zhang, li), grant(wei, zhang), open, cast(zhang, 'approve'), cast(li, 'approve'));
    const closing = (...unreachable: readonly PersonId[]) => decide(meeting, { ...stamped(zhuchi, close[1], t0 + minute), unreachable });
    expect(closing(wei)).toMatchObject({ events: [{ type: 'VotingClosed' }] });
    expect(closing(zhang)).toMatchObject({ events: [{ type: 'VotingClosed' }, { payload: { persons: [wei] } }] });
  });
  test('a removed principal is not voted for', () => {
    const gone: Step = [mishu, { type: 'RemoveAttendee', person: wei, reason: '调离' }];
    const { decision } = given(...here(zhang, li), grant(wei, zhang), gone).when(zhuchi, open[1]);
    expect(decision).toMatchObject({ events: [{ payload: { voterRoll: [zhang, li] } }] });
    expect(JSON.stringify(decision)).not.toContain('proxies');
  });
});

// V1, V8, V9, V16, V23: the verdict of random votes against a second one, written from the rules alone; fast-check prints the seed.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '../ids.ts';
import type { Threshold, VoteRule } from '../rules.ts';
import { given, inSession, m1, mishu, mishu2, rules, t0, voters, voting, withMembers, zhuchi, type Step } from '../testing/index.ts';
import type { Choice } from './types.ts';

interface Voter {
  readonly weight: number;
  readonly here: boolean;
  readonly leaves: boolean;
  readonly choice: Choice | 'notPressed';
}

/** The reference: what becomes of a vote, by multiplication, with big integers. */
function expected(all: readonly Voter[], { base, threshold }: VoteRule, quorum: Threshold) {
  const sum = (some: readonly Voter[]): bigint => some.reduce((total, { weight }) => total + BigInt(weight), 0n);
  const reaches = (least: Threshold, part: bigint, whole: bigint): boolean => {
    if (least.kind === 'consensus') return part >= whole;
    const [left, right] = [part * BigInt(least.of), whole * BigInt(least.parts)];
    return least.kind === 'moreThan' ? left > right : left >= right;
  };
  const roll = all.filter(({ here }) => here);
  const of = (...choices: readonly Voter['choice'][]): bigint => sum(roll.filter(({ choice }) => choices.includes(choice)));
  const bases = { eligible: sum(all), present: sum(roll), cast: of('approve', 'oppose', 'abstain'), valid: of('approve', 'oppose') };
  const heads = (some: readonly Voter[]): boolean => some.length > 0 && reaches(quorum, BigInt(some.length), BigInt(all.length));
  const enough = threshold.kind === 'consensus' ? of('oppose') === 0n : reaches(threshold, of('approve'), bases[base]);
  return {
    tally: {
      approve: Number(of('approve')),
      oppose: Number(of('oppose')),
      abstain: Number(of('abstain')),
      notPressed: Number(of('notPressed')),
    },
    roll: Number(sum(roll)),
    base: Number(bases[base]),
    passed: of('approve') > 0n && enough && heads(roll) && heads(roll.filter(({ leaves }) => !leaves)),
  };
}

const threshold: fc.Arbitrary<Threshold> = fc.oneof(
  fc.constantFrom<Threshold>(
    { kind: 'consensus' },
    { kind: 'moreThan', parts: 1, of: 2 },
    { kind: 'atLeast', parts: 2, of: 3 },
    { kind: 'atLeast', parts: 3, of: 4 },
  ),
  fc
    .tuple(fc.constantFrom('moreThan' as const, 'atLeast' as const), fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 100 }))
    .filter(([kind, parts, of]) => (kind === 'moreThan' ? parts < of : parts <= of))
    .map(([kind, parts, of]) => ({ kind, parts, of })),
);
const rule: fc.Arbitrary<VoteRule> = fc.record({ base: fc.constantFrom('eligible', 'present', 'cast', 'valid'), threshold });
const voter: fc.Arbitrary<Voter> = fc.record({
  weight: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1000 })),
  here: fc.constantFrom(true, true, true, false),
  leaves: fc.constantFrom(false, false, false, true),
  choice: fc.constantFrom('approve', 'approve', 'approve', 'oppose', 'abstain', 'notPressed'),
});
const hall = fc.array(voter, { minLength: 1, maxLength: 24 }).filter((all) => all.some(({ here }) => here));
const form = fc.constantFrom('named', 'unnamed', 'paper');

function course(all: readonly Voter[], vote: VoteRule, quorum: Threshold, how: 'named' | 'unnamed' | 'paper'): readonly Step[] {
  const plan = withMembers(all.length);
  const ids = voters(all.length);
  const idOf = (place: number): PersonId => ids[place] as PersonId;
  const those = (test: (one: Voter) => boolean): readonly PersonId[] => all.flatMap((one, place) => (test(one) ? [idOf(place)] : []));
  const weigh = plan.attendees.map((one) => ({ ...one, weight: all[ids.indexOf(one.person)]?.weight ?? 1 }));
  const weights = how === 'paper' ? 'equal' : 'weighted';
  const begin = inSession(
    voting,
    those(({ here }) => here),
    { ...plan, attendees: weigh, rules: { ...rules, vote, quorum, weights } },
  );
  const heads = (choice: Choice): number => all.filter((one) => one.here && one.choice === choice).length;
  const counts = { approve: heads('approve'), oppose: heads('oppose'), abstain: heads('abstain') };
  const given: readonly Step[] =
    how === 'paper'
      ? [mishu, mishu2].map((officer): Step => [officer, { type: 'EnterCount', motionId: m1, ...counts }])
      : all.flatMap(({ here, choice }, place): Step[] =>
          here && choice !== 'notPressed' ? [[idOf(place), { type: 'CastVote', motionId: m1, choice }]] : [],
        );
  return [
    ...begin,
    [zhuchi, { type: 'OpenVoting', motionIds: [m1], terms: { form: how } }],
    ...given,
    ...those(({ here, leaves }) => here && leaves).map((person): Step => [mishu, { type: 'MarkLeft', person }]),
    [zhuchi, { type: 'CloseVoting', motionIds: [m1] }, t0 + 3_600_000],
  ];
}

test('every tally sums to its roll and every verdict is the reference’s', () => {
  fc.assert(
    fc.property(hall, rule, threshold, form, (all, vote, quorum, how) => {
      const { meeting } = given(...course(all, vote, quorum, how));
      const motion = meeting.phase === 'notConvened' ? undefined : meeting.motions[m1];
      const result = motion?.phase === 'closed' && motion.result.form !== 'acclamation' ? motion.result : undefined;
      const one = how === 'paper' ? all.map((each) => ({ ...each, weight: 1 })) : all;
      expect(result).toMatchObject(expected(one, vote, quorum));
      const { approve, oppose, abstain, notPressed } = result?.tally ?? { approve: 0, oppose: 0, abstain: 0, notPressed: 0 };
      expect(approve + oppose + abstain + notPressed).toBe(result?.roll);
    }),
    { numRuns: 400 },
  );
});

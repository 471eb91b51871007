// E8, E9 against a second count made another way; fast-check prints seed and path of a failure.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidateId, personId, type CandidateId, type PersonId } from '../ids.ts';
import { attendees, electionPaper } from '../testing/index.ts';
import { countOfBallots, countProblem, electionVerdict } from './count.ts';
import { noBallots, standingBallot, withBallot } from './marks.ts';
import type { ElectionPaper, Marks } from './types.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Who is elected and who is tied, by counting rivals instead of sorting: 30 lines that share nothing with the count. */
function reference(ballots: readonly (readonly string[] | null)[], seats: number, rule: ElectionPaper['rule'], eligible: number) {
  const handedIn = ballots.filter((ballot) => ballot !== null);
  const marked = handedIn.filter((ballot) => ballot.length > 0);
  const votes = (id: string): number => marked.filter((ballot) => ballot.includes(id)).length;
  const over = (id: string): boolean => {
    if (rule === 'plurality') return votes(id) > 0;
    if (rule.threshold.kind === 'consensus') return false;
    const base = { eligible, present: ballots.length, cast: handedIn.length, valid: marked.length }[rule.base];
    const [left, right] = [votes(id) * rule.threshold.of, base * rule.threshold.parts];
    return votes(id) > 0 && (rule.threshold.kind === 'moreThan' ? left > right : left >= right);
  };
  const elected: string[] = [];
  const tied: string[] = [];
  for (const id of ids.filter(over)) {
    const ahead = ids.filter((rival) => over(rival) && votes(rival) > votes(id)).length;
    const beside = ids.filter((rival) => over(rival) && votes(rival) === votes(id)).length;
    if (ahead + beside <= seats) elected.push(id);
    else if (ahead < seats) tied.push(id);
  }
  return { elected, tied, marked: marked.length, blank: handedIn.length - marked.length, votes: ids.map(votes) };
}

const anyRule: fc.Arbitrary<ElectionPaper['rule']> = fc.oneof(
  fc.constant('plurality' as const),
  fc.record({
    base: fc.constantFrom('eligible', 'present', 'cast', 'valid'),
    threshold: fc.constantFrom(
      { kind: 'moreThan', parts: 1, of: 2 } as const,
      { kind: 'atLeast', parts: 2, of: 3 } as const,
      { kind: 'moreThan', parts: 1, of: 10 } as const,
    ),
  }),
);

const anyElection = fc.integer({ min: 1, max: 4 }).chain((seats) =>
  fc.tuple(
    fc.constant(seats),
    fc.array(fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 8, arbitrary: fc.subarray(ids, { maxLength: seats }) }), {
      maxLength: 12,
    }),
    anyRule,
    fc.nat(6),
  ),
);

test('E8, E9 the count and who is elected agree with another way of telling', () => {
  fc.assert(
    fc.property(anyElection, ([seats, given, rule, absent]) => {
      const voterRoll = given.map((_, place) => personId(`v${place}`));
      const ballots = given.reduce(
        (all, marks, place) => (marks ? withBallot(all, voterRoll[place] as PersonId, marks.map(candidateId) as Marks) : all),
        noBallots,
      );
      const paper = electionPaper({ seats, rule, candidates: ids.map((id) => ({ candidateId: candidateId(id), name: id })) });
      const eligible = given.length + absent;
      const count = countOfBallots(voterRoll.map((voter) => standingBallot({ ballots, entered: {} }, voter)));
      const roll = { attendees, present: {}, left: {}, leaves: {} };
      const judged = electionVerdict(paper, count, { eligible, roll: voterRoll.length, quorumMet: true }, roll);
      const expected = reference(given, seats, rule, eligible);
      const those = (wished: string): readonly CandidateId[] =>
        judged.standings
          .filter(({ outcome }) => outcome === wished)
          .map(({ candidateId: id }) => id)
          .toSorted();
      expect({ elected: those('elected'), tied: those('tied') }).toEqual({ elected: expected.elected, tied: expected.tied });
      expect(ids.map((id) => judged.standings.find(({ candidateId: one }) => one === id)?.votes)).toEqual(expected.votes);

      const { marked, blank, spoilt, notHandedIn } = judged.ballots;
      expect([marked, blank]).toEqual([expected.marked, expected.blank]);
      expect(marked + blank + spoilt + notHandedIn).toBe(judged.roll);
      const marks = judged.standings.reduce((sum, { votes }) => sum + votes, 0);
      expect(marks).toBeLessThanOrEqual(seats * marked);
      expect(marks).toBeGreaterThanOrEqual(marked);
      expect(those('elected').length).toBeLessThanOrEqual(seats);
      expect(countProblem(count, seats, judged.roll)).toBe(undefined);
    }),
    { numRuns: 500 },
  );
});

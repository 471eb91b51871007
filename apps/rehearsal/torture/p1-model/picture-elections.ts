// Knows what is compared of elections, and how it is read off the core's state; decides nothing.
import {
  ballotOf,
  countedRounds,
  enteredBallot,
  type Election,
  type ElectionPaper,
  type ElectionResult,
  type Elections,
} from '@xieshang/meeting';
import { sorted } from './picture.ts';

export const electionsOf = (elections: Elections): readonly (readonly unknown[])[] =>
  sorted.byName(Object.entries(elections).map(([id, one]) => [id, one.phase, ...electionOf(one)]));

function electionOf(one: Election): readonly unknown[] {
  if (one.phase === 'tabled') return [paperOf(one.paper)];
  const past = [
    one.phase === 'closed' || one.phase === 'announced' ? one.result.round : one.round,
    one.voids.length,
    countedRounds(one).map(resultOf),
  ];
  if (one.phase === 'voided') return past;
  if (one.phase !== 'open') return [...past, sorted.names(one.result.confirmedBy)];
  const given =
    one.form === 'named'
      ? one.voterRoll.flatMap((voter) => {
          const marks = ballotOf(one.ballots, voter);
          return marks ? [[voter, marks] as const] : [];
        })
      : [];
  const entered =
    one.form === 'named'
      ? one.voterRoll.flatMap((voter) => {
          const found = enteredBallot(one.entered, voter);
          return found ? [[voter, found.marks, found.by] as const] : [];
        })
      : [];
  const seated = one.seated.map(({ candidateId }) => candidateId);
  const counts = one.form === 'paper' ? sorted.names(Object.keys(one.counts)) : [];
  return [...past, one.form, one.voterRoll, seated, sorted.byName(given), sorted.byName(entered), counts];
}

const paperOf = ({ title, seats, candidates, writeIns, rule }: ElectionPaper): unknown => [
  title,
  seats,
  candidates.map(({ candidateId, name, note, person }) => [candidateId, name, note, person]),
  writeIns,
  rule === 'plurality' ? rule : [rule.base, Object.entries(rule.threshold).sort()],
];

const resultOf = ({ form, round, ballots, base, quorum, seated, standings }: ElectionResult): unknown => [
  form,
  round,
  ballots.marked,
  ballots.blank,
  ballots.spoilt,
  ballots.notHandedIn,
  base,
  quorum.met,
  seated.map(({ candidateId }) => candidateId),
  standings.map(({ candidateId, votes, outcome }) => [candidateId, votes, outcome]),
];
